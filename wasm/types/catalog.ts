// SPDX-License-Identifier: MIT
/**
 * What the engine says of its components: the catalog. Everything the page shows about a component comes from
 * it, so no component is named here.
 */

/** How numbers are stored: in 32 or 64 bits. */
export type Precision = 'float32' | 'float64';

/** A value of a setting. */
export type SettingValue = number | string | boolean | number[];

/** The allowed values of a number, which check enforces. `null` means unbounded. */
export interface Domain {
  /** The lowest value. */
  min: number | null;
  /** The highest value. */
  max: number | null;
  /** Whether the lowest value itself is left out. */
  minOpen: boolean;
  /** Whether the highest value itself is left out. */
  maxOpen: boolean;
}

/** The range of a slider. Allowed values outside it can still be typed. */
export interface Slider {
  /** The left end. */
  min: number;
  /** The right end. */
  max: number;
  /** Whether equal distances are equal differences or equal ratios. */
  scale: 'linear' | 'log';
}

/** One of the words that a setting may be. */
export interface Choice {
  /** The word, as settings write it. */
  id: string;
  /** Its name for readers. */
  name: string;
}

/** A setting of a component. Its control, its check, and its documentation are made from it. */
export interface Hyperparameter {
  /** Its key in settings. */
  id: string;
  /** Its name for readers. */
  name: string;
  /** The paper's symbol in Unicode, or '' if there is none. */
  symbol: string;
  /** `integers` is a list, such as the units of each hidden layer. */
  kind: 'number' | 'integer' | 'integers' | 'choice' | 'switch' | 'text';
  /** The value of a setting that is left out. */
  default: SettingValue;
  /** For a number, an integer, and each member of `integers`. */
  domain?: Domain;
  /** For numbers: a useful range. */
  slider?: Slider;
  /** The unit of its numbers, or '' if there is none. */
  unit: string;
  /** What changes when it is raised or lowered. */
  doc: string;
  /** For a `choice`: all allowed values. For an `integer`: words allowed besides numbers (batchSize: 'full'). */
  choices?: Choice[];
  /** For a `text`: the most bytes it may have. Texts are formulas. */
  longest?: number;
  /** Set if a change during a run takes effect only after a restart. */
  live?: false;
  /** Set if it is the optimizer's step size, whatever its name: a smaller one overshoots less. */
  role?: 'step-size';
  /** Set if it is for one kind of task alone. On the other it must have its default. */
  task?: Task;
}

/** The common properties of all entries of the catalog. */
export interface Component {
  /** Its name in settings. */
  id: string;
  /** Its name for readers. */
  name: string;
  /** What it does, in a sentence. */
  summary: string;
  /** Its settings. */
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
  /** Texts for readers who are new to it. */
  guide: Guide;
}

/** Whether targets are classes or values. */
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
  /** Its key in the marks of a step. */
  name: string;
  /** Its shape. */
  kind: MarkKind;
  /** Its name for readers. */
  label: string;
  /** What it shows. */
  doc: string;
  /** It is shown together for so many last steps. */
  steps: number;
}

/** Where a component was published. */
export interface Paper {
  /** In the language of the paper. */
  title: string;
  /** Initials and family names. */
  authors: string;
  /** Of publication. */
  year: number;
  /** Where it can be read. */
  url: string;
}

/** A rule. */
export interface OptimizerEntry extends GuidedComponent {
  /** The group that it is listed in. */
  family: string;
  /** TeX. */
  formula: string;
  /** Where the rule was published. */
  paper: Paper;
  /** What a problem must offer. */
  needs: Need[];
  /** Set if each step takes the whole training set. */
  batch?: 'full';
  /** Set if it needs 64 bits. */
  precision?: 'float64';
  /** The rule draws the samples of its steps itself. `Run.sampling` returns their probabilities. */
  sampler?: true;
  /** It works with n × n matrices, so it needs a small network. */
  dense?: true;
  /** The situations that it suits, and what it does about each, to follow "It". */
  suits: {
    /** The situation. */
    situation: Situation;
    /** A phrase such as `keeps few numbers`. */
    why: string;
  }[];
  /** The rule's own vectors with a number for each parameter, by the names of `Run.state`. */
  state: {
    /** Its key in `Run.state`. */
    name: string;
    /** As in the formula. */
    symbol: string;
    /** What it holds. */
    doc: string;
  }[];
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
  /** The implementation or the paper that its steps were compared with. */
  checkedAgainst: string;
}

