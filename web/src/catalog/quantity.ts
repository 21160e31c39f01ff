// SPDX-License-Identifier: MIT

/** What stands for a symbol of an update rule in one step of one parameter. */
export type Quantity =
  /** The gradient, the number of the step, and the learning rate that the step used. */
  | 'gradient'
  | 'step'
  | 'rate'
  /** A hyperparameter, by its id. */
  | `setting ${string}`
  /** The parameter (after the space is nothing) or one of the rule's own vectors, before and after the step. */
  | `before ${string}`
  | `after ${string}`;

/** An assignment in which each symbol with a value is an element of class `q0`, `q1`, and so on. */
export interface FillableFormula {
  mathml: string;
  /** What the values are, in the order of the classes. */
  quantities: Quantity[];
}
