// SPDX-License-Identifier: MIT
/**
 * The functions of bindings.cpp: arguments are not checked, and runs must be freed with dispose().
 * A test compares their names and answers with those of the loaded module.
 */
import type {
  Curve,
  Dissection,
  Histogram,
  Path,
  Problem,
  Readings,
  Run,
  SampleShape,
  Task,
} from './types.ts';

export type RawSetting = [path: string, kind: string, value: unknown];

export interface RawOwnData {
  inputs: Float64Array | Uint8Array;
  targets: Float64Array;
  shape: SampleShape;
  outputWidth: number;
  classes: number;
  regression: boolean;
}

export interface RawSamples {
  inputs: Float64Array | Uint8Array;
  targets: Float64Array;
  shape: SampleShape;
  outputWidth: number;
  classes: number;
  task: Task;
}

/** The curve without what the core does not know. `record` is each row's index among all records. */
export type RawCurve = Omit<Curve, 'milliseconds'> & { record: Float64Array<ArrayBuffer> };

export type Reals = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** The address of a run, from `createRun` until `dispose`. */
export type Handle = number;

interface RawEngine {
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
  scheduleRates(
    settings: RawSetting[],
    learningRate: number,
    updates: Float64Array,
  ): { problems: Problem[]; rates?: Float64Array<ArrayBuffer> };
}

/** What differs from the methods of Run with these names, or has none. */
interface RawRun {
  advance(run: Handle, n: number, epoch: number, samplesSeen: number): number;
  record(run: Handle): void;
  /** Takes a step. */
  dissect(run: Handle): Pick<Dissection, 'gradient' | 'marks'>;
  records(run: Handle): number;
  curve(run: Handle, from: number, most: number): RawCurve;
  path(run: Handle, from: number): Path;
  parameters(run: Handle): Reals;
  evaluationParameters(run: Handle): Reals;
  watch(run: Handle, instruments: string[]): { problems: Problem[]; from?: number };
  readings(run: Handle, from: number): Readings;
  histograms(run: Handle, instrument: string): { problems: Problem[]; histograms?: Histogram[] };
  setParameters(run: Handle, values: Float64Array): boolean;
  hessianVectorProduct(run: Handle, v: Float64Array): Reals;
  configure(run: Handle, change: RawSetting[]): Problem[];
  predict(run: Handle, inputs: Float64Array): Float64Array<ArrayBuffer>;
  /** `ranges` holds layer, first, and count of each range of units. */
  activations(run: Handle, inputs: Float64Array, ranges: Float64Array): Float64Array<ArrayBuffer>;
  /** Numbers per row in the input and the result of predict. */
  shape(run: Handle): { inputs: number; outputs: number };
  /** Whether the run trains a network. Only then samples, train, and test may be called. */
  hasData(run: Handle): boolean;
  samples(run: Handle, rows: ArrayLike<number> | null): RawSamples;
  train(run: Handle): Uint32Array<ArrayBuffer>;
  test(run: Handle): Uint32Array<ArrayBuffer>;
  lastBatch(run: Handle): Uint32Array<ArrayBuffer>;
  restore(run: Handle, bytes: Uint8Array): boolean;
}

/** The methods of Run that run.ts composes from several calls. */
type Composed = 'step' | 'data';

/** All other methods of Run. The module has them as functions that take the run first. */
type Answers = {
  [Method in Exclude<keyof Run, keyof RawRun | Composed | 'milliseconds'>]: (
    run: Handle,
    ...args: Parameters<Run[Method]>
  ) => ReturnType<Run[Method]>;
};

export type Raw = RawEngine & RawRun & Answers;
