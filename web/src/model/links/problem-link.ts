// SPDX-License-Identifier: MIT
import type { Catalog, Choice, Hyperparameter } from '../../../../wasm/types.ts';
import type { Settings, Values } from '../settings.ts';
import type { FittingRates, LinkDefaults } from './defaults.ts';
import type { Pair } from './grammar.ts';
import type { Group, LinkKey } from './keys.ts';
import type { LinkFields } from './link-fields.ts';
import type { Notices } from './notices.ts';
import { sameValue, writeValue } from './value.ts';

/** What all racers share: the problem, and the seeds of its start. */
export type Shared = Pick<Settings, 'surface' | 'dataset' | 'problem' | 'network' | 'run'>;

/** What the choice of a learning rate depends on. */
export type RatedProblem = Pick<Settings, 'surface' | 'dataset' | 'network'>;

/** A link that is being read. */
export interface Source {
  readonly catalog: Catalog;
  /** The defaults of its version. */
  readonly defaults: LinkDefaults;
  readonly fields: LinkFields;
  readonly notices: Notices;
}

/** How a kind of problem is written in links. One object for each kind, as in ../problem-kinds.ts. */
export interface ProblemLink {
  /** The first race on it. */
  readonly first: string;
  /** What is said of learning rates that were chosen for it, with `{rates}`. */
  readonly chosen: string;
  read(source: Source): Shared;
  /** The fields that differ from the frozen defaults. */
  write(catalog: Catalog, settings: Settings): Pair[];
  /** The racers of a link without any, or undefined if they are not frozen yet. */
  frozenRuns(table: LinkDefaults, problem: Shared): readonly string[] | undefined;
  /** The racers that the catalog suggests. */
  suggestedRuns(catalog: Catalog, problem: Shared): readonly string[];
  /** The suitable learning rates by optimizer: a list for everything that the problem is, the most special last. */
  rates(catalog: Catalog, known: FittingRates, problem: RatedProblem): Record<string, number>[];
}

/** The values of the groups: those in the link, and defaults for the rest. */
export function readRows<T extends Partial<Record<Group, Values>>>(
  fields: LinkFields,
  keys: readonly LinkKey[],
  values: T,
  choicesOf: (row: Hyperparameter) => Choice[] | undefined = ({ choices }) => choices,
): T {
  const read: Partial<Record<Group, Values>> = { ...values };
  for (const { key, group, row } of keys) {
    const before = read[group] ?? {};
    const choices = choicesOf(row);
    const value = fields.takeValue(key, choices ? { ...row, choices } : row, before);
    if (value !== undefined) read[group] = { ...before, [row.id]: value };
  }
  return read as T;
}

type Grouped = Partial<Record<Group, Values>>;

/** The fields of the values that differ from their defaults. */
export function writeRows(keys: readonly LinkKey[], values: Grouped, defaults: Grouped): Pair[] {
  return keys.flatMap(({ key, group, row }) => {
    const value = values[group]?.[row.id];
    if (value === undefined || sameValue(value, defaults[group]?.[row.id])) return [];
    return [[key, writeValue(value)] as const];
  });
}
