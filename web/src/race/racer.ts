// SPDX-License-Identifier: MIT
import type {
  Finding,
  Problem,
  Report,
  Run,
  RunSettings,
  Sampling,
  SettingValue,
} from '../../../wasm/types.ts';
import type { EngineClient } from '../engine/client.ts';
import type { Answer, Args, Known, RunQuestion, Update } from '../engine/messages.ts';
import type { ParameterStep } from '../engine/past.ts';
import { msg } from '../language/message.ts';
import { abscissa, type Unit } from '../model/clock.ts';
import type { RacerSettings } from '../model/settings.ts';
import { axisColumns, CurveStore } from './curve-store.ts';
import { PathStore } from './path-store.ts';

export type RacerStatus =
  | 'loading'
  | 'running'
  /** Its loss is at or below the goal. */
  | 'reached'
  | 'converged'
  | 'diverged'
  /** The engine does not accept its settings. */
  | 'refused'
  /** Its engine broke again and again. */
  | 'failed';

/** A racer stops when its loss is at or below this value. */
export interface Goal {
  loss: 'trainLoss' | 'testLoss';
  value: number;
}

/** A change of hyperparameters during a race. */
export interface Change {
  step: number;
  values: Record<string, SettingValue>;
}

/** A racer: its settings at the start, and its progress. */
export class Racer {
  readonly curve: CurveStore;
  readonly path: PathStore;
  readonly changes: Change[] = [];
  /** Changes to apply again at their steps, after its engine was replaced. */
  replay: Change[] = [];
  status: RacerStatus = 'loading';
  /** Why it stopped, in the page's language. */
  message = '';
  /** The problems of refused settings. */
  problems: readonly Problem[] = [];
  report: Report | undefined;
  /** What was last found wrong with it, and the report at which it was asked. */
  diagnosis: { of: Report | undefined; findings: readonly Finding[] } | undefined;
  /** The sampling probabilities in its picture, or undefined if its rule does not draw samples. */
  sampling: Sampling | undefined;
  /** The record at which the target was reached. */
  reachedRecord: number | undefined;
  client: EngineClient | undefined;
  run = 0;
  /** What its run was made from. */
  setup: RunSettings | undefined;
  /** The index of its engine. */
  lane = -1;
  breaks = 0;
  readonly settings: RacerSettings;

  constructor(settings: RacerSettings, curve = new CurveStore(), path = new PathStore()) {
    this.settings = settings;
    this.curve = curve;
    this.path = path;
  }

  /** What is wrong with it now, or undefined if it has gone on since it was asked. */
  get findings(): readonly Finding[] | undefined {
    return this.diagnosis?.of === this.report ? this.diagnosis?.findings : undefined;
  }

  get key(): number {
    return this.settings.key;
  }

  /** Still training, now or at the next goal. */
  get racing(): boolean {
    return this.status === 'running' || this.status === 'loading';
  }

  /** How much of its curve and path the page already has. */
  get known(): Known {
    return { records: this.curve.length, waypoints: this.path.length };
  }

  /** Its current hyperparameters, changes included. */
  get current(): RacerSettings['optimizer'] {
    const { id, values } = this.settings.optimizer;
    return {
      id,
      values: Object.assign({}, values, ...this.changes.map((change) => change.values)),
    };
  }

  /**
   * Asks its run. Undefined if it has none, or if the racer was removed or its engine broke: a later
   * picture asks again.
   */
  async ask<Q extends RunQuestion>(
    question: Q,
    ...args: Args<Run, Q>
  ): Promise<Answer<Run, Q> | undefined> {
    try {
      return await this.client?.askRun(this.run, question, ...args);
    } catch {
      return undefined;
    }
  }

  /** The numbers of one parameter in one of its steps, if it has taken that. */
  async dissect(step: number, parameter: number): Promise<ParameterStep | undefined> {
    try {
      return await this.client?.call('dissect', this.run, step, parameter);
    } catch {
      return undefined;
    }
  }

  at(unit: Unit): number {
    if (this.status === 'reached') return this.curve.last(axisColumns[unit]);
    return this.report ? abscissa(this.report, unit) : 0;
  }

  take(update: Update, goal: Goal | null): void {
    this.report = update.report;
    const known = this.curve.length;
    this.curve.append(update.records);
    this.path.append(update.waypoints);
    const { cause } = update.report;
    this.message = cause ? msg(cause.message) : '';
    this.status = update.report.status;
    if (goal !== null) this.#stopAtGoal(goal, known);
  }

  /** Drops the records after the goal, because how many there are depends on the slices. */
  #stopAtGoal({ loss, value }: Goal, from: number): void {
    const losses = this.curve.column(loss);
    for (let record = from; record < losses.length; record++) {
      if ((losses[record] ?? Number.NaN) <= value) {
        this.curve.truncate(record + 1);
        this.path.truncate(this.path.rowAt('step', this.curve.last('step')) + 1);
        this.reachedRecord = record;
        this.status = 'reached';
        return;
      }
    }
  }

  /** Ends its run. */
  leave(): void {
    this.client?.call('dispose', this.run).catch(() => {});
    this.client = undefined;
  }

  note(step: number, values: Change['values']): void {
    const last = this.changes[this.changes.length - 1];
    if (last?.step === step) Object.assign(last.values, values);
    else this.changes.push({ step, values: { ...values } });
  }

  /** Prepares to repeat all steps in a new engine. */
  rewind(): void {
    this.client = undefined;
    this.report = undefined;
    this.replay = [...this.changes];
    this.breaks++;
  }

  /** Stops the racer at the goal if its curve has already reached it. */
  look(goal: Goal | null): void {
    if (goal !== null && this.status !== 'loading') this.#stopAtGoal(goal, 0);
  }

  /** Continues beyond the target. Forgets the report, so the dropped records are requested again. */
  release(): void {
    if (this.status !== 'reached') return;
    this.status = this.report?.status ?? 'loading';
    this.report = undefined;
    this.reachedRecord = undefined;
  }
}
