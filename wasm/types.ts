// SPDX-License-Identifier: MIT
/**
 * The public types of the engine: catalog, settings, runs.
 * Everything the page shows about a component comes from the catalog, so no component is named here.
 */

export type Precision = 'float32' | 'float64';

/** A value of a setting. */
export type SettingValue = number | string | boolean | number[];

/** The allowed values of a number, which check enforces. `null` means unbounded. */
export interface Domain {
  min: number | null;
  max: number | null;
  minOpen: boolean;
  maxOpen: boolean;
}

/** The range of a slider. Allowed values outside it can still be typed. */
export interface Slider {
  min: number;
  max: number;
  scale: 'linear' | 'log';
}

export interface Choice {
  id: string;
  name: string;
}

/** A setting of a component. Its control, its check, and its documentation are made from it. */
export interface Hyperparameter {
  id: string;
  name: string;
  /** The paper's symbol in Unicode, or '' if there is none. */
  symbol: string;
  /** `integers` is a list, such as the units of each hidden layer. */
  kind: 'number' | 'integer' | 'integers' | 'choice' | 'switch';
  default: SettingValue;
  /** For a number, an integer, and each member of `integers`. */
  domain?: Domain;
  slider?: Slider;
  unit: string;
  doc: string;
  /** For a `choice`: all allowed values. For an `integer`: words allowed besides numbers (batchSize: 'full'). */
  choices?: Choice[];
  /** Set if a change during a run takes effect only after a restart. */
  live?: false;
  /** Set if it is the optimizer's step size, whatever its name: a smaller one overshoots less. */
  role?: 'step-size';
}

/** The common properties of all entries of the catalog. */
export interface Component {
  id: string;
  name: string;
  summary: string;
  hyperparameters: Hyperparameter[];
}

/** Texts for a reader who is new to a component, in addition to its summary. */
export interface Guide {
  /** Why it works. */
  idea: string;
  /** When to use it, or what it shows well. */
  use: string;
  /** What goes wrong with it, and what helps. */
  pitfalls: string;
}

/** A component with a guide. */
export interface GuidedComponent extends Component {
  guide: Guide;
}

export type Task = 'classification' | 'regression';

/** What an optimizer needs from a problem. It is refused on problems that lack it. */
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

/** What a problem is like, or what its reader cares for. */
export type Situation =
  | 'few-parameters'
  | 'many-parameters'
  | 'little-data'
  | 'much-data'
  /** Large batches of clean data, or small batches of noisy data. */
  | 'little-noise'
  | 'much-noise'
  /** Whether steps are counted, or evaluations. */
  | 'cheap-gradients'
  | 'costly-gradients'
  | 'fast-start'
  | 'low-loss-at-end'
  | 'few-settings'
  | 'little-memory';

/** The shapes of marks. `Mark` says what the numbers of each are. */
export type MarkKind =
  'arrow' | 'point' | 'trials' | 'circle' | 'curvature' | 'spread' | 'box' | 'members' | 'number';

/** Something that an optimizer draws of its steps on a surface. */
export interface MarkEntry {
  name: string;
  kind: MarkKind;
  label: string;
  doc: string;
  /** It is shown together for so many last steps. */
  steps: number;
}

export interface OptimizerEntry extends GuidedComponent {
  family: string;
  /** TeX. */
  formula: string;
  paper: { title: string; authors: string; year: number; url: string };
  needs: Need[];
  batch?: 'full';
  precision?: 'float64';
  /** The rule draws the samples of its steps itself. `Run.sampling` returns their probabilities. */
  sampler?: true;
  /** It works with n × n matrices, so it needs a small network. */
  dense?: true;
  /** The situations that it suits, and what it does about each, to follow "It". */
  suits: { situation: Situation; why: string }[];
  /** The rule's own vectors with a number for each parameter, by the names of `Run.state`. */
  state: { name: string; symbol: string; doc: string }[];
  /** What the rule draws of its steps on a surface. */
  marks: MarkEntry[];
  /** Each parameter moves by its own numbers alone, so the formula holds for one. */
  elementwise?: true;
  /** For implementers: which variant this is, and how other implementations differ. */
  notes: string;
  /** Evaluations per step. */
  cost: string;
  /** State, in multiples of the n parameters: '2n'. */
  memory: string;
  checkedAgainst: string;
}

/** A modification that can be applied to any rule, such as averaging its weights. */
export interface WrapperEntry extends GuidedComponent {
  /** TeX. */
  formula: string;
  paper: OptimizerEntry['paper'];
  /** The optimizers it can't wrap, each with the reason: `{ asgd: 'keeps an average already' }`. */
  unfit: Record<string, string>;
  notes: string;
  /** Evaluations per step and state, in addition to the rule's own. */
  cost: string;
  memory: string;
  checkedAgainst: string;
}

