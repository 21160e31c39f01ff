// SPDX-License-Identifier: MIT
/** The components of the catalog in Python, as the engine's core writes them. */

/** A rule or a wrapper. `{id}` stands for the value of that hyperparameter. */
export interface RuleCode {
  /** How it is made, without its first argument. If absent, the class is given all hyperparameters by name. */
  readonly call?: string;
  /** Its class, if the library has none that does the same. */
  readonly definition?: string;
  /** The class to take instead where the learning rate changes during the race. */
  readonly scheduled?: string;
}

/** The body of a function of `outputs` and `y`, for each kind of targets. */
export interface LossCode {
  readonly twoClasses?: string;
  readonly classes?: string;
  readonly values?: string;
}

/** By the ids of the catalog. What no script can repeat is left out. */
export interface CodeTexts {
  readonly optimizers: Readonly<Record<string, RuleCode>>;
  readonly wrappers: Readonly<Record<string, RuleCode>>;
  /** A function of t and all hyperparameters, or a class if the schedule listens to the losses. */
  readonly schedules: Readonly<Record<string, string>>;
  /** What makes the layer. */
  readonly activations: Readonly<Record<string, string>>;
  readonly losses: Readonly<Record<string, LossCode>>;
}
