// SPDX-License-Identifier: MIT
import {
  idsAt,
  integerAt,
  limitOf,
  MOST_STEPS,
  optionsAt,
  rangesAt,
  samplesAt,
} from './arguments.ts';
import { soundLeaves } from './leaves.ts';
import { inPieces, type Numbers, numbersAt, rows } from './numbers.ts';
import type { Handle, Raw, RawCurve, RawSamples } from './raw.ts';
import {
  attempt,
  counted,
  inDomain,
  objectAt,
  ofShape,
  refuse,
  SettingsError,
} from './settings.ts';
import { sizeOf } from './shape.ts';
import type {
  Curve,
  DataView,
  Dissection,
  Evaluation,
  Histogram,
  Inputs,
  Layer,
  OptimizerChange,
  Path,
  Readings,
  Report,
  Run,
  Until,
  UnitRange,
} from './types.ts';

/** The public API of a run. Checks every argument, copies every array, and throws after dispose(). */
export class EngineRun implements Run {
  readonly #raw: Raw;
  #handle: Handle | undefined;
  #milliseconds = 0;
  /** The time at each record in milliseconds. The core's curve has none, because it has no clock. */
  #times: number[] = [0];
  /** The inputs of the test split. They are kept, because a page asks for them again and again. */
  #testInputs: Numbers | undefined;

  constructor(raw: Raw, handle: Handle) {
    this.#raw = raw;
    this.#handle = handle;
  }

  get #run(): Handle {
    if (this.#handle === undefined) throw new Error('This run has been disposed of.');
    return this.#handle;
  }

  step(n: number, until: Until = {}): Report {
    if (!Number.isInteger(n) || n < 0 || n > MOST_STEPS)
      refuse('n', inDomain(`must be an integer from 0 to ${MOST_STEPS}`), n);
    const { epoch, samplesSeen } = limitOf(until);
    const raw = this.#raw;
    const run = this.#run;
    // In pieces that end at the recorded steps, so recording is not timed.
    for (let left = n; left > 0;) {
      const start = performance.now();
      const done = raw.advance(run, left, epoch, samplesSeen);
      this.#milliseconds += performance.now() - start;
      raw.record(run);
      this.#noteTime();
      if (done === 0) break;
      left -= done;
    }
    return raw.report(run);
  }

  /** Notes the time of a new record. */
  #noteTime(): void {
    if (this.#raw.records(this.#run) > this.#times.length) this.#times.push(this.#milliseconds);
  }

  dissect(): Dissection {
    const now = () => ({ parameters: this.parameters, state: this.state() });
    const before = now();
    const seen = this.#raw.dissect(this.#run);
    this.#noteTime();
    return { report: this.report(), before, ...seen, after: now() };
  }

  report(): Report {
    return this.#raw.report(this.#run);
  }

  evaluate(): Evaluation {
    return this.#raw.evaluate(this.#run);
  }

