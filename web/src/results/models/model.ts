// SPDX-License-Identifier: MIT

export type Numbers = Float32Array | Float64Array;

/** A matrix or a vector of a network, as PyTorch's Linear has it: weights are [out, in]. Normalized layers have a gain and a shift. */
export interface Parameter {
  name: string;
  shape: number[];
  values: Numbers;
}

/** A layer of a model: z = W x + b, normalized if it has a gain, and then its activation. The last one is linear. */
export interface ModelLayer {
  weight: Parameter;
  bias: Parameter;
  normalized: Normalized | undefined;
  activation: string | undefined;
}

/** The statistics of each unit in batch normalization. Layer normalization takes them from each sample. */
export interface Normalized {
  gain: Parameter;
  shift: Parameter;
  statistics: { mean: Parameter; variance: Parameter } | undefined;
}

/** What a racer has learned, apart from how it learned it. */
export interface Model {
  layers: ModelLayer[];
  loss: string;
  /** 0 for regression. */
  classes: number;
  inputs: number;
  /** Inputs are first centred and divided by this, if the race standardizes them. */
  standardization: { mean: Float64Array; deviation: Float64Array } | undefined;
}

/** All arrays of a model, in the order of its layers. */
export function parametersOf({ layers }: Model): Parameter[] {
  return layers.flatMap(({ weight, bias, normalized }) => [
    weight,
    bias,
    ...(normalized
      ? [normalized.gain, normalized.shift, ...Object.values(normalized.statistics ?? {})]
      : []),
  ]);
}
