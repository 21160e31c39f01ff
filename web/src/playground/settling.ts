// SPDX-License-Identifier: MIT
import type { Catalog, Precision } from '../../../wasm/types.ts';
import { EnginePool } from '../engine/pool.ts';
import { precisionOf } from '../model/precision.ts';
import type { Settings } from '../model/settings.ts';
import type { Answers } from '../race/answers.ts';
import { Race } from '../race/race.ts';

/** The least time between restarts while a slider is dragged, in milliseconds. */
const restartIntervalMs = 120;

/** What the settings are at the moment. */
interface Source {
  readonly catalog: Catalog;
  readonly settings: Settings;
}

/** Gives the race the settings, in engines of the precision that they need. */
export class Settling {
  readonly race: Race;
  pool: EnginePool;
  /** Once its script is loaded. Until then changes restart the race. */
  answers: Answers | undefined;
  readonly #source: Source;
  /** Called when changes made during the last race can't be undone any more. */
  readonly #begun: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #appliedMs = Number.NEGATIVE_INFINITY;

  constructor(source: Source, maxWorkers: number | undefined, begun: () => void) {
    const { catalog, settings } = source;
    this.#source = source;
    this.#begun = begun;
    this.pool = new EnginePool(precisionOf(catalog, settings), maxWorkers);
    this.race = new Race(() => source.catalog, this.pool, settings);
  }

  /** Whether the race has the settings. */
  get isSettled(): boolean {
    return this.#timer === undefined && !this.answers?.isPending;
  }

  /**
   * Answers a change from `before` with the whole race if it can, and otherwise applies it soon. `isNew`
   * tells whether it begins a change, or goes on with one. `later` is called when it is time to apply it.
   */
  follow(before: Settings, isNew: boolean, later: () => void): void | Promise<void> {
    return this.answer(before, isNew) ? undefined : this.#soon(later);
  }

  /** Answers a change with the whole race. False if it can't be. */
  answer(before: Settings, isNew: boolean): boolean {
    const { settings, catalog } = this.#source;
    const samePool = precisionOf(catalog, settings) === this.pool.precision;
    const taken = samePool && this.answers?.take(before, settings, isNew) === true;
    if (taken) this.#begun();
    return taken;
  }

  /** Applies the settings now. If the race was just restarted, calls `later` when it is time for it. */
  #soon(later: () => void): void | Promise<void> {
    const wait = this.#appliedMs + restartIntervalMs - performance.now();
    if (wait <= 0) return this.settle();
    this.#timer ??= setTimeout(later, wait);
  }

  settle(): void | Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.answers?.drop();
    const precision = precisionOf(this.#source.catalog, this.#source.settings);
    if (precision === this.pool.precision) this.#apply();
    else return this.#changePool(precision);
  }

  async #changePool(precision: Precision): Promise<void> {
    const pool = await EnginePool.start(precision, this.pool.size);
    const before = this.pool;
    this.pool = pool;
    this.#apply();
    before.close();
  }

  #apply(): void {
    const { race } = this;
    const raced = race.racers;
    race.apply(this.#source.settings, this.pool);
    this.#appliedMs = performance.now();
    if (raced.length > 0 && !raced.some((racer) => race.racers.includes(racer))) this.#begun();
  }
}