  curve(options: { maxPoints?: number; from?: number } = {}): Curve {
    const { maxPoints = MOST_STEPS, from = 0 } = optionsAt(options, ['maxPoints', 'from']);
    const { record, ...columns }: RawCurve = this.#raw.curve(
      this.#run,
      integerAt(from, 'from', 0),
      integerAt(maxPoints, 'maxPoints', 2),
    );
    return { ...columns, milliseconds: record.map((i) => this.#times[i] ?? this.#milliseconds) };
  }

  path(options: { from?: number } = {}): Path {
    const { from = 0 } = optionsAt(options, ['from']);
    return this.#raw.path(this.#run, integerAt(from, 'from', 0));
  }

  watch(instruments: string[]): number {
    const made = this.#raw.watch(this.#run, idsAt(instruments, 'instruments'));
    if (made.from === undefined) throw new SettingsError(made.problems);
    return made.from;
  }

  unsuited() {
    return this.#raw.unsuited(this.#run);
  }

  readings(options: { from?: number } = {}): Readings {
    const { from = 0 } = optionsAt(options, ['from']);
    return this.#raw.readings(this.#run, integerAt(from, 'from', 0));
  }

  histograms(instrument: string): Histogram[] {
    const [id = ''] = idsAt([instrument], 'instrument');
    const made = this.#raw.histograms(this.#run, id);
    if (made.histograms === undefined) throw new SettingsError(made.problems);
    return made.histograms;
  }

  rates() {
    return this.#raw.rates(this.#run);
  }

  batchStatistics() {
    return this.#raw.batchStatistics(this.#run);
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
    const point = this.#vector(values, 'values');
    // A finite double may overflow float32.
    if (!this.#raw.setParameters(this.#run, point))
      refuse(
        'values',
        inDomain(`must be ${counted(point.length, 'finite number')}`),
        'a value that is not finite',
      );
    this.#milliseconds = 0;
    this.#times = [0];
  }

  gradient() {
    return this.#raw.gradient(this.#run);
  }

  hessianVectorProduct(v: ArrayLike<number>) {
    return this.#raw.hessianVectorProduct(this.#run, this.#vector(v, 'v'));
  }

  /** Reads a finite number for each parameter. */
  #vector(values: unknown, path: string) {
    const size = this.#raw.parameters(this.#run).length;
    const rule = `must be ${counted(size, 'finite number')}`;
    const length = attempt(() => (values as ArrayLike<unknown>).length);
    // Checked before the values are copied.
    if (length !== size) refuse(path, ofShape(rule), length ?? values);
    const numbers = numbersAt(values, path);
    if (!numbers.every(Number.isFinite)) refuse(path, inDomain(rule), 'a value that is not finite');
    return numbers;
  }

  state() {
    return this.#raw.state(this.#run);
  }

  sampling() {
    return this.#raw.sampling(this.#run);
  }

  configure(change: OptimizerChange): void {
    const problems = this.#raw.configure(this.#run, soundLeaves(objectAt(change, 'change')));
    if (problems.length > 0) throw new SettingsError(problems);
  }

  predict(inputs: Inputs): Float64Array {
    const run = this.#run;
    const shape = this.#raw.shape(run);
    const values = this.#rowsAt(inputs, shape.inputs);
    return inPieces(values, 'inputs', [shape.inputs, shape.outputs], (some) =>
      this.#raw.predict(run, some),
    );
  }

  layers(): Layer[] {
    return this.#raw.layers(this.#run);
  }

  activations(inputs: Inputs, units: UnitRange[]): Float64Array {
    const run = this.#runOnData('activations');
    const ranges = rangesAt(units, this.#raw.layers(run));
    const { inputs: width } = this.#raw.shape(run);
    const asked = ranges.reduce((sum, count, i) => (i % 3 === 2 ? sum + count : sum), 0);
    return inPieces(this.#rowsAt(inputs, width), 'inputs', [width, asked], (some) =>
      this.#raw.activations(run, some, ranges),
    );
  }

  /** Reads rows of `width` numbers, one after another. */
  #rowsAt(inputs: Inputs, width: number): Numbers {
    const flat = attempt(() => (Array.isArray(inputs) ? rows(inputs, 'inputs') : undefined)) ?? {
      values: inputs === 'test' ? this.#inputsOfTest() : numbersAt(inputs, 'inputs'),
      width,
    };
    if ('message' in flat) throw new SettingsError([flat]);
    if (flat.width !== width || flat.values.length % width !== 0)
      refuse('inputs', ofShape(`must be rows of ${counted(width, 'number')}`), flat.width);
    return flat.values;
  }

  #inputsOfTest(): Numbers {
    if (this.#testInputs) return this.#testInputs;
    const run = this.#runOnData('inputs');
    const { inputs } = this.#raw.samples(run, this.#raw.test(run));
    this.#testInputs = new Float64Array(inputs);
    return this.#testInputs;
  }

  #runOnData(path: string): Handle {
    const run = this.#run;
    if (!this.#raw.hasData(run))
      refuse(path, { code: 'unfit', rule: 'must be asked of a run on data' }, 'a surface');
    return run;
  }

  data(rows?: readonly number[]): DataView {
    const raw = this.#raw;
    const run = this.#runOnData('data');
    const train = Array.from(raw.train(run));
    const test = Array.from(raw.test(run));
    const chosen = rows === undefined ? null : samplesAt(rows, train.length + test.length);
    const { inputs, shape, targets, classes } = EngineRun.unflatten(raw.samples(run, chosen));
    const missing = { train: missingFrom(train, targets, classes), test: [] as number[] };
    if (test.length > 0) missing.test = missingFrom(test, targets, classes);
    const shown = chosen ? Array.from(chosen, (row) => targets[row]) : targets;
    return { inputs, shape, targets: shown as typeof targets, classes, train, test, missing };
  }

  lastBatch(): Int32Array {
    return Int32Array.from(this.#raw.lastBatch(this.#run));
  }

  diagnose() {
    return this.#raw.diagnose(this.#run);
  }

  snapshot(): Uint8Array {
    return this.#raw.snapshot(this.#run);
  }

  restore(snapshot: Uint8Array): void {
    const bytes = attempt(() => snapshot instanceof Uint8Array);
    if (!bytes || !this.#raw.restore(this.#run, snapshot))
      refuse(
        'snapshot',
        { code: 'unfit', rule: 'must come from a run of the same settings' },
        snapshot,
      );
    this.#times.length = Math.min(this.#times.length, this.#raw.records(this.#run));
    while (this.#times.length < this.#raw.records(this.#run)) this.#times.push(this.#milliseconds);
  }

  dispose(): void {
    if (this.#handle !== undefined) this.#raw.dispose(this.#handle);
    this.#handle = undefined;
  }

  static unflatten(samples: RawSamples) {
    const { shape, outputWidth, classes, task } = samples;
    const inputs = table(samples.inputs, sizeOf(shape));
    const targets =
      outputWidth === 1 ? Array.from(samples.targets) : table(samples.targets, outputWidth);
    return { inputs, shape, targets, classes, task };
  }
}

/** The classes that have no sample in this part. */
function missingFrom(part: number[], targets: DataView['targets'], classes: number): number[] {
  const found = new Set(part.map((sample) => targets[sample]));
  return Array.from({ length: classes }, (_, i) => i).filter((i) => !found.has(i));
}

function table(flat: Float64Array | Uint8Array, width: number): number[][] {
  return Array.from({ length: flat.length / width }, (_, i) =>
    Array.from(flat.subarray(i * width, (i + 1) * width)),
  );
}
