// SPDX-License-Identifier: MIT
/**
 * The functions of bindings.cpp: arguments are not checked, and runs must be freed with dispose().
 * A test compares these names with those of the loaded module.
 */
import type { Evaluation, Path, Problem, Report, Sampling, Task } from './types.ts';

export type RawSetting = [path: string, kind: string, value: unknown];

export interface RawOwnData {
  inputs: Float64Array;
  targets: Float64Array;
  inputWidth: number;
  outputWidth: number;
  classes: number;
  regression: boolean;
}

export interface RawSamples {
  inputs: Float64Array;
  targets: Float64Array;
  inputWidth: number;
  outputWidth: number;
  classes: number;
  task: Task;
}

/** One row per kept rung. `rung` is its index among all recorded rungs. */
export type RawCurve = Record<
  | 'rung'
  | 'step'
  | 'epoch'
  | 'samplesSeen'
  | 'trainLoss'
  | 'testLoss'
  | 'trainAccuracy'
  | 'testAccuracy'
  | 'learningRate',
  Float64Array<ArrayBuffer>
>;

export type Reals = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** The address of a run, from `createRun` until `dispose`. */
export type Handle = number;

export interface Raw {
  createRun(
    settings: RawSetting[],
    ownData: RawOwnData | null,
  ): { problems: Problem[]; run?: Handle };
  checkRun(settings: RawSetting[], ownData: RawOwnData | null): Problem[];
  sample(settings: RawSetting[]): { problems: Problem[]; samples?: RawSamples };
  values(
    settings: RawSetting[],
    points: Float64Array,
  ): { problems: Problem[]; values?: Float64Array<ArrayBuffer> };
  rates(
    settings: RawSetting[],
    learningRate: number,
    updates: Float64Array,
  ): { problems: Problem[]; rates?: Float64Array<ArrayBuffer> };

  advance(run: Handle, n: number): number;
  record(run: Handle): void;
  report(run: Handle): Report;
  evaluate(run: Handle): Evaluation;
  rungs(run: Handle): number;
  curve(run: Handle, from: number, most: number): RawCurve;
  path(run: Handle, from: number): Path;
  parameters(run: Handle): Reals;
  evaluationParameters(run: Handle): Reals;
  setParameters(run: Handle, values: Float64Array): boolean;
  gradient(run: Handle): Reals;
  hessianVectorProduct(run: Handle, v: Float64Array): Reals;
  state(run: Handle): Record<string, Reals>;
  sampling(run: Handle): Sampling | undefined;
  configure(run: Handle, change: RawSetting[]): Problem[];
  predict(run: Handle, inputs: Float64Array): Float64Array<ArrayBuffer>;
  /** Numbers per row in the input and the result of predict. */
  shape(run: Handle): { inputs: number; outputs: number };
  /** Whether the run trains a network. Only then samples, train, and test may be called. */
  hasData(run: Handle): boolean;
  samples(run: Handle): RawSamples;
  train(run: Handle): Uint32Array<ArrayBuffer>;
  test(run: Handle): Uint32Array<ArrayBuffer>;
  lastBatch(run: Handle): Uint32Array<ArrayBuffer>;
  snapshot(run: Handle): Uint8Array<ArrayBuffer>;
  restore(run: Handle, bytes: Uint8Array): boolean;
  dispose(run: Handle): void;
}
