// SPDX-License-Identifier: MIT
import type {
  Core,
  Mark,
  Report,
  Run,
  RunSettings,
  SettingValue,
  StepState,
} from '../../../wasm/types.ts';
import { abscissa, type Unit } from '../model/clock.ts';
import { train } from './train.ts';

/** A moment of a race: for each run, its first step with an abscissa of at least `at`. */
export interface Moment {
  unit: Unit;
  at: number;
}

/** The numbers of one parameter in one step. */
export interface ParameterStep {
  /** The number of the step. The first is 1. */
  step: number;
  /** The gradient that the rule began with, or undefined if it asked for none. */
  gradient: number | undefined;
  /** Undefined for a rule without a learning rate. */
  learningRate: number | undefined;
  before: ParameterState;
  after: ParameterState;
}

/** A parameter, and what the rule keeps for it. */
export interface ParameterState {
  value: number;
  /** The entries of those vectors that have a number for each parameter. */
  state: Record<string, number>;
}

/** The time between two snapshots, and so about the longest that a jump takes. */
const firstSpacingMs = 40;

/**
 * The past of a run. A second run shows it: it starts from the nearest snapshot and repeats the steps since
 * then, which gives the same bits. A short run needs no snapshots, because repeating it takes no time.
 */
export class Past {
  readonly #engine: Core;
  readonly #settings: RunSettings;
  readonly #snapshots: { report: Report; bytes: Uint8Array }[] = [];
  readonly #changes: { step: number; optimizer: Record<string, SettingValue> }[] = [];
  #spacingMs: number;
  #unkeptMs = 0;
  #view: Run | undefined;

  constructor(engine: Core, settings: RunSettings, spacingMs = firstSpacingMs) {
    this.#engine = engine;
    this.#settings = settings;
    this.#spacingMs = spacingMs;
  }

  /** The memory of its snapshots. */
  get bytes(): number {
    return this.#snapshots.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  /** Takes a snapshot if enough time was spent on the run since the last one. */
  keep(run: Run, spentMs: number): void {
    this.#unkeptMs += spentMs;
    if (this.#unkeptMs < this.#spacingMs) return;
    this.#unkeptMs = 0;
    this.#snapshots.push({ report: run.report(), bytes: run.snapshot() });
  }

  /** Drops every other snapshot, and takes them half as often from now on. */
  thin(): void {
    this.#spacingMs *= 2;
    const kept = this.#snapshots.filter((_, index) => index % 2 === 1);
    this.#snapshots.splice(0, this.#snapshots.length, ...kept);
  }

  /** Notes a change of hyperparameters that applies from the step after `step`. */
  change(step: number, optimizer: Record<string, SettingValue>): void {
    this.#changes.push({ step, optimizer });
  }

  /** A run in the state of that moment. It belongs to the past, and the next call changes it. */
  view(moment: Moment): Run {
    const run = this.#start(moment);
    const { unit, at: until } = moment;
    for (;;) {
      const report = run.report();
      if (report.status !== 'running' || abscissa(report, unit) >= until) return run;
      this.#makeChanges(run);
      const next = this.#changes.find(({ step }) => step > report.step);
      train(run, { unit, until, lastStep: next?.step ?? Infinity });
    }
  }

  /** The numbers of one parameter in that step. Undefined if there is no such step or parameter. */
  dissect(step: number, parameter: number): ParameterStep | undefined {
    if (step < 1) return undefined;
    const run = this.view({ unit: 'steps', at: step - 1 });
    this.#makeChanges(run);
    const { report, before, gradient, after } = run.dissect();
    if (report.step !== step || !(parameter in after.parameters)) return undefined;
    const entries = ({ parameters, state }: StepState): ParameterState => ({
      value: parameters[parameter] ?? Number.NaN,
      state: Object.fromEntries(
        Object.entries(state)
          .filter(([, vector]) => vector.length === parameters.length)
          .map(([name, vector]) => [name, vector[parameter] ?? Number.NaN]),
      ),
    });
    return {
      step,
      gradient: gradient[parameter],
      learningRate: report.learningRate,
      before: entries(before),
      after: entries(after),
    };
  }

  /** What the rule draws of the last `steps` steps up to `step`, the newest first. None if there is no such step. */
  marks(step: number, steps: number): Mark[][] {
    const run = this.view({ unit: 'steps', at: Math.max(0, step - steps) });
    const drawn: Mark[][] = [];
    for (let next = run.report().step + 1; next <= step; next++) {
      this.#makeChanges(run);
      const { report, marks } = run.dissect();
      if (report.step !== next) return [];
      drawn.unshift(marks);
    }
    return drawn;
  }

  /** Makes the changes that apply from the next step on. If a snapshot holds them already, nothing changes. */
  #makeChanges(run: Run): void {
    const now = run.report().step;
    for (const { step, optimizer } of this.#changes) if (step === now) run.configure({ optimizer });
  }

  /** Frees the memory of the run that shows the past. */
  leave(): void {
    this.#view?.dispose();
    this.#view = undefined;
  }

  dispose(): void {
    this.leave();
    this.#snapshots.length = 0;
  }

  /** The run that shows the past, at or before that moment: where it is, at a snapshot, or at the start. */
  #start({ unit, at }: Moment): Run {
    const before = ({ report }: { report: Report }) => abscissa(report, unit) <= at;
    const snapshot = this.#snapshots.filter(before).at(-1);
    const here = this.#view?.report();
    if (this.#view && here && before({ report: here }) && here.step >= (snapshot?.report.step ?? 0))
      return this.#view;
    if (this.#view && !snapshot) this.leave();
    this.#view ??= this.#engine.createRun(this.#settings);
    if (snapshot) this.#view.restore(snapshot.bytes);
    return this.#view;
  }
}