/** A modification that can be applied to any rule, such as averaging its weights. */
export interface WrapperEntry extends GuidedComponent {
  /** TeX. */
  formula: string;
  /** Where it was published. */
  paper: Paper;
  /** The optimizers it can't wrap, each with the reason: `{ asgd: 'keeps an average already' }`. */
  unfit: Record<string, string>;
  /** For implementers: which variant this is. */
  notes: string;
  /** Evaluations per step and state, in addition to the rule's own. */
  cost: string;
  /** State, in multiples of the n parameters. */
  memory: string;
  /** What its steps were compared with. */
  checkedAgainst: string;
}

/** A learning rate that changes with the updates. */
export interface ScheduleEntry extends GuidedComponent {
  /** TeX of the learning rate of update t. The first update is t = 0. */
  formula: string;
  /** Where it was published. */
  paper: Paper;
  /** Whether its rates depend on the losses of the run, so they can't be known in advance. */
  listens: boolean;
  /** For implementers: which variant this is. */
  notes: string;
  /** What its rates were compared with. */
  checkedAgainst: string;
}

/**
 * The extents of one sample, an image of channels × height × width numbers: one channel after another, each row
 * by row from the top. A plain list of numbers is an image of one row.
 */
export interface SampleShape {
  /** 1 for grey images, 3 for colours. */
  channels: number;
  /** Rows. */
  height: number;
  /** Columns. */
  width: number;
}

/** A generated data set. */
export interface DatasetEntry extends GuidedComponent {
  /** Whether its targets are classes or values. */
  task: Task;
  /** Input values per sample. */
  inputs: number;
  /** How the input values of a sample are arranged. */
  shape: SampleShape;
  /** Regression: target values per sample. */
  outputs: number;
}

/** A loss function. */
export interface LossEntry extends Component {
  /** The tasks that the loss is defined for. */
  tasks: Task[];
  /** The tasks for which it is the default loss. */
  defaultFor: Task[];
}

/** A function of two parameters. */
export interface SurfaceEntry extends GuidedComponent {
  /** TeX. */
  formula: string;
  /** The part that is drawn: the ranges of x and y. */
  domain: [[number, number], [number, number]];
  /** Where races begin. */
  start: [number, number];
  /** Its lowest points, with their heights. */
  minima: {
    /** The point x, y. */
    at: [number, number];
    /** The height there. */
    value: number;
  }[];
  /** The suggested race: optimizers by id. */
  race: {
    /** The rule. */
    optimizer: string;
    /** Its best learning rate here. */
    learningRate: number;
  }[];
  /**
   * Set if the drawn part depends on settings, by id: the x and y of its center, and the distance from there to
   * each side. `domain` is then that of their defaults, and the minima are not known.
   */
  frame?: [x: string, y: string, reach: string];
}

/** Something that goes wrong in a run. */
export interface FaultEntry {
  /** Its name in findings. */
  id: string;
  /** Its name for readers. */
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
  /** The axis that suits its values. */
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

/** All components of the engine, with what a reader needs to know about them. */
export interface Catalog {
  /** The rules, by family. */
  optimizers: OptimizerEntry[];
  /** What can be put around a rule. */
  wrappers: WrapperEntry[];
  /** Learning-rate schedules. */
  schedules: ScheduleEntry[];
  /** Generated data sets. */
  datasets: DatasetEntry[];
  /** Functions of two parameters. */
  surfaces: SurfaceEntry[];
  /** Nonlinearities of hidden units. */
  activations: Component[];
  /** Loss functions. */
  losses: LossEntry[];
  /** Distributions of initial weights. */
  initializers: Component[];
  /** What `Run.diagnose` can find. */
  faults: FaultEntry[];
  /** What can be watched of a run. */
  instruments: InstrumentEntry[];
  /** Settings that belong to no component, by their path in RunSettings. */
  settings: {
    /** Settings of a problem that is a network on data. */
    problem: Hyperparameter[];
    /** Settings of the network. */
    network: Hyperparameter[];
    /** Settings of a problem that is a surface. */
    surface: Hyperparameter[];
    /** One row, for each coordinate of a surface's start. */
    start: Hyperparameter[];
    /** Settings that every optimizer accepts in addition to its own: batchSize, clipNorm. */
    optimizer: Hyperparameter[];
    /** Settings that every schedule accepts in addition to its own. Its own rows replace those with the same id. */
    schedule: Hyperparameter[];
    /** Settings of the run as a whole. */
    run: Hyperparameter[];
  };
}
