// SPDX-License-Identifier: MIT
import type { Handle, Raw, RawCurve, RawSamples } from './raw.ts';
import { leaves, problem, rows, SettingsError } from './settings.ts';
import type { Curve, DataView, Evaluation, OptimizerChange, Path, Report, Run } from './types.ts';

export const MOST_STEPS = 1e9;

/** A run behind its public face: every argument checked, every array a copy, no use after the end. */
export class EngineRun implements Run {
  readonly #raw: Raw;
  #handle: Handle | undefined;
  #milliseconds = 0;
  /** Time of each rung, beside the curve that the core keeps without a clock. */
  #times: number[] = [0];

  constructor(raw: Raw, handle: Handle) {
    this.#raw = raw;
    this.#handle = handle;
  }

  get #run(): Handle {
    if (this.#handle === undefined) throw new Error('This run has been disposed of.');
    return this.#handle;
  }

  step(n: number): Report {
    if (!Number.isInteger(n) || n < 0 || n > MOST_STEPS)
      throw new SettingsError([problem('n', `must be an integer from 0 to ${MOST_STEPS}`, n)]);
    const raw = this.#raw;
    const run = this.#run;
    // In pieces that end where the curve records, so that recording is not timed.
    for (let left = n; left > 0;) {
      const start = performance.now();
      const done = raw.advance(run, left);
      this.#milliseconds += performance.now() - start;
      raw.record(run);
      if (raw.rungs(run) > this.#times.length) this.#times.push(this.#milliseconds);
      if (done === 0) break;
      left -= done;
    }
    return raw.report(run);
  }

  report(): Report {
    return this.#raw.report(this.#run);
  }

  evaluate(): Evaluation {
    return this.#raw.evaluate(this.#run);
  }

  curve({ maxPoints = MOST_STEPS, from = 0 }: { maxPoints?: number; from?: number } = {}): Curve {
    if (!Number.isInteger(maxPoints) || maxPoints < 2)
      throw new SettingsError([problem('maxPoints', 'must be an integer from 2', maxPoints)]);
    checkFrom(from);
    const { rung, ...columns }: RawCurve = this.#raw.curve(
      this.#run,
      from,
      Math.min(maxPoints, MOST_STEPS),
    );
    return { ...columns, milliseconds: rung.map((i) => this.#times[i] ?? this.#milliseconds) };
  }

  path({ from = 0 }: { from?: number } = {}): Path {
    checkFrom(from);
    return this.#raw.path(this.#run, Math.min(from, MOST_STEPS));
  }

  get milliseconds(): number {
    return this.#milliseconds;
  }

  get parameters() {
    return this.#raw.parameters(this.#run);
  }

  get evaluationParameters() {
    return this.#raw.evaluationParameters(this.#run);
  }

  setParameters(values: ArrayLike<number>): void {
    const flat = Float64Array.from(values);
    if (!this.#raw.setParameters(this.#run, flat))
      throw new SettingsError([
        problem(
          'values',
          `must be ${this.#raw.parameters(this.#run).length} finite numbers`,
          flat.every(Number.isFinite) ? flat.length : 'a value that is not finite',
        ),
      ]);
    this.#milliseconds = 0;
    this.#times = [0];
  }

  gradient() {
    return this.#raw.gradient(this.#run);
  }

  hessianVectorProduct(v: ArrayLike<number>) {
    const direction = Float64Array.from(v);
    const size = this.#raw.parameters(this.#run).length;
    if (direction.length !== size || !direction.every(Number.isFinite))
      throw new SettingsError([
        problem(
          'v',
          `must be ${size} finite numbers`,
          direction.length === size ? 'a value that is not finite' : direction.length,
        ),
      ]);
    return this.#raw.hessianVectorProduct(this.#run, direction);
  }

  state() {
    return this.#raw.state(this.#run);
  }

  sampling() {
    return this.#raw.sampling(this.#run);
  }

  configure(change: OptimizerChange): void {
    const problems = this.#raw.configure(this.#run, leaves(change));
    if (problems.length > 0) throw new SettingsError(problems);
  }

  predict(inputs: number[][] | Float32Array | Float64Array): Float64Array {
    const inputWidth = this.#raw.hasData(this.#run) ? this.#raw.samples(this.#run).inputWidth : 2;
    const flat = Array.isArray(inputs)
      ? rows(inputs, 'inputs')
      : { values: Float64Array.from(inputs), width: inputWidth };
    if ('message' in flat) throw new SettingsError([flat]);
    if (flat.width !== inputWidth || flat.values.length % inputWidth !== 0)
      throw new SettingsError([
        problem('inputs', `must be rows of ${inputWidth} numbers`, flat.width),
      ]);
    return this.#raw.predict(this.#run, flat.values);
  }

  data(): DataView {
    const raw = this.#raw;
    const run = this.#run;
    if (!raw.hasData(run))
      throw new SettingsError([problem('data', 'must be asked of a run on data', 'a surface')]);
    const { inputs, targets, classes } = EngineRun.unflatten(raw.samples(run));
    return {
      inputs,
      targets,
      classes,
      train: Array.from(raw.train(run)),
      test: Array.from(raw.test(run)),
    };
  }

  lastBatch(): Int32Array {
    return Int32Array.from(this.#raw.lastBatch(this.#run));
  }

  snapshot(): Uint8Array {
    return this.#raw.snapshot(this.#run);
  }

  restore(snapshot: Uint8Array): void {
    if (!(snapshot instanceof Uint8Array) || !this.#raw.restore(this.#run, snapshot))
      throw new SettingsError([
        problem('snapshot', 'must come from a run of the same settings', snapshot),
      ]);
    this.#times.length = Math.min(this.#times.length, this.#raw.rungs(this.#run));
    while (this.#times.length < this.#raw.rungs(this.#run)) this.#times.push(this.#milliseconds);
  }

  dispose(): void {
    if (this.#handle !== undefined) this.#raw.dispose(this.#handle);
    this.#handle = undefined;
  }

  static unflatten(samples: RawSamples) {
    const { inputWidth, outputWidth, classes, task } = samples;
    const inputs = table(samples.inputs, inputWidth);
    const targets =
      outputWidth === 1 ? Array.from(samples.targets) : table(samples.targets, outputWidth);
    return { inputs, targets, classes, task };
  }
}

function checkFrom(from: number): void {
  if (!Number.isInteger(from) || from < 0)
    throw new SettingsError([problem('from', 'must be an integer from 0', from)]);
}

function table(flat: Float64Array, width: number): number[][] {
  return Array.from({ length: flat.length / width }, (_, i) =>
    Array.from(flat.subarray(i * width, (i + 1) * width)),
  );
}
