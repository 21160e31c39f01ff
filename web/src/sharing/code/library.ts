// SPDX-License-Identifier: MIT
/** In what the racers of scripts for different libraries differ. */
import type { SettingValue } from '../../../../wasm/types.ts';
import { floatLiteral, literal } from './python.ts';
import type { RuleCode } from './texts.ts';

export interface Library {
  readonly id: 'pytorch' | 'keras';
  readonly name: string;
  /** What an optimizer is made with before its settings. */
  readonly firstArguments: readonly string[];
  /** A value in a call of one of its own optimizers. */
  readonly literal: (value: SettingValue) => string;
  /** Makes an optimizer shorten gradients that are longer than this, unless it is 0. */
  clipping(longest: number): readonly string[];
  /** The class that goes with its own rule, or that replaces it. */
  written(code: RuleCode, isOwn: boolean): string | undefined;
}

/** Shortens gradients by a function of the script. */
export const pytorch: Library = {
  id: 'pytorch',
  name: 'PyTorch',
  firstArguments: ['parameters'],
  literal,
  clipping: () => [],
  written: ({ pytorch: { call }, rule, definition }, isOwn) =>
    isOwn ? definition : call ? rule : (definition ?? rule),
};

export const keras: Library = {
  id: 'keras',
  name: 'Keras',
  firstArguments: [],
  literal: floatLiteral,
  clipping: (longest) => (longest > 0 ? [`global_clipnorm=${floatLiteral(longest)}`] : []),
  // The functions of torch that a rule calls have the same names in keras.ops.
  written: ({ rule }, isOwn) => (isOwn ? undefined : rule?.replaceAll(/\btorch\./g, 'ops.')),
};

/** A class or a function that others are based on. */
export interface Helper {
  readonly name: string;
  readonly text: Readonly<Partial<Record<Library['id'], string>>>;
}
