// SPDX-License-Identifier: MIT
/** The components of the catalog in Python, as the engine's core writes them. */

/** A rule as a library has it. */
export interface OwnCode {
  /** How it is made, without the parameters. `{id}` stands for the value of that hyperparameter, and the others must be 0. */
  readonly call?: string;
  /** In what it differs, where the rule is written out in its place. */
  readonly differs?: string;
  /** Whether the call does the same only while the learning rate is constant. */
  readonly constantRate?: true;
}

/** A rule or a wrapper. */
export interface RuleCode {
  readonly pytorch: OwnCode;
  readonly keras: OwnCode;
  /** Its class for both libraries, which is given all hyperparameters by name. */
  readonly rule?: string;
  /** A class for PyTorch alone: the one that the call names, or without a call the rule. */
  readonly definition?: string;
}

/** The bodies of functions of `outputs` and `y`, for each kind of targets. */
export interface LossCode {
  readonly twoClasses?: string;
  readonly classes?: string;
  readonly values?: string;
  /** With as many columns in `y` as in the outputs. */
  readonly keras: { readonly twoClasses?: string; readonly columns?: string };
}

/** By the ids of the catalog. What no script can repeat is left out. */
export interface CodeTexts {
  readonly optimizers: Readonly<Record<string, RuleCode>>;
  readonly wrappers: Readonly<Record<string, RuleCode>>;
  /** A function of t and all hyperparameters, or a class if the schedule listens to the losses. */
  readonly schedules: Readonly<Record<string, string>>;
  /** What makes the layer in PyTorch, and the argument of a layer in Keras. */
  readonly activations: Readonly<
    Record<string, { readonly pytorch: string; readonly keras: string }>
  >;
  readonly losses: Readonly<Record<string, LossCode>>;
}
