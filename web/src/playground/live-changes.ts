// SPDX-License-Identifier: MIT
import type { SettingValue } from '../../../wasm/types.ts';
import type { Race } from '../race/race.ts';
import type { History, LiveChange, Moment } from './history.ts';

/** Changes of hyperparameters of a race that is under way. They are not part of the settings. */
export class LiveChanges {
  readonly #race: Race;
  readonly #history: History;

  constructor(race: Race, history: History) {
    this.#race = race;
    this.#history = history;
  }

  /** False if the race is not being played, or the engine can't change the value during a run. */
  async make(key: number, id: string, value: SettingValue, moment: Moment): Promise<boolean> {
    const before = this.#race.racers.find((racer) => racer.key === key)?.current.values[id];
    const change = { key, before: before === undefined ? {} : { [id]: before } };
    if (!this.#race.isPlayed || !(await this.apply({ ...change, after: { [id]: value } })))
      return false;
    if (before !== undefined) this.#history.recordLive(key, change.before, { [id]: value }, moment);
    return true;
  }

  /** Applies a change from the next step on. False if the racer is not under way, or the engine can't. */
  async apply({ key, after }: LiveChange): Promise<boolean> {
    const race = this.#race;
    const racer = race.racers.find((one) => one.key === key);
    const midRace = racer && race.at > 0 && race.state !== 'finished' && racer.racing;
    return midRace ? race.configure(racer, after) : false;
  }
}
