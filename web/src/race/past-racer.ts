// SPDX-License-Identifier: MIT
import type { Run } from '../../../wasm/types.ts';
import type { Answer, Args, RunQuestion } from '../engine/messages.ts';
import type { Moment } from '../engine/past.ts';
import { axisColumns, CurveStore } from './curve-store.ts';
import { PathStore } from './path-store.ts';
import { Racer } from './racer.ts';

/** A racer as it was at a moment of the past: its curve ends there, and it answers as it would have then. */
export class PastRacer extends Racer {
  readonly #moment: Moment;
  readonly #present: Racer;

  constructor(present: Racer, moment: Moment) {
    const { unit, at } = moment;
    const records = present.curve.rowAt(axisColumns[unit], at) + 1;
    const curve = new CurveStore(present.curve, records);
    // On the path of a racer that stopped before, the last waypoint may be later than the last record.
    const stopped = present.at(unit) <= at;
    const step = stopped ? Infinity : unit === 'steps' ? at : curve.last('step');
    super(
      present.settings,
      curve,
      new PathStore(present.path, present.path.rowAt('step', step) + 1),
    );
    this.#present = present;
    this.#moment = moment;
    this.client = present.client;
    this.run = present.run;
    this.problems = present.problems;
    this.changes.push(...present.changes.filter((change) => change.step < step));
    this.status = stopped ? present.status : 'running';
    if (!stopped) return;
    this.message = present.message;
    this.report = present.report;
    this.reachedRecord = present.reachedRecord;
  }

  /** Asks for its report, which the page does not keep for every step. */
  async recall(): Promise<void> {
    this.report ??= await this.ask('report');
  }

  override at(unit: Moment['unit']): number {
    return this.report ? super.at(unit) : this.curve.last(axisColumns[unit]);
  }

  override async ask<Q extends RunQuestion>(
    question: Q,
    ...args: Args<Run, Q>
  ): Promise<Answer<Run, Q> | undefined> {
    try {
      return await this.#present.client?.askPast(this.run, this.#moment, question, ...args);
    } catch {
      return undefined;
    }
  }
}
