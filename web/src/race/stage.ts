// SPDX-License-Identifier: MIT
import type { RacerSettings } from '../model/settings.ts';
import type { KnownSurface } from '../model/surface.ts';
import type { Racer } from './racer.ts';
import type { Training } from './training.ts';

interface Scene extends Pick<Training, 'racers' | 'data' | 'floor'> {
  /** Undefined for problems of other kinds. */
  surface: KnownSurface | undefined;
}

/** The training in progress, and what is seen: its racers, or those before it while it runs aside. */
export class Stage {
  training: Training;
  #surface: KnownSurface | undefined;
  /** What is seen while the training runs aside. */
  #before: Scene | undefined;

  constructor(training: Training, surface: KnownSurface | undefined) {
    this.training = training;
    this.#surface = surface;
  }

  get seen(): Scene {
    if (this.#before) return this.#before;
    const { racers, data, floor } = this.training;
    return { racers, data, floor, surface: this.#surface };
  }

  get isAside(): boolean {
    return this.#before !== undefined;
  }

  /** The racers in training that are not seen. */
  get coming(): readonly Racer[] {
    const { racers } = this.seen;
    return this.training.racers.filter((racer) => !racers.includes(racer));
  }

  /** From now on what is seen does not change, whatever training follows. */
  stepAside(): void {
    this.#before = this.seen;
  }

  /** Shows the training. */
  present(): void {
    const { racers } = this.seen;
    this.#before = undefined;
    this.#dismiss(racers);
  }

  setTraining(training: Training, surface: KnownSurface | undefined): void {
    const { racers } = this.training;
    this.training.stop();
    this.training = training;
    this.#surface = surface;
    this.#dismiss(racers);
  }

  setRacers(wanted: readonly RacerSettings[]): void {
    this.#dismiss(this.training.setRacers(wanted));
  }

  /** Ends the runs of those who are neither in training nor seen. Pictures ask the runs that are seen. */
  #dismiss(racers: readonly Racer[]): void {
    const needed = new Set([...this.training.racers, ...this.seen.racers]);
    for (const racer of racers) if (!needed.has(racer)) racer.leave();
  }
}
