// SPDX-License-Identifier: MIT
/** What a run is made from, and why settings are refused. */
import type { SampleShape, SettingValue, Task } from './catalog.ts';

/** A component chosen by id, with values for some of its hyperparameters. The rest have defaults. */
export interface ComponentSettings {
  id: string;
  [hyperparameter: string]: SettingValue | undefined;
}

/** A rule and the wrappers around it. The first is the innermost. */
export interface OptimizerSettings {
  id: string;
  wrappers?: ComponentSettings[];
  [hyperparameter: string]: SettingValue | ComponentSettings[] | undefined;
}

/** Changes of wrappers by index, as in `{ wrappers: { 0: { k: 10 } } }`, or as a list. */
export interface OptimizerChange {
  optimizer: Record<string, SettingValue | Record<string, Record<string, SettingValue>>>;
}

/** The numbers of one sample. */
export type Row = number[] | Float32Array | Float64Array | Int32Array;

/** A user's own samples. */
export interface OwnData {
  inputs: Row[];
  /** Classification: class numbers from 0. Regression: one value or a row of values per sample. */
  targets: Row | Row[];
  task: Task;
  classes?: number;
  /** How the numbers of a row are arranged, for images. By default a plain list. */
  shape?: Pick<SampleShape, 'height' | 'width'> & Partial<SampleShape>;
  /** Seeds the split into training and test samples. */
  seed?: number;
}

export interface NetworkSettings {
  hidden?: number[];
  activation?: string;
  loss?: string;
  initializer?: string;
  l1?: number;
  l2?: number;
}

export interface ProblemSettings {
  dataset: ComponentSettings | OwnData;
  /** Standardizes inputs by the training split. The default is false for generated and true for own data. */
  standardize?: boolean;
  testFraction?: number;
  /** Gives every class its share in both parts. True by default. Ignored for regression. */
  stratify?: boolean;
  network?: NetworkSettings;
  batchSize?: number | 'full';
}

/** A two-dimensional test function instead of a network. */
export interface SurfaceProblem {
  surface: ComponentSettings;
  /** The start [x, y], also outside the drawn domain. By default it is the surface's own start. */
  start?: number[];
  gradientNoise?: number;
}

export interface RunSettings {
  problem: ProblemSettings | SurfaceProblem;
  optimizer: OptimizerSettings;
  schedule?: ComponentSettings;
  seed?: number;
}

/** The kinds of refusals. */
export type RefusalCode =
  /** Text for a number, a list for an object, an object that can't be read. */
  | 'wrong-type'
  /** A number that is not allowed there. */
  | 'out-of-domain'
  /** No component, choice or precision has this id. */
  | 'unknown-id'
  /** No setting or option has this name. */
  | 'unknown-setting'
  /** A list, a row or an image of the wrong size, or too many settings. */
  | 'wrong-shape'
  /** An allowed number that 32-bit arithmetic can't hold. */
  | 'too-narrow'
  /** The optimizer needs what the problem, or the engine's precision, lacks. `reason` says what. */
  | 'unmet-need'
  /** Allowed, but not together with another setting or for this run. */
  | 'unfit'
  /** More memory than one run may take, or than other runs leave. */
  | 'too-large';

/** Why a setting or an argument is refused. */
export interface Problem {
  code: RefusalCode;
  /** The setting: `optimizer.learningRate`. */
  path: string;
  /** What it must be: `must be > 0`. */
  rule: string;
  /** What it was, as text: `-1`. */
  value: string;
  /**
   * What the chosen optimizer is or does that rules the value out, to follow its name: `has no learning rate`.
   * Absent if the rule holds for every optimizer.
   */
  reason?: string;
  /** Path, rule and value in a sentence: `optimizer.learningRate must be > 0 (got -1)`. */
  message: string;
}