export interface ScheduleEntry extends GuidedComponent {
  /** TeX of the learning rate of update t. The first update is t = 0. */
  formula: string;
  paper: OptimizerEntry['paper'];
  /** Whether its rates depend on the losses of the run, so they can't be known in advance. */
  listens: boolean;
  notes: string;
  checkedAgainst: string;
}

/**
 * The extents of one sample, an image of channels × height × width numbers: one channel after another, each row
 * by row from the top. A plain list of numbers is an image of one row.
 */
export interface SampleShape {
  channels: number;
  height: number;
  width: number;
}

export interface DatasetEntry extends GuidedComponent {
  task: Task;
  /** Input values per sample. */
  inputs: number;
  /** How the input values of a sample are arranged. */
  shape: SampleShape;
  /** Regression: target values per sample. */
  outputs: number;
}

export interface LossEntry extends Component {
  /** The tasks that the loss is defined for. */
  tasks: Task[];
  /** The tasks for which it is the default loss. */
  defaultFor: Task[];
}

export interface SurfaceEntry extends GuidedComponent {
  formula: string;
  domain: [[number, number], [number, number]];
  start: [number, number];
  minima: { at: [number, number]; value: number }[];
  /** The suggested race: optimizers by id, each with its best learning rate on this surface. */
  race: { optimizer: string; learningRate: number }[];
}

/** Something that goes wrong in a run. */
export interface FaultEntry {
  id: string;
  name: string;
  /**
   * What to say of a finding. A word in braces is one of its measures, its `{cause}`, the name of its remedy's `{setting}`
   * or the `{better}` value of that. Leave out a sentence if the finding lacks what it quotes.
   */
  sentences: string[];
  /** More of them, for readers who ask. */
  details: string[];
}

/** Something of a run that can be watched beside its curve. */
export interface InstrumentEntry extends Component {
  /** What it shows, in two sentences. */
  lookFor: string;
  /** The unit of its values, or '' if there is none. */
  unit: string;
  scale: 'linear' | 'log';
  /** All values lie from 0 to here. Absent if there is no such bound. */
  most?: number;
  /** Whether it is read at each record, by `Run.watch`, or shows the present, by `Run.histograms`. */
  shows: 'curve' | 'histogram';
  /** Whether it has values for the whole run, for each layer of a network, or for each but the last one. */
  per: 'run' | 'layer' | 'hidden-layer';
  /** The names of its values, if there are several. The first is the one to compare racers by. */
  series: string[];
  /** Which of its series is a threshold for the first. Absent if none is. */
  limit?: number;
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
  /** What `Run.diagnose` can find. */
  faults: FaultEntry[];
  instruments: InstrumentEntry[];
  /** Settings that belong to no component, by their path in RunSettings. */
  settings: {
    problem: Hyperparameter[];
    network: Hyperparameter[];
    /** Settings of a problem that is a surface. */
    surface: Hyperparameter[];
    /** One row, for each coordinate of a surface's start. */
    start: Hyperparameter[];
    /** Settings that every optimizer accepts in addition to its own: batchSize, clipNorm. */
    optimizer: Hyperparameter[];
    /** Settings that every schedule accepts in addition to its own. Its own rows replace those with the same id. */
    schedule: Hyperparameter[];
    run: Hyperparameter[];
  };
}

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

export interface Report {
  step: number;
  /** Samples drawn, divided by the number of training samples. */
  epoch: number;
  /** Number of samples whose loss or gradient was computed, counted each time. */
  samplesSeen: number;
  work: { loss: number; gradient: number; hessianProduct: number };
  /**
   * Mini-batch loss, penalties included, at the parameters before the last update. If a rule's parameters are the
   * mean of a population, it is the lowest loss in that population. NaN at step 0.
   */
  loss: number;
  /** The learning rate of the last update. NaN at step 0, and for a rule without one. */
  learningRate: number;
  /** Norm of that mini-batch's gradient, before clipping. NaN at step 0, and for a rule without gradients. */
  gradientNorm: number;
  /** Number of steps so far in which the line search failed, so a small gradient step was taken. */
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
  /** The probability of each sample of data().train, in that order. They sum to 1. */
  probabilities: Float64Array;
  /**
   * Mean square of the gradient estimate from one sample, without penalties: drawn with these
   * probabilities, and drawn uniformly. Subtract `gradientSquare` to get the variance.
   */
  secondMoment: number;
  uniformSecondMoment: number;
  gradientSquare: number;
}

/** A fault that a run has. */
export interface Finding {
  /** Its id among the faults of the catalog. */
  fault: string;
  /** Numbers by name. Those of a remedy were measured in another training from the same start, with the remedy. */
  measured: Record<string, number>;
  /** Why a run that diverged ended: `Report.cause`. */
  cause?: string;
  /** A change that helps: the path of a setting in RunSettings, and its new value. */
  remedy?: { path: string; value: SettingValue };
}

