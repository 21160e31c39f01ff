// SPDX-License-Identifier: MIT
import type { SettingValue } from '../../../wasm/types.ts';
import { BrokenError, RefusedError } from '../engine/client.ts';
import type { Order } from '../engine/messages.ts';
import type { EnginePool } from '../engine/pool.ts';
import type { ShownData } from '../engine/thinned.ts';
import { msg } from '../language/message.ts';
import { named } from '../model/data-names.ts';
import { kindOf } from '../model/problem-kinds.ts';
import { runSettings } from '../model/run-settings.ts';
import type { RacerSettings, Settings } from '../model/settings.ts';
import { type Goal, Racer } from './racer.ts';

const maxBreaks = 2;

/** The engines and the settings of a training. */
export interface TrainingSetup {
  pool: EnginePool;
  settings: Settings;
  /** The lowest possible loss, or undefined if there is none. */
  floor: number | undefined;
  /** The data, if they are known from an earlier training on them. */
  data?: ShownData | undefined;
}

export interface TrainingListener {
  /** All racers are at the goal. */
  arrived(): void;
  /** A racer has new records. */
  progressed(): void;
  /** A racer was added, removed, stopped, or changed. */
  changed(): void;
}

let lastRun = 0;

/**
 * The racers since one start, and the engines they train in. Each lane is one engine and has at most one
 * pending request. No racer goes beyond the goal. A racer that is added late first catches up: the others
 * of its engine wait for it.
 */
export class Training {
  racers: Racer[] = [];
  data: ShownData | undefined;
  readonly floor: number | undefined;
  goal = 0;
  target: number | null;
  /** A message to the reader about a broken engine, or an empty string. */
  trouble = '';
  readonly pool: EnginePool;
  readonly #settings: Settings;
  readonly #listener: TrainingListener;
  #busy = new Set<number>();
  /** For each lane, the computing time since the goal was set. */
  #spentMs: number[] = [];
  /** Racers that have entered after the others, and catch up with them before those go on. */
  #late = new Set<Racer>();
  #stopped = false;

  constructor({ pool, settings, floor, data }: TrainingSetup, listener: TrainingListener) {
    this.pool = pool;
    this.#settings = settings;
    this.#listener = listener;
    this.target = settings.target;
    this.floor = floor;
    this.data = data;
    this.setRacers(settings.racers);
  }

