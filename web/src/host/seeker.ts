// SPDX-License-Identifier: MIT
import type { Playground } from '../playground/playground.ts';
import type { Race } from '../race/race.ts';

/** The step that the page shows: with the race's batch size, on the race's clock. */
export function shownStep(race: Race): number {
  return Math.round((race.moment ?? race.at) / race.quantum);
}

/**
 * Shows the moment after a step: from the past where the race was there already, and else by racing on to
 * it. While it is on its way it takes only the newest wish, so that a scroll may ask sixty times a second.
 */
export class Seeker {
  readonly #playground: Playground;
  #wanted: number | undefined;
  #work: Promise<void> | undefined;

  constructor(playground: Playground) {
    this.#playground = playground;
  }

  seek(step: number): Promise<void> {
    this.#wanted = step;
    this.#work ??= this.#follow().finally(() => (this.#work = undefined));
    return this.#work;
  }

  async #follow(): Promise<void> {
    for (let step = this.#wanted; step !== undefined; step = this.#wanted) {
      await this.#go(step);
      if (step === this.#wanted) this.#wanted = undefined;
    }
  }

  async #go(step: number): Promise<void> {
    const { race } = this.#playground;
    // Changes of the settings come first.
    await this.#playground.pause();
    await arrival(race);
    const to = Math.min(step * race.quantum, race.isOver ? race.at : race.limit);
    const steps = (to - race.at) / race.quantum;
    if (steps < 0.5) return this.#playground.travel(to);
    if (race.moment !== undefined) await this.#playground.travel(Number.POSITIVE_INFINITY);
    await this.#playground.advance('step', steps);
    await arrival(race);
  }
}

/** Resolves when all racers are where they were sent. */
export function arrival(race: Race): Promise<void> {
  if (race.atGoal) return Promise.resolve();
  return new Promise((resolve) => {
    const look = (): void => {
      if (!race.atGoal) return;
      for (const off of offs) off();
      resolve();
    };
    const offs = (['state', 'frame'] as const).map((event) => race.on(event, look));
  });
}
