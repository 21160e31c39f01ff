// SPDX-License-Identifier: MIT
/**
 * What the engine says of its components: the catalog. Everything the page shows about a component comes from
 * it, so no component is named here.
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
