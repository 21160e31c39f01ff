// SPDX-License-Identifier: MIT
/**
 * The engine as its users see it: catalog, settings, runs. No code, only types.
 * Everything the page shows about a component comes from the catalog; nothing here names one.
 */

export type Precision = 'float32' | 'float64';

/** One value of a setting, as JSON could hold it. */
export type SettingValue = number | string | boolean | number[];

/** What is mathematically legal: all that checks enforce. `null` is unbounded. */
export interface Domain {
  min: number | null;
  max: number | null;
  minOpen: boolean;
  maxOpen: boolean;
}

/** What a control spans. Legal values outside it can still be typed. */
export interface Slider {
  min: number;
  max: number;
  scale: 'linear' | 'log';
}

export interface Choice {
  id: string;
  name: string;
}

/** One declared setting of a component: the row its control, check, and documentation come from. */
export interface Hyperparameter {
  id: string;
  name: string;
  /** The paper's symbol in Unicode, or '' where there is none. */
  symbol: string;
  /** `integers` is a list, such as the units of each hidden layer. */
  kind: 'number' | 'integer' | 'integers' | 'choice' | 'switch';
  default: SettingValue;
  /** Of a number, an integer, and each member of `integers`. */
  domain?: Domain;
  slider?: Slider;
  unit: string;
  doc: string;
  /** Of a `choice`: all legal values. Of an `integer`: words legal beside numbers (batchSize: 'full'). */
  choices?: Choice[];
}

/** What every entry of the catalog has. */
export interface Component {
  id: string;
  name: string;
  summary: string;
  hyperparameters: Hyperparameter[];
}

/** What a component says to a reader who is new to it, beside its summary. */
export interface Guide {
  /** Why it works. */
  idea: string;
  /** When to reach for it, or what it is good for seeing. */
  use: string;
  /** What goes wrong with it, and what helps. */
  pitfalls: string;
}

/** A component that a reader is told more of. */
export interface GuidedComponent extends Component {
  guide: Guide;
}

export type Task = 'classification' | 'regression';

/** What an optimizer uses of a problem. Where a problem lacks it, the optimizer is refused. */
export type Need =
  /** The gradient of the loss on the batch. */
  | 'gradient'
  /** The loss at trial points, on the same batch as the step. */
  | 'value'
  /** Products of the Hessian with a vector. */
  | 'hessian-product'
  /** The whole Hessian, for small networks. */
  | 'hessian'
  /** The residuals of a sum of squares and their Jacobian: squared error only. */
  | 'residuals'
  /** Which weights form a matrix: networks only. */
  | 'matrices'
  /** Kronecker factors of each layer's Fisher matrix: networks with cross-entropy or squared error. */
  | 'kronecker-factors'
  /** Gradients of single samples, and the choice of samples: networks only. */
  | 'samples';

export interface OptimizerEntry extends GuidedComponent {
  family: string;
  /** TeX. */
  formula: string;
  paper: { title: string; authors: string; year: number; url: string };
  needs: Need[];
  batch?: 'full';
  precision?: 'float64';
  /** Draws the samples of its steps itself: `sampling` of its runs tells how. */
  sampler?: true;
  /** For implementers: which variant this is, and how other implementations differ. */
  notes: string;
  /** Evaluations a step. */
  cost: string;
  /** State, in multiples of the n parameters: '2n'. */
  memory: string;
  checkedAgainst: string;
}

/** A way to change what any rule does. */
export interface WrapperEntry extends GuidedComponent {
  /** TeX. */
  formula: string;
  paper: OptimizerEntry['paper'];
  /** The optimizers it can't wrap, each with the reason: `{ asgd: 'keeps an average already' }`. */
  unfit: Record<string, string>;
  notes: string;
  /** Evaluations a step and state, beside the rule's own. */
  cost: string;
  memory: string;
  checkedAgainst: string;
}

export interface ScheduleEntry extends GuidedComponent {
  /** TeX of the rate of update t, the first being t = 0. */
  formula: string;
  paper: OptimizerEntry['paper'];
  /** Its rates depend on the losses of the run: nobody can tell them in advance. */
  listens: boolean;
  notes: string;
  checkedAgainst: string;
}

export interface DatasetEntry extends GuidedComponent {
  task: Task;
  /** Features per sample. */
  inputs: number;
  /** Regression: target values per sample. */
  outputs: number;
}

export interface LossEntry extends Component {
  /** The tasks it is defined for. */
  tasks: Task[];
  /** The tasks that take it when none is chosen. */
  defaultFor: Task[];
}

