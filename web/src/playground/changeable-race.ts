// SPDX-License-Identifier: MIT
import type { Catalog, SettingValue } from '../../../wasm/types.ts';
import { exampleFits } from '../model/example-fits.ts';
import { racerNames } from '../model/names.ts';
import { type RacerSettings, sameRace, type Settings } from '../model/settings.ts';
import type { Race } from '../race/race.ts';
import { Emitter } from '../util/emitter.ts';
import { Hold } from '../util/hold.ts';
import { Agenda } from './agenda.ts';
import { History, type LiveChange, type Moment } from './history.ts';
import type { Deferred, Library } from './library.ts';
import { LiveChanges } from './live-changes.ts';
import { Settling } from './settling.ts';

export type PlaygroundEvent = 'settings' | 'notices' | 'state' | 'frame' | 'numbers' | 'inspected';

/** Some settings to replace, or a function that makes them from the settings in force at its turn. */
export type Change = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

/**
 * A race, its settings, and all changes of them. Changes and actions are in one queue, so an action finds
 * all earlier changes in force.
 */
export abstract class ChangeableRace extends Emitter<PlaygroundEvent> {
  settings: Settings;
  names: Map<number, string>;
  /** Whether the deferred module was requested, but could not be loaded. */
  outOfReach = false;
  readonly race: Race;
  protected readonly library: Library;
  protected readonly settling: Settling;
  protected readonly agenda = new Agenda();
  readonly #history = new History();
  readonly #live: LiveChanges;
  readonly #hold = new Hold(() => this.emit('state'));
  /** While changes are joined: the number of the hold that they count as, and otherwise 0. */
  #joined = 0;
  /** Whether a change goes on with the last one, as for the browser's history. */
  goesOn = false;

  constructor(library: Library, settings: Settings, maxWorkers: number | undefined) {
    super();
    this.library = library;
    this.settings = settings;
    this.names = racerNames(this.catalog, settings.racers);
    // In a new race, changes made during the last one can't be undone.
    this.settling = new Settling(this, maxWorkers, () => this.#history.forgetLive());
    this.race = this.settling.race;
    this.#live = new LiveChanges(this.race, this.#history);
    if (library.deferred) this.#adopt(library.deferred);
  }

  get catalog(): Catalog {
    return this.library.catalog;
  }

  /** Whether the reader holds a pointer down, as while dragging. */
  get isHeld(): boolean {
    return this.#hold.current > 0;
  }

  /** Loads what the page starts without. */
  async loadDeferred(): Promise<Deferred> {
    try {
      const deferred = await this.library.load();
      this.#adopt(deferred);
      return deferred;
    } catch (error) {
      this.sayOutOfReach(true);
      throw error;
    }
  }

  #adopt({ Answers, awaitsPrediction, tellRefusals }: Deferred): void {
    if (this.settling.answers) return;
    this.settling.answers = new Answers(this.race, () => !awaitsPrediction(this));
    tellRefusals(this.race, this.catalog);
    this.sayOutOfReach(false);
    this.emit('settings');
  }

  sayOutOfReach(outOfReach: boolean): void {
    if (this.outOfReach === outOfReach) return;
    this.outOfReach = outOfReach;
    this.emit('notices');
  }

  /** From now on, changes count as one, as if they were made by one drag. Returns what ends that. */
  join(): () => void {
    const joined = this.#hold.next();
    const change = (to: number): void => {
      this.#joined = to;
      this.goesOn = false;
    };
    change(joined);
    return () => this.#joined === joined && change(0);
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  undo(): Promise<void> {
    return this.agenda.do(() => this.#travel(this.#history.undo(this.settings)));
  }

  redo(): Promise<void> {
    return this.agenda.do(() => this.#travel(this.#history.redo(this.settings)));
  }

  /** Merges a change into the settings and applies them to the race. */
  update(change: Change): Promise<void> {
    return this.agenda.do(() => this.#change(change));
  }

  /**
   * Sets a hyperparameter of a racer. While the race is played it applies from the next step on and is not
   * part of the link: the reader watches what it does to a running training. If the engine can't change it
   * during a run, the racer restarts and catches up. A race that is not played is run anew.
   */
  setHyperparameter(key: number, id: string, value: SettingValue): Promise<void> {
    return this.agenda.do(async () => {
      const { race } = this;
      if (race.isPlayed && !this.settling.isSettled) await this.settling.settle();
      if (await this.#live.make(key, id, value, this.#now)) return this.emit('settings');
      const changed = (racer: RacerSettings): RacerSettings => {
        const { values, ...optimizer } = race.optimizerOf(racer);
        return { ...racer, optimizer: { ...optimizer, values: { ...values, [id]: value } } };
      };
      await this.#change(({ racers }) => ({
        racers: racers.map((racer) => (racer.key === key ? changed(racer) : racer)),
      }));
    });
  }

  #change(change: Change): void | Promise<void> {
    const before = this.settings;
    this.#merge(typeof change === 'function' ? change(before) : change);
    const isNew = this.#history.record(before, this.settings, this.#now);
    this.goesOn = this.#joined > 0;
    return this.settling.follow(before, isNew, () => void this.act(() => {}));
  }

  get #now(): Moment {
    return { ms: performance.now(), hold: this.#joined || this.#hold.current };
  }

  async #travel(to: Settings | LiveChange | undefined): Promise<void> {
    if (!to) return;
    if ('key' in to) {
      await this.#live.apply(to);
      this.emit('settings');
      return;
    }
    const before = this.settings;
    this.#merge(to);
    if (!this.settling.answer(before, true)) await this.settling.settle();
  }

  /** A change that needs the deferred module, which is loaded first. */
  updateWithDeferred(change: (deferred: Deferred) => Change): Promise<void> {
    return this.agenda.do(async () => this.#change(change(await this.loadDeferred())));
  }

  /** Replaces all settings at once. */
  protected replace(settings: Settings): void | Promise<void> {
    const before = this.settings;
    this.#merge(settings);
    this.#history.record(before, this.settings, this.#now);
    return this.settling.settle();
  }

  /** Merges a change into the settings. Drops what no longer fits: the example, the lesson, the expected result. */
  #merge(change: Partial<Settings>): void {
    const before = this.settings;
    const merged = { ...before, ...change };
    // What a link expects of its race says nothing of another one.
    const stale = merged.expect === before.expect && !sameRace(before, merged);
    const settings = stale ? { ...merged, expect: [] } : merged;
    const gone = !exampleFits(this.library.statesOf(settings), settings);
    this.settings = gone ? { ...settings, example: '', lesson: '' } : settings;
    this.names = racerNames(this.catalog, this.settings.racers);
    this.emit('settings');
  }

  /** Runs an action after all earlier changes are in force. */
  protected act<T>(action: () => T | Promise<T>): Promise<T> {
    return this.agenda.do(() => {
      const settling = this.settling.isSettled ? undefined : this.settling.settle();
      return settling ? settling.then(action) : action();
    });
  }

  /** Returns to the same start. */
  reset(): Promise<void> {
    return this.act(() => {
      this.race.reset();
      this.#history.forgetLive();
    });
  }
}