  /** The abscissa that all active racers have reached. */
  get reached(): number {
    const at = (racer: Racer): number => racer.at(this.#settings.budget.unit);
    const racing = this.racers.filter((racer) => racer.racing);
    return racing.length > 0 ? Math.min(...racing.map(at)) : Math.max(0, ...this.racers.map(at));
  }

  /** The computing time since the goal was set, which all lanes spend at once. */
  get spentMs(): number {
    return Math.max(0, ...Object.values(this.#spentMs));
  }

  get idle(): boolean {
    return !this.racers.some((racer) => racer.status === 'loading' || this.#isDue(racer));
  }

  /** Keeps unchanged racers and starts new ones. Returns those that are not wanted, whose runs it keeps. */
  setRacers(wanted: readonly RacerSettings[]): readonly Racer[] {
    const known = new Map(this.racers.map((racer) => [racer.settings, racer]));
    const entered: Racer[] = [];
    const isUnderWay = this.racers.some((racer) => racer.at('steps') > 0);
    this.racers = wanted
      .filter(({ on }) => on)
      .map((settings) => {
        const racer = known.get(settings) ?? new Racer(settings);
        if (!known.delete(settings)) entered.push(racer);
        return racer;
      });
    for (const racer of entered) {
      racer.lane = this.#emptiestLane(racer);
      if (isUnderWay) this.#late.add(racer);
      void this.#start(racer);
    }
    for (const racer of known.values()) this.#late.delete(racer);
    return [...known.values()];
  }

  /** Changes the target. Racers at the old one catch up. Racers that have reached the new one stop there. */
  retarget(target: number | null): void {
    this.target = target;
    for (const racer of this.racers) {
      racer.release();
      racer.look(this.#goal);
    }
    this.#pumpAll();
  }

  advanceTo(goal: number): void {
    this.goal = goal;
    this.#spentMs = [];
    this.#pumpAll();
  }

  /** Changes hyperparameters at the next step and keeps the rule's state. Returns false if it can't. */
  async configure(racer: Racer, values: Record<string, SettingValue>): Promise<boolean> {
    if (!racer.client) return false;
    try {
      const { step } = await racer.client.call('configure', racer.run, values);
      racer.note(step, values);
      this.#listener.changed();
      return true;
    } catch (error) {
      if (error instanceof RefusedError || error instanceof BrokenError) return false;
      throw error;
    }
  }

  /** Takes no more steps. The runs of its racers stay until they leave. */
  stop(): void {
    this.#stopped = true;
  }

  /** The loss at the target, which is a height above the lowest loss. */
  get #goal(): Goal | null {
    const { floor, target } = this;
    if (target === null || floor === undefined) return null;
    return { loss: kindOf(this.#settings).target.loss, value: floor + target };
  }

  #isDue(racer: Racer): boolean {
    if (racer.status !== 'running') return false;
    return racer.replay.length > 0 || racer.at(this.#settings.budget.unit) < this.goal;
  }

  #emptiestLane(entering: Racer): number {
    const load = new Array<number>(this.pool.size).fill(0);
    for (const racer of this.racers) {
      if (racer !== entering && racer.lane >= 0) load[racer.lane] = (load[racer.lane] ?? 0) + 1;
    }
    return load.indexOf(Math.min(...load));
  }

  #pumpAll(): void {
    for (const lane of new Set(this.racers.map((racer) => racer.lane))) void this.#pump(lane);
    if (this.racers.length === 0) this.#listener.arrived();
  }

  async #pump(lane: number): Promise<void> {
    if (this.#busy.has(lane)) return;
    this.#busy.add(lane);
    let due = this.#dueIn(lane);
    while (due.length > 0) {
      try {
        await this.#slice(due, lane);
      } catch (error) {
        this.#recover(lane, error);
      }
      if (this.#stopped) return;
      this.#listener.progressed();
      due = this.#dueIn(lane);
    }
    this.#busy.delete(lane);
    if (this.idle) this.#listener.arrived();
  }

  #dueIn(lane: number): Racer[] {
    const due = this.racers.filter(
      (racer) => racer.lane === lane && racer.client && this.#isDue(racer),
    );
    const late = due.filter((racer) => this.#isLate(racer));
    return late.length > 0 ? late : due;
  }

  #isLate(racer: Racer): boolean {
    if (!this.#late.has(racer)) return false;
    const { unit } = this.#settings.budget;
    const others = this.racers.filter((other) => other.racing && !this.#late.has(other));
    const isBehind = others.some((other) => other.at(unit) > racer.at(unit));
    if (!isBehind) this.#late.delete(racer);
    return isBehind;
  }

  async #slice(due: Racer[], lane: number): Promise<void> {
    const client = due[0]?.client;
    if (!client) return;
    // Racers with the least computing time first, because later ones may only get a single step.
    const together = due
      .filter((racer) => racer.client === client)
      .sort((a, b) => a.curve.last('milliseconds') - b.curve.last('milliseconds'));
    const orders = together.map((racer) => this.#order(racer));
    const updates = await client.call('advance', orders, client.sliceMs);
    if (this.#stopped) return;
    for (const update of updates) {
      this.#spentMs[lane] = (this.#spentMs[lane] ?? 0) + update.spentMs;
      const racer = together.find(({ run }) => run === update.run);
      if (!racer) continue;
      racer.take(update, this.#goal);
      if (!racer.racing) this.#listener.changed();
      const change = racer.replay[0];
      if (change && racer.at('steps') >= change.step) {
        racer.replay.shift();
        await client.call('configure', racer.run, change.values);
      }
    }
  }

  #order(racer: Racer): Order {
    const [change] = racer.replay;
    const { run, known } = racer;
    if (change) return { run, unit: 'steps', until: change.step, known };
    return { run, unit: this.#settings.budget.unit, until: this.goal, known };
  }

  async #start(racer: Racer): Promise<void> {
    racer.run = ++lastRun;
    racer.status = 'loading';
    try {
      const client = await this.pool.client(racer.lane);
      const { run } = racer;
      racer.setup = runSettings(this.#settings, racer.settings);
      const [update, data] = await Promise.all([
        client.call('create', run, racer.setup, racer.known),
        // Requested at once, so it does not wait for the slices of other racers.
        kindOf(this.#settings).learns ? (this.data ?? client.askRun(run, 'data')) : undefined,
      ]);
      if (this.#stopped || !this.racers.includes(racer)) {
        client.call('dispose', run).catch(() => {});
        return;
      }
      racer.client = client;
      this.data ??= data && named(data, this.#settings.dataset.id);
      racer.take(update, this.#goal);
    } catch (error) {
      if (this.#stopped) return;
      if (error instanceof BrokenError) {
        this.#recover(racer.lane, error);
        return;
      }
      racer.status = error instanceof RefusedError ? 'refused' : 'failed';
      if (error instanceof RefusedError) racer.problems = error.problems;
      racer.message = messageOf(error);
    }
    if (this.#stopped) return;
    this.#listener.changed();
    void this.#pump(racer.lane);
  }

  /** Restarts the racers of a broken engine. Runs are deterministic, so they repeat the same steps. */
  #recover(lane: number, error: unknown): void {
    if (this.#stopped) return;
    for (const racer of this.racers.filter(
      (candidate) => candidate.lane === lane && candidate.racing,
    )) {
      racer.rewind();
      if (error instanceof BrokenError && racer.breaks <= maxBreaks) {
        this.trouble = msg(
          'An engine worker crashed and was replaced. Its racers start again and catch up.',
        );
        void this.#start(racer);
      } else {
        racer.status = 'failed';
        racer.message = messageOf(error);
      }
    }
    this.#listener.changed();
  }
}

/** What an error says. Those of the engine's own are messages. */
const messageOf = (error: unknown): string =>
  msg(error instanceof Error ? error.message : String(error));