export interface SurfaceEntry extends GuidedComponent {
  formula: string;
  domain: [[number, number], [number, number]];
  start: [number, number];
  minima: { at: [number, number]; value: number }[];
  /** The race it opens with: optimizers by id, each at the best of its rates there. */
  race: { optimizer: string; learningRate: number }[];
}

export interface Catalog {
  optimizers: OptimizerEntry[];
  wrappers: WrapperEntry[];
  schedules: ScheduleEntry[];
  datasets: DatasetEntry[];
  surfaces: SurfaceEntry[];
  activations: Component[];
  losses: LossEntry[];
  initializers: Component[];
  /** Settings that belong to no component, by the path they stand under in RunSettings. */
  settings: {
    problem: Hyperparameter[];
    network: Hyperparameter[];
    /** Of a problem that is a surface. */
    surface: Hyperparameter[];
    /** One row, of each coordinate of a surface's start. */
    start: Hyperparameter[];
    /** What every optimizer accepts beside its own: batchSize, clipNorm. */
    optimizer: Hyperparameter[];
    /** What every schedule accepts beside its own; a row of its own of the same id stands in. */
    schedule: Hyperparameter[];
    run: Hyperparameter[];
  };
}

/** A component chosen by id, with values for some of its hyperparameters; the rest are defaults. */
export interface ComponentSettings {
  id: string;
  [hyperparameter: string]: SettingValue | undefined;
}

/** A rule with what is wrapped around it, the first innermost. */
export interface OptimizerSettings {
  id: string;
  wrappers?: ComponentSettings[];
  [hyperparameter: string]: SettingValue | ComponentSettings[] | undefined;
}

/** Wrappers by their places: `{ wrappers: { 0: { k: 10 } } }`, or the same as a list. */
export interface OptimizerChange {
  optimizer: Record<string, SettingValue | Record<string, Record<string, SettingValue>>>;
}

/** Numbers of one sample: a list or a typed array. */
export type Row = number[] | Float32Array | Float64Array | Int32Array;

/** A user's own samples. */
export interface OwnData {
  inputs: Row[];
  /** Classification: class numbers from 0. Regression: one value or a row of values per sample. */
  targets: Row | Row[];
  task: Task;
  classes?: number;
  /** Moves their split into training and test samples. */
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
  /** Generated data: false by default. Own data: true, by the training split. */
  standardize?: boolean;
  testFraction?: number;
  /** Classification: every class has its share in both parts. True by default; regression ignores it. */
  stratify?: boolean;
  network?: NetworkSettings;
  batchSize?: number | 'full';
}

/** A two-dimensional test function instead of a network. */
export interface SurfaceProblem {
  surface: ComponentSettings;
  /** The surface's own start by default; outside the drawn domain is legal. */
  start?: number[];
  gradientNoise?: number;
}

export interface RunSettings {
  problem: ProblemSettings | SurfaceProblem;
  optimizer: OptimizerSettings;
  schedule?: ComponentSettings;
  seed?: number;
}

export interface Problem {
  path: string;
  rule: string;
  value: string;
  message: string;
}

export interface Report {
  step: number;
  /** Samples drawn / training samples. */
  epoch: number;
  /** Samples whose loss or gradient was computed. */
  samplesSeen: number;
  work: { loss: number; gradient: number; hessianProduct: number };
  /**
   * Mini-batch loss, penalties included, at the parameters before the last update; where a rule's parameters are
   * the mean of members that it looked at, the lowest loss of those. NaN at step 0.
   */
  loss: number;
  /** NaN at step 0, and for a rule that takes no rate. */
  learningRate: number;
  /** Of that mini-batch gradient, before clipping. NaN at step 0, and for a rule that computes no gradient. */
  gradientNorm: number;
  /** Steps so far whose line search failed and ended in a small gradient step. */
  failedSearches: number;
  status: 'running' | 'converged' | 'diverged';
  cause?: { code: string; message: string };
}

export interface Evaluation {
  trainLoss: number;
  trainDataLoss: number;
  testLoss?: number;
  trainAccuracy?: number;
  testAccuracy?: number;
}

export interface Sampling {
  /** Of each of data().train, in that order; they sum to 1. */
  probabilities: Float64Array;
  /**
   * Mean square of the gradient that one sample gives an estimate of, penalties aside: drawn by these
   * probabilities, and drawn uniformly. Its variance is what they exceed the gradient's own square by.
   */
  secondMoment: number;
  uniformSecondMoment: number;
  gradientSquare: number;
}

