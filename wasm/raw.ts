// SPDX-License-Identifier: MIT
/**
 * The module as bindings.cpp leaves it: unchecked arguments, lives that end by delete().
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

/** One row a kept rung; `rung` is its place among all recorded. */
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

export interface RawRun {
  advance(n: number): number;
  record(): void;
  report(): Report;
  evaluate(): Evaluation;
  rungs(): number;
  curve(from: number, most: number): RawCurve;
  path(from: number): Path;
  parameters(): Reals;
  evaluationParameters(): Reals;
  setParameters(values: Float64Array): boolean;
  gradient(): Reals;
  hessianVectorProduct(v: Float64Array): Reals;
  state(): Record<string, Reals>;
  sampling(): Sampling | undefined;
  configure(change: RawSetting[]): Problem[];
  predict(inputs: Float64Array): Float64Array<ArrayBuffer>;
  /** Whether a network is trained: only then there are samples, train, and test. */
  hasData(): boolean;
  samples(): RawSamples;
  train(): Uint32Array<ArrayBuffer>;
  test(): Uint32Array<ArrayBuffer>;
  lastBatch(): Uint32Array<ArrayBuffer>;
  snapshot(): Uint8Array<ArrayBuffer>;
  restore(bytes: Uint8Array): boolean;
  delete(): void;
}

export interface Raw {
  createRun(
    settings: RawSetting[],
    ownData: RawOwnData | null,
  ): { problems: Problem[]; run?: RawRun };
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
}
