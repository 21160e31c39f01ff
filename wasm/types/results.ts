// SPDX-License-Identifier: MIT
/** What a run reports of itself. */
import type { SampleShape, SettingValue } from './catalog.ts';
import type { Row } from './settings.ts';

/** Where a run stands. */
export interface Report {
  /** The number of steps taken. */
  step: number;
  /** Samples drawn, divided by the number of training samples. */
  epoch: number;
  /** Number of samples whose loss or gradient was computed, counted each time. */
  samplesSeen: number;
  /** Samples evaluated so far, by kind. */
  work: {
    /** For the loss alone. */
    loss: number;
    /** For the gradient, which includes the loss. */
    gradient: number;
    /** For a product of the Hessian with a vector. `samplesSeen` counts it twice. */
    hessianProduct: number;
  };
  /**
   * Mini-batch loss as training sees it, with penalties, label smoothing and weights of classes, at the parameters before the last update. If a rule's parameters are the
   * mean of a population, it is the lowest loss in that population. NaN at step 0.
   */
  loss: number;
  /** The learning rate of the last update. NaN at step 0, and for a rule without one. */
  learningRate: number;
  /** Norm of that mini-batch's gradient, before clipping. NaN at step 0, and for a rule without gradients. */
  gradientNorm: number;
  /** Number of steps so far in which the line search failed, so a small gradient step was taken. */
  failedSearches: number;
  /** `converged` and `diverged` end a run: it takes no more steps. */
  status: 'running' | 'converged' | 'diverged';
  /** Why the run ended. Absent while it is running. */
  cause?: {
    /** For programs. */
    code: string;
    /** For people. */
    message: string;
  };
}

/** Losses and accuracies of the evaluation parameters on all samples. */
export interface Evaluation {
  /**
   * The mean over the training samples, penalties included: what the rule minimizes, but for label smoothing and
   * weights of classes. On a surface its value.
   */
  trainLoss: number;
  /** The same without penalties. */
  trainDataLoss: number;
  /** The mean over the test samples, without penalties. Absent if there are none. */
  testLoss?: number;
  /** The share of training samples classified correctly, from 0 to 1. Absent for regression and on a surface. */
  trainAccuracy?: number;
  /** The same for test samples. Absent without them. */
  testAccuracy?: number;
}

/** How a rule that chooses its samples draws the next ones. */
export interface Sampling {
  /** The probability of each sample of data().train, in that order. They sum to 1. */
  probabilities: Float64Array;
  /**
   * Mean square of the gradient estimate from one sample, without penalties: drawn with these
   * probabilities, and drawn uniformly. Subtract `gradientSquare` to get the variance.
   */
  secondMoment: number;
  /** The second moment if all samples were equally likely. */
  uniformSecondMoment: number;
  /** The squared norm of the mean gradient. */
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
  remedy?: {
    /** Such as `optimizer.learningRate`. */
    path: string;
    /** The value to give it. */
    value: SettingValue;
  };
}

/** The recorded curve. Columns of equal length, one row per recorded step, the first at step 0. */
export interface Curve {
  /** The number of the step. 0 is the start. */
  step: Float64Array;
  /** Samples drawn, divided by the number of training samples. */
  epoch: Float64Array;
  /** Samples whose loss or gradient was computed, counted each time. */
  samplesSeen: Float64Array;
  /** Time spent in optimizer steps on this machine, without recording. */
  milliseconds: Float64Array;
  /** Mean loss over the whole training split, without penalties. */
  trainLoss: Float64Array;
  /** NaN throughout if there is no test split. */
  testLoss: Float64Array;
  /** NaN throughout for regression. */
  trainAccuracy: Float64Array;
  /** NaN throughout for regression, and without a test split. */
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
  /** The number of the step. */
  step: Float64Array;
  /** The first coordinate. */
  x: Float64Array;
  /** The second coordinate. */
  y: Float64Array;
}

/**
 * The columns of each watched instrument, by its id: the series one after another, layer by layer. They have a row for
 * each record of the curve. NaN where there is no value, such as before the first step.
 */
export type Readings = Record<string, Float64Array[]>;

/** How many values lie in each of some stretches of equal width from `low` to `high`. */
export interface Histogram {
  /** The lower end of the first stretch. */
  low: number;
  /** The upper end of the last stretch, which includes it. */
  high: number;
  /** How many values lie in each stretch. */
  counts: Float64Array;
}

/** The samples of a run, and how they are split. */
export interface DataView {
  /** One row per sample, in original units. */
  inputs: number[][];
  /** How the numbers of a row of inputs are arranged. */
  shape: SampleShape;
  /** Class numbers from 0, or one value or row of values per sample, in original units. */
  targets: number[] | number[][];
  /** Indices into inputs. */
  train: number[];
  /** Indices into inputs of the samples that are not trained on. */
  test: number[];
  /** 0 for regression. */
  classes: number;
  /** The classes that have no sample in a part. Empty for an empty test part. */
  missing: {
    /** Class numbers without a training sample. */
    train: number[];
    /** Class numbers without a test sample. */
    test: number[];
  };
}

/** Where a run pauses. Both are infinite by default. */
export interface Until {
  /** A number of passes over the training samples. */
  epoch?: number;
  /** A number of samples whose loss or gradient was computed. */
  samplesSeen?: number;
}

/** One row per sample, in original units: a list of rows, all numbers one after another, or the test split. */
export type Inputs = Row[] | Float32Array | Float64Array | 'test';

/** A layer of a network: sums of what it sees, weighted, each with a bias. What follows is not part of it. */
export interface Layer {
  /** Sums per sample. */
  units: number;
  /** Of the matrix of weights. A dense layer has a row for each unit, and a column for each number that it sees. */
  rows: number;
  /** See `rows`. */
  columns: number;
  /** The number of sums that each number enters. */
  fanOut: number;
  /** Where the weights begin in the run's parameters, row-major, and where the bias of each row does. */
  weights: number;
  /** See `weights`. */
  biases: number;
  /** Where the gains of a normalized layer begin, one a row. 0 without normalization. */
  gains: number;
  /** Where its shifts begin, one a row. 0 without normalization. */
  shifts: number;
}

/** `count` units of a layer from `first` on. Layers and units are counted from 0. */
export type UnitRange = readonly [layer: number, first: number, count: number];

/** All numbers of a run at one step. */
export interface StepState {
  /** The parameters, in the layout of `Run.parameters`. */
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
  /** Where the run stands after the step. */
  report: Report;
  /** All numbers before the step. */
  before: StepState;
  /** The gradient that the rule began with, clipped. Empty if it asked for none. */
  gradient: Float32Array | Float64Array;
  /** What the rule draws of the step. Empty on a network. */
  marks: Mark[];
  /** All numbers after the step. */
  after: StepState;
}
