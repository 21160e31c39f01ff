// SPDX-License-Identifier: MIT

export type Numbers = Float32Array | Float64Array;

/** A matrix or a vector of a network, as PyTorch's Linear has it: weights are [out, in]. */
export interface Parameter {
  name: string;
  shape: number[];
  values: Numbers;
}

/** What a racer has learned, apart from how it learned it. */
export interface Model {
  parameters: Parameter[];
  activation: string;
  loss: string;
  /** 0 for regression. */
  classes: number;
  inputs: number;
  /** Inputs are first centred and divided by this, if the race standardizes them. */
  standardization: { mean: Float64Array; deviation: Float64Array } | undefined;
}
