// SPDX-License-Identifier: MIT
import type { Problem, Report, Sampling, SettingValue } from '../../../wasm/types.ts';
import type { EngineClient } from '../engine/client.ts';
import { abscissa, type Known, type Unit, type Update } from '../engine/messages.ts';
import type { RacerSettings } from '../state/settings.ts';
import { CurveStore } from './curve-store.ts';
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

/** The loss at which a racer has arrived. */
export interface Goal {
  loss: 'trainLoss' | 'testLoss';
  value: number;
}

/** Hyperparameters changed in the middle of a race. */
export interface Change {
  step: number;
  values: Record<string, SettingValue>;
}

/** Who takes part in a race: its settings at the start, and how far it has come. */
export class Racer {
  readonly curve = new CurveStore();
  readonly path = new PathStore();
  readonly changes: Change[] = [];
  /** Changes to make again on the way, after its engine was replaced. */
  replay: Change[] = [];
  status: RacerStatus = 'loading';
  /** Why it stopped, in plain words. */
  message = '';
  /** What the engine does not accept, where it refused the settings. */
  problems: readonly Problem[] = [];
  report: Report | undefined;
  /** How its rule draws samples, as its picture shows it; undefined where it draws none. */
  sampling: Sampling | undefined;
  /** The rung at which the target was reached. */
  reachedRung: number | undefined;
  client: EngineClient | undefined;
  run = 0;
  /** Which engine it trains in. */
  lane = -1;
  breaks = 0;
  readonly settings: RacerSettings;

  constructor(settings: RacerSettings) {
    this.settings = settings;
  }

  get key(): number {
    return this.settings.key;
  }

  /** Still training, now or at the next goal. */
  get racing(): boolean {
    return this.status === 'running' || this.status === 'loading';
  }

  /** What of it is here already. */
  get known(): Known {
    return { rungs: this.curve.length, waypoints: this.path.length };
  }

  /** Its hyperparameters as they are now, changes included. */
  get current(): RacerSettings['optimizer'] {
    const { id, values } = this.settings.optimizer;
    return {
      id,
      values: Object.assign({}, values, ...this.changes.map((change) => change.values)),
    };
  }

  at(unit: Unit): number {
    return this.report ? abscissa(this.report, unit) : 0;
  }

  take(update: Update, goal: Goal | null): void {
    this.report = update.report;
    const known = this.curve.length;
    this.curve.append(update.rungs);
    this.path.append(update.waypoints);
    this.message = update.report.cause?.message ?? '';
    this.status = update.report.status;
    if (goal !== null) this.#stopAtGoal(goal, known);
  }

  /** What lies beyond the rung that reached it depends on the slicing, and is dropped. */
  #stopAtGoal({ loss, value }: Goal, from: number): void {
    const losses = this.curve.column(loss);
    for (let rung = from; rung < losses.length; rung++) {
      if ((losses[rung] ?? Number.NaN) <= value) {
        this.curve.truncate(rung + 1);
        this.path.truncate(this.path.rowAt('step', this.curve.last('step')) + 1);
        this.reachedRung = rung;
        this.status = 'reached';
        return;
      }
    }
  }

  note(step: number, values: Change['values']): void {
    const last = this.changes[this.changes.length - 1];
    if (last?.step === step) Object.assign(last.values, values);
    else this.changes.push({ step, values: { ...values } });
  }

  /** Its engine is gone: to walk the whole way again. */
  rewind(): void {
    this.client = undefined;
    this.report = undefined;
    this.replay = [...this.changes];
    this.breaks++;
  }

  /** Go on beyond the target. */
  release(): void {
    if (this.status !== 'reached') return;
    this.status = this.report?.status ?? 'loading';
    this.reachedRung = undefined;
  }
}
