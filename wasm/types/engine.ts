// SPDX-License-Identifier: MIT
/** The engine and its runs. */
import type { Catalog, Precision, SampleShape, Task } from './catalog.ts';
import type { ComponentSettings, OptimizerChange, Problem, RunSettings } from './settings.ts';
import type {
  Curve,
  DataView,
  Dissection,
  Evaluation,
  Finding,
  Histogram,
  Inputs,
  Layer,
  Path,
  Readings,
  Report,
  Sampling,
  UnitRange,
  Until,
} from './results.ts';

/** One training of a network, or one walk on a surface. */
export interface Run {
  /**
   * Takes n steps, an integer from 0 to 1e9, and records the curve. It stops earlier at the first step that
   * reaches one of the `until` values. A run that has ended does not step.
   */
  step(n: number, until?: Until): Report;
  /** Takes one step like `step(1)`, and returns what happened in it. */
  dissect(): Dissection;
  /** Where the run stands. */
  report(): Report;
  /**
   * Evaluates the current parameters on all samples. `status` depends on what the steps saw: each its own
   * mini-batch, before its update. So the loss here may be infinite a few steps before the status is diverged.
   */
  evaluate(): Evaluation;
  /**
   * `from` skips rows already fetched. `maxPoints` reduces the rest to about that many. It keeps the first, the last,
   * the extremes, and the first that is not finite.
   */
  curve(options?: { maxPoints?: number; from?: number }): Curve;
  /** The evaluation points on a surface. `from` skips points already fetched. Empty for a network. */
  path(options?: { from?: number }): Path;
  /**
   * Watches these instruments of the catalog from now on, and no others. They read at recorded steps, and change no
   * bit of the training. Returns the first record that all of them read: the present one, or the next. A run
   * repeats exactly, so a second one that watches from its start has the earlier readings. Throws SettingsError if
   * an instrument can't watch this run.
   */
  watch(instruments: string[]): number;
  /** Of each instrument that can't watch this run, what the run lacks, to follow `needs`: `the full batch`. */
  unsuited(): Record<string, string>;
  /** `from` skips rows already fetched. Rows from before watch and restore hold NaN. */
  readings(options?: { from?: number }): Readings;
  /**
   * What an instrument with histograms shows of the present, layer by layer. It need not be watched. Values that are
   * not finite are left out. Throws SettingsError if the instrument does not suit this run.
   */
  histograms(instrument: string): Histogram[];
  /**
   * The factor by which the last update multiplied each parameter's gradient, or its average of gradients: the
   * effective learning rates of an adaptive rule. Undefined before the first step, and for a rule with one rate for all.
   */
  rates(): Float64Array | undefined;
  /** Time spent in step so far, milliseconds. */
  readonly milliseconds: number;
  /** Copies: per layer the weights, row-major [out][in], then the biases [out]. */
  readonly parameters: Float32Array | Float64Array;
  /** The parameters that evaluate and predict use: an average or slow weights, or else `parameters`. */
  readonly evaluationParameters: Float32Array | Float64Array;
  /** Restarts the rule from these parameters, in the layout of `parameters`: no state, step 0. Throws SettingsError if the length differs or a number is not finite. */
  setParameters(values: ArrayLike<number>): void;
  /** The gradient of the full-batch training loss, penalties included, in the layout of `parameters`. */
  gradient(): Float32Array | Float64Array;
  /** The exact product of the Hessian of the full-batch training loss with v, in the layout of parameters. */
  hessianVectorProduct(v: ArrayLike<number>): Float32Array | Float64Array;
  /** Copies of the rule's vectors by name, such as `m`, and of the wrappers' by id and name, such as `lookahead.slow`. */
  state(): Record<string, Float32Array | Float64Array>;
  /** How the rule draws the samples of its next step. Undefined unless it is a sampler. */
  sampling(): Sampling | undefined;
  /** Changes settings between steps and keeps the rule's state. If it throws SettingsError, nothing has changed. */
  configure(change: OptimizerChange): void;
  /**
   * Returns, flat, regression values in original units or one probability per class (for two classes only that of
   * class 1). Losses without probabilities (squared, absolute, Huber, hinge) give the lead of a class over the best other one, in [0, 1]: 0.5 at the boundary, 1 for a lead of 1 or more.
   */
  predict(inputs: Inputs): Float64Array;
  /** The layers of the network, from the inputs on. Empty on a surface. */
  layers(): Layer[];
  /**
   * The activations of some units at the evaluation parameters: flat, for each row of inputs one number per unit, in
   * the order of the ranges. Of the last layer the sums that the loss sees: `predict` turns them into probabilities.
   */
  activations(inputs: Inputs, units: UnitRange[]): Float64Array;
  /**
   * With batch normalization what `predict` and `evaluate` use at the evaluation parameters: for each hidden layer the
   * mean of each unit's sums over all training samples, then their variances. Empty without it.
   */
  batchStatistics(): Float64Array;
  /**
   * The samples and their split. Refused on a surface. With `rows`, inputs and targets are those of these samples alone,
   * in this order. The split is always that of all samples.
   */
  data(rows?: readonly number[]): DataView;
  /** Indices into data().inputs of the last update's mini-batch. */
  lastBatch(): Int32Array;
  /**
   * What is wrong with the run, the most important first. An empty list if nothing is. Trains the run again with remedies, for
   * up to half a second in all, unless settings were changed on the way or another run would not fit into memory.
   */
  diagnose(): Finding[];
  /** All of the run in bytes. They fit this version of the engine, this precision and these settings. */
  snapshot(): Uint8Array;
  /** Goes back to a snapshot of a run with the same settings. Throws SettingsError if it is of another run. */
  restore(snapshot: Uint8Array): void;
  /** Frees its memory. It can't be used any more. */
  dispose(): void;
}

/** The engine without its catalog. */
export interface Core {
  /** The precision of all its runs. */
  readonly precision: Precision;
  /** All problems of the settings, or an empty list. */
  check(settings: RunSettings): Problem[];
  /** Throws SettingsError, also if undisposed runs leave too little memory. */
  createRun(settings: RunSettings): Run;
  /** Values of a surface at points [x, y, x, y...], for contours. Throws SettingsError. */
  values(surface: ComponentSettings, points: Float64Array): Float64Array;
  /**
   * The learning rates of these updates, where the first update is 0. Throws SettingsError, also for a
   * schedule that depends on the losses.
   */
  rates(
    schedule: ComponentSettings,
    learningRate: number,
    updates: ArrayLike<number>,
  ): Float64Array;
  /** The generated data set that createRun would use, for thumbnails. Throws SettingsError. */
  sample(dataset: ComponentSettings): {
    /** One row of numbers per sample. */
    inputs: number[][];
    /** How the numbers of a row are arranged. */
    shape: SampleShape;
    /** Class numbers from 0, or values. */
    targets: number[] | number[][];
    /** Whether targets are classes or values. */
    task: Task;
    /** 0 for regression. */
    classes: number;
  };
}

/** An engine with its own memory. */
export interface Engine extends Core {
  /** What it can train with. */
  readonly catalog: Catalog;
}

/** Where an engine comes from. With none of the last three, it is the `.wasm` file beside its script. */
export interface LoadOptions {
  /** float32 by default. A file of one's own must be of the same precision. */
  precision?: Precision;
  /** The address of the `.wasm` file, absolute or relative to the engine's script. */
  wasmUrl?: string | URL;
  /** The contents of the `.wasm` file. */
  wasmBinary?: ArrayBuffer | Uint8Array;
  /** The compiled file. A page can compile it once and post it to several workers. */
  wasmModule?: WebAssembly.Module;
}
