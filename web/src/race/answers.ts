// SPDX-License-Identifier: MIT
import { asksAnew, sameLineUp } from '../model/asks-anew.ts';
import { type RacerSettings, sameStart, type Settings } from '../model/settings.ts';
import type { Race } from './race.ts';
import type { Change } from './racer.ts';

/** The computing time of one answer, in milliseconds. What is ready by then is shown. */
const answerMs = 100;

/** The pause until the next look at racers that have not left the start, in milliseconds. */
const patienceMs = 10;

/** The most racers whose changes are remembered. */
const mostChanged = 100;

interface Asked {
  settings: Settings;
  isNew: boolean;
}

/** The changes of a racer while its race was played, which settings do not contain. */
interface Changed {
  settings: Settings;
  racer: RacerSettings;
  changes: readonly Change[];
}

/**
 * Answers changes of the settings with the whole race, one at a time. While an answer is under way, the
 * newest settings wait and replace any others that were waiting. An answer takes at most a tenth of a
 * second, so it is finished and shown: if each newer value dropped it, a steady drag would show nothing.
 */
export class Answers {
  readonly #race: Race;
  /** Whether the reader may see what the settings lead to. */
  readonly #mayTell: () => boolean;
  readonly #budgetMs: number;
  #newest: Asked | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether an answer is under way. */
  #busy = false;
  /** What undo brings back beside the settings. */
  #changed: Changed[] = [];

  constructor(race: Race, mayTell = () => true, budgetMs = answerMs) {
    this.#race = race;
    this.#mayTell = mayTell;
    this.#budgetMs = budgetMs;
  }

  /** Whether the race does not have the settings yet, or has refused them. */
  get isPending(): boolean {
    return this.#busy || this.#race.refused.length > 0;
  }

  /**
   * Answers a change from `before`, if it can be. `isNew` tells whether it begins a change, or goes on with
   * one, such as a drag. A racer that joins a race that was played, or not yet begun, does not need that.
   */
  take(before: Settings, settings: Settings, isNew: boolean): boolean {
    const isAnswer = this.#busy || this.#race.answers > 0;
    if (this.#race.isPlayed || !asksAnew(before, settings) || !this.#mayTell()) return false;
    if (!isAnswer && !sameLineUp(before, settings)) return false;
    if (!this.isPending) this.#remember(before);
    this.#newest = { settings, isNew: isNew || (this.#newest?.isNew ?? false) };
    if (!this.#busy) this.#next();
    return true;
  }

  /** Shows what there is, because something else follows. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#newest = undefined;
    this.#busy = false;
    this.#race.present();
  }

  #next(): void {
    const asked = this.#newest;
    if (!asked) return;
    if (asked.isNew && this.#race.answers === 0 && !this.#race.isOver) {
      // A race that was not played to its end is run there first, to have something to compare with.
      this.#run((ready) => this.#race.rehearse(ready));
    } else {
      this.#newest = undefined;
      this.#run((ready) => this.#race.rehearse(ready, asked.settings, asked.isNew));
      this.#recall(asked.settings);
    }
  }

  /** Remembers the racers that are seen, which have the settings. */
  #remember(settings: Settings): void {
    for (const { settings: racer, changes } of this.#race.racers) {
      if (!settings.racers.includes(racer)) continue;
      const known = this.#known(racer, settings);
      const others = this.#changed.filter((one) => one !== known);
      this.#changed = changes.length > 0 ? [{ settings, racer, changes }, ...others] : others;
    }
    this.#changed.length = Math.min(mostChanged, this.#changed.length);
  }

  /** A racer with the very settings of one that was changed, as after undo, is changed at the same steps. */
  #recall(settings: Settings): void {
    for (const racer of this.#race.coming) {
      racer.changes.push(...(this.#known(racer.settings, settings)?.changes ?? []));
      racer.replay = [...racer.changes];
    }
  }

  #known(racer: RacerSettings, settings: Settings): Changed | undefined {
    return this.#changed.find((one) => one.racer === racer && sameStart(one.settings, settings));
  }

  #run(work: (ready: () => void) => void): void {
    this.#busy = true;
    this.#timer = setTimeout(() => this.#look(), this.#budgetMs);
    work(() => this.#end());
  }

  /** Time is up. A race at its start would say nothing, and be nothing to compare with. */
  #look(): void {
    if (!this.#race.isUnderWay) this.#timer = setTimeout(() => this.#look(), patienceMs);
    else this.#end();
  }

  #end(): void {
    if (!this.#busy) return;
    clearTimeout(this.#timer);
    this.#busy = false;
    const { coming } = this.#race;
    const refused = coming.filter(({ status }) => status === 'refused' || status === 'failed');
    if (refused.length > 0 && refused.length === coming.length) this.#race.refuse();
    else this.#race.present();
    this.#next();
  }
}