/** The recorded curve. Columns of equal length, one row per recorded step, the first at step 0. */
export interface Curve {
  step: Float64Array;
  epoch: Float64Array;
  samplesSeen: Float64Array;
  /** Time spent in optimizer steps on this machine, without recording. */
  milliseconds: Float64Array;
  /** Mean loss over the whole training split, without penalties. */
  trainLoss: Float64Array;
  /** NaN throughout if there is no test split. */
  testLoss: Float64Array;
  /** NaN throughout for regression. */
  trainAccuracy: Float64Array;
  testAccuracy: Float64Array;
  /** The learning rate of the last update. NaN at step 0. */
  learningRate: Float64Array;
  /** A column for each layer: the norm of its weights, without biases. None on a surface. */
  weightNorms: Float64Array[];
}

/**
 * The path of a run on a surface: every step up to 5000, then only the steps of the curve. All values
 * are finite. Columns of equal length, the start first.
 */
export interface Path {
  step: Float64Array;
  x: Float64Array;
  y: Float64Array;
}

/**
 * The columns of each watched instrument, by its id: the series one after another, layer by layer. They have a row for
 * each record of the curve. NaN where there is no value, such as before the first step.
 */
export type Readings = Record<string, Float64Array[]>;

/** How many values lie in each of some stretches of equal width from `low` to `high`. */
export interface Histogram {
  low: number;
  high: number;
  counts: Float64Array;
}

export interface DataView {
  /** One row per sample, in original units. */
  inputs: number[][];
  /** How the numbers of a row of inputs are arranged. */
  shape: SampleShape;
  targets: number[] | number[][];
  /** Indices into inputs. */
  train: number[];
  test: number[];
  /** 0 for regression. */
  classes: number;
  /** The classes that have no sample in a part. Empty for an empty test part. */
  missing: { train: number[]; test: number[] };
}

/** Where a run pauses. Both are infinite by default. */
export interface Until {
  epoch?: number;
  samplesSeen?: number;
}

/** One row per sample, in original units: a list of rows, all numbers one after another, or the test split. */
export type Inputs = Row[] | Float32Array | Float64Array | 'test';

/** A layer of a network: sums of what it sees, weighted, each with a bias. An activation or the loss follows. */
export interface Layer {
  /** Sums per sample. */
  units: number;
  /** Of the matrix of weights. A dense layer has a row for each unit, and a column for each number that it sees. */
  rows: number;
  columns: number;
  /** The number of sums that each number enters. */
  fanOut: number;
  /** Where the weights begin in the run's parameters, row-major, and where the bias of each row does. */
  weights: number;
  biases: number;
}

/** `count` units of a layer from `first` on. Layers and units are counted from 0. */
export type UnitRange = readonly [layer: number, first: number, count: number];

/** All numbers of a run at one step. */
export interface StepState {
  parameters: Float32Array | Float64Array;
  /** The rule's vectors, as `Run.state` returns them. */
  state: Record<string, Float32Array | Float64Array>;
}

/** A mark of one step. What the numbers are depends on the kind of its entry in the catalog. */
export interface Mark {
  /** The name of its entry. */
  name: string;
  /**
   * x, y, x, y... An arrow has foot and tip, a point has one. `trials` are where the step looked, in order.
   * `members` are those of a population. A circle, a box, a curvature and a spread have their center.
   */
  points: Float64Array;
  /**
   * The radius of a circle, the value of a number, a factor for each parameter of a box, the eigenvalues of the matrix.
   */
  values: Float64Array;
  /** The index of the point of `trials` where the step went. Absent if it went to none of them. */
  taken?: number;
  /** Of a curvature and a spread: xx, xy, yx, yy. */
  matrix?: Float64Array;
  /** A unit eigenvector for each eigenvalue: x, y, x, y. */
  axes?: Float64Array;
}

/** What happened in one step. */
export interface Dissection {
  report: Report;
  before: StepState;
  /** The gradient that the rule began with, clipped. Empty if it asked for none. */
  gradient: Float32Array | Float64Array;
  /** What the rule draws of the step. Empty on a network. */
  marks: Mark[];
  after: StepState;
}

export interface Run {
  /**
   * Takes n steps, an integer from 0 to 1e9, and records the curve. It stops earlier at the first step that
   * reaches one of the `until` values. A run that has ended does not step.
   */
  step(n: number, until?: Until): Report;
  /** Takes one step like `step(1)`, and returns what happened in it. */
  dissect(): Dissection;
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
  setParameters(values: ArrayLike<number>): void;
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
  data(): DataView;
  /** Indices into data().inputs of the last update's mini-batch. */
  lastBatch(): Int32Array;
  /**
   * What is wrong with the run, the most important first. An empty list if nothing is. Trains the run again with remedies, for
   * up to half a second in all, unless settings were changed on the way or another run would not fit into memory.
   */
  diagnose(): Finding[];
  snapshot(): Uint8Array;
  restore(snapshot: Uint8Array): void;
  dispose(): void;
}

/** The engine without its catalog. */
export interface Core {
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
    inputs: number[][];
    shape: SampleShape;
    targets: number[] | number[][];
    task: Task;
    classes: number;
  };
}

export interface Engine extends Core {
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