/** Columns of equal length, one row per recorded rung of the ladder; rung 0 is step 0. */
export interface Curve {
  step: Float64Array;
  epoch: Float64Array;
  samplesSeen: Float64Array;
  /** Time spent in optimizer steps alone, on this machine; the recording is not in it. */
  milliseconds: Float64Array;
  /** Data term over the whole training split. */
  trainLoss: Float64Array;
  /** NaN throughout where there is no test split. */
  testLoss: Float64Array;
  /** NaN throughout for regression. */
  trainAccuracy: Float64Array;
  testAccuracy: Float64Array;
  /** That the last update used; NaN at step 0. */
  learningRate: Float64Array;
}

/**
 * Where a run on a surface has been: every step up to 5000, then the steps of the curve; finite
 * throughout. Columns of equal length, the start first.
 */
export interface Path {
  step: Float64Array;
  x: Float64Array;
  y: Float64Array;
}

export interface DataView {
  /** Original units. */
  inputs: number[][];
  targets: number[] | number[][];
  /** Indices into inputs. */
  train: number[];
  test: number[];
  /** 0 for regression. */
  classes: number;
  /** The classes that have no sample in a part; an empty test part misses none. */
  missing: { train: number[]; test: number[] };
}

export interface Run {
  /** n: an integer 0..1e9. Records the ladder on the way. After an end it returns the same report. */
  step(n: number): Report;
  report(): Report;
  /**
   * At the present parameters, over all samples. `status` tells what the steps so far saw: each its own mini-batch,
   * before its update. So a loss here may be infinite one step, or a few batches, before the run has diverged.
   */
  evaluate(): Evaluation;
  /** `from` skips rungs already fetched; `maxPoints` reduces, keeping first, last, minimum, maximum, and first non-finite. */
  curve(options?: { maxPoints?: number; from?: number }): Curve;
  /** The points that evaluate goes by; `from` skips those already fetched. Empty on data. */
  path(options?: { from?: number }): Path;
  /** Time spent in step so far, milliseconds. */
  readonly milliseconds: number;
  /** Copies: per layer the weights, row-major [out][in], then the biases [out]. */
  readonly parameters: Float32Array | Float64Array;
  /** What evaluate and predict use: an average or slow weights where there are some, else the same. */
  readonly evaluationParameters: Float32Array | Float64Array;
  setParameters(values: ArrayLike<number>): void;
  gradient(): Float32Array | Float64Array;
  /** Product of the Hessian of the full-batch training loss with v, exact; same layout as parameters. */
  hessianVectorProduct(v: ArrayLike<number>): Float32Array | Float64Array;
  state(): Record<string, Float32Array | Float64Array>;
  /** How the rule draws the samples of its next step; undefined where it takes the batches as they come. */
  sampling(): Sampling | undefined;
  /** Between steps; keeps the rule's state. Throws SettingsError and changes nothing when refused. */
  configure(change: OptimizerChange): void;
  /**
   * Original units in, one row per sample. Out, flat: probabilities (one per class; two classes: of class 1),
   * or regression values. Losses without probabilities (squared, absolute, Huber, hinge): how far a class leads the
   * best other one, in [0, 1]: 0.5 at the boundary, 1 from a lead of 1.
   */
  predict(inputs: Row[] | Float32Array | Float64Array): Float64Array;
  data(): DataView;
  /** Indices into data().inputs of the mini-batch the last update used. */
  lastBatch(): Int32Array;
  snapshot(): Uint8Array;
  restore(snapshot: Uint8Array): void;
  dispose(): void;
}

/** What trains: the engine but for its catalog. */
export interface Core {
  readonly precision: Precision;
  /** Every problem of the settings, or an empty list. */
  check(settings: RunSettings): Problem[];
  /** Throws SettingsError, also where the runs that are not disposed of leave too little memory. */
  createRun(settings: RunSettings): Run;
  /** Values of a surface at points [x, y, x, y...], for contours. Throws SettingsError. */
  values(surface: ComponentSettings, points: Float64Array): Float64Array;
  /**
   * The learning rates that these updates would use, the first update being 0. Throws SettingsError,
   * also for a schedule that listens.
   */
  rates(
    schedule: ComponentSettings,
    learningRate: number,
    updates: ArrayLike<number>,
  ): Float64Array;
  /** A generated data set as createRun would make it, for thumbnails. Throws SettingsError. */
  sample(dataset: ComponentSettings): {
    inputs: number[][];
    targets: number[] | number[][];
    task: Task;
    classes: number;
  };
}

export interface Engine extends Core {
  readonly catalog: Catalog;
}

export interface LoadOptions {
  precision?: Precision;
  wasmUrl?: string | URL;
  wasmBinary?: ArrayBuffer | Uint8Array;
  wasmModule?: WebAssembly.Module;
}
