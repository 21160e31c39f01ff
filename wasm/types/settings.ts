// SPDX-License-Identifier: MIT
/** What a run is made from, and why settings are refused. */
import type { SampleShape, SettingValue, Task } from './catalog.ts';

/** A component chosen by id, with values for some of its hyperparameters. The rest have defaults. */
export interface ComponentSettings {
  /** The component, as the catalog names it. */
  id: string;
  [hyperparameter: string]: SettingValue | undefined;
}

/** A rule and the wrappers around it. The first is the innermost. */
export interface OptimizerSettings {
  /** The rule, as the catalog names it. */
  id: string;
  /** The wrappers, from the inside out. None by default. */
  wrappers?: ComponentSettings[];
  [hyperparameter: string]: SettingValue | ComponentSettings[] | undefined;
}

/** Changes of wrappers by index, as in `{ wrappers: { 0: { k: 10 } } }`, or as a list. */
export interface OptimizerChange {
  /** The new values of the hyperparameters that change. */
  optimizer: Record<string, SettingValue | Record<string, Record<string, SettingValue>>>;
}

/** The numbers of one sample. */
export type Row = number[] | Float32Array | Float64Array | Int32Array;

/** A user's own samples. */
export interface OwnData {
  /**
   * One row of numbers per sample, all of the same length. Or all rows one after another, if `shape` is given. A
   * `Uint8Array` is kept as it is, so large sets of images fit: each pixel takes one byte.
   */
  inputs: Row[] | Float32Array | Float64Array | Int32Array | Uint8Array;
  /** Classification: class numbers from 0. Regression: one value or a row of values per sample. */
  targets: Row | Row[];
  /** What the targets are: classes or values. */
  task: Task;
  /** The number of classes. By default one more than the highest class number, and at least 2. */
  classes?: number;
  /** How the numbers of a row are arranged, for images. By default a plain list. */
  shape?: Pick<SampleShape, 'height' | 'width'> & Partial<SampleShape>;
  /** Seeds the split into training and test samples. */
  seed?: number;
}

/** A network of dense layers. The catalog has the defaults, and the names of what can be chosen. */
export interface NetworkSettings {
  /** The units of each hidden layer. An empty list gives a linear model. */
  hidden?: number[];
  /** The nonlinearity of every hidden unit, unless `layerActivations` names another. */
  activation?: string;
  /** What is minimized. The default suits the task. */
  loss?: string;
  /** The distribution of the initial weights. The default suits the activation. */
  initializer?: string;
  /**
   * Normalizes the sums of each hidden layer before the activation: `layer` over the units of each sample, `batch`
   * over the samples of each batch. Each unit then has a learned gain and shift. `none` by default. Evaluations and
   * predictions take batch statistics over all training samples.
   */
  normalization?: 'none' | 'layer' | 'batch';
  /**
   * The share of hidden activations that each step sets to zero by chance, from 0 to below 1. The others are divided by
   * the share that is left. Curves and evaluations use the whole network.
   */
  dropout?: number;
  /** Activations of the first hidden layers by name, with commas between them: `relu, tanh`. The rest have `activation`. */
  layerActivations?: string;
  /** The weight of the sum of absolute weights in the loss. Biases are not counted. */
  l1?: number;
  /** The weight of half the sum of squared weights in the loss. Biases are not counted. */
  l2?: number;
  /**
   * The share of equal probabilities that training mixes into each target, as `label_smoothing` of PyTorch. It needs
   * cross-entropy. Curves and evaluations show the loss without it.
   */
  labelSmoothing?: number;
  /**
   * Weights each training sample by the inverse of its class's share of the training samples. The loss of a batch is
   * divided by the sum of its weights, as PyTorch does. For classification. Curves and evaluations show the
   * unweighted loss.
   */
  balanceClasses?: boolean;
}

/** A network on data. */
export interface ProblemSettings {
  /** Generated data by its name in the catalog, or samples of your own. */
  dataset: ComponentSettings | OwnData;
  /** Standardizes inputs by the training split. The default is false for generated and true for own data. */
  standardize?: boolean;
  /** The share of samples kept for testing, from 0 to below 1. */
  testFraction?: number;
  /** Gives every class its share in both parts. True by default. Ignored for regression. */
  stratify?: boolean;
  /** The network that is trained. */
  network?: NetworkSettings;
  /** Samples per step, or all training samples. */
  batchSize?: number | 'full';
}

/** A two-dimensional test function instead of a network. */
export interface SurfaceProblem {
  /** The function, by its name in the catalog. */
  surface: ComponentSettings;
  /** The start [x, y], also outside the drawn domain. By default it is the surface's own start. */
  start?: number[];
  /** The standard deviation of normal noise added to each coordinate of the gradient. 0 by default. */
  gradientNoise?: number;
}

/** All that decides a run. Equal settings give equal bits. */
export interface RunSettings {
  /** What is minimized. */
  problem: ProblemSettings | SurfaceProblem;
  /** The rule with its hyperparameters. */
  optimizer: OptimizerSettings;
  /** How the learning rate changes. Constant by default. */
  schedule?: ComponentSettings;
  /** Seeds initial weights, batch order, and rules that use chance: an integer from 0 to 2147483647. */
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
  /** Which kind of refusal it is. */
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
