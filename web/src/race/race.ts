// SPDX-License-Identifier: MIT
import type { Catalog, SettingValue, DataView as SplitData } from '../../../wasm/types.ts';
import type { Unit } from '../model/clock.ts';
import type { EnginePool } from '../engine/pool.ts';
import { sameMeasure } from '../model/same-measure.ts';
import type { ProblemKind } from '../model/problem-kind.ts';
import { kindOf } from '../model/problem-kinds.ts';
import { type Settings, sameStart } from '../model/settings.ts';
import { type KnownSurface, knownSurface } from '../model/surface.ts';
import type { CurveStore } from './curve-store.ts';
import { decidingLoss } from './deciding-loss.ts';
import { Emitter } from '../util/emitter.ts';
import { Gauge } from './gauge.ts';
import { Training } from './training.ts';
import { Pace } from './pace.ts';
import { PastRacer } from './past-racer.ts';
import type { Racer } from './racer.ts';
import { compare, type Comparison } from './ranking.ts';
import { throttled } from '../util/throttled.ts';

export type RaceState = 'loading' | 'ready' | 'running' | 'paused' | 'finished';

/** If the machine reaches less than this share of the chosen speed, the page says so. */
const keptShare = 0.8;

/**
 * A race and its clock, which counts in the budget's unit. Racers advance in lock-step from goal to goal.
 * In a free race the only goal is the end. Events: `state` is sent at once, `frame` (for the chart) and
 * `numbers` (for text) are throttled.
 */
export class Race extends Emitter<'state' | 'frame' | 'numbers'> {
  state: RaceState = 'loading';
  /** The curves of the previous race, until cleared. */
  ghosts: CurveStore[] = [];
  /** The abscissa that all active racers have reached. */
  at = 0;
  /** The abscissa that the page shows, if it is in the past. */
  moment: number | undefined;
  /** Whether this race or one before it has stopped with something to look back at. */
  canLookBack = false;
  /** The budget, plus what Continue has added. */
  limit: number;

  readonly #catalog: () => Catalog;
  #settings: Settings;
  #surface: KnownSurface | undefined;
  #training: Training;
  #past: PastRacer[] | undefined;
  #pace: Pace | undefined;
  #gauge = new Gauge();
  #suspended = false;
  #scheduled = false;
  #frame = throttled(66, () => this.emit('frame'));
  #numbers = throttled(100, () => this.emit('numbers'));

  constructor(catalog: () => Catalog, pool: EnginePool, settings: Settings) {
    super();
    this.#catalog = catalog;
    this.#settings = settings;
    this.limit = settings.budget.amount;
    this.#training = this.#newTraining(pool);
    if (this.racers.length === 0) this.state = 'ready';
  }

  get racers(): readonly Racer[] {
    return this.#training.racers;
  }

  /** The racers as the page shows them: at the moment of the past that was chosen, or as they are. */
  get shown(): readonly Racer[] {
    return this.#past ?? this.racers;
  }

  get data(): SplitData | undefined {
    return this.#training.data;
  }

  /** The kind of its problem. */
  get kind(): ProblemKind {
    return kindOf(this.#settings);
  }

  /** The surface, for what draws points on the plane. Undefined for problems of other kinds. */
  get surface(): KnownSurface | undefined {
    return this.#surface;
  }

  /** The lowest possible loss, or undefined if there is none. */
  get floor(): number | undefined {
    return this.#training.floor;
  }

  /** Whether there is a test split. Assumed until the data are loaded. */
  get tested(): boolean {
    return this.kind.learns && (this.data === undefined || this.data.test.length > 0);
  }

  /** Whether the task is classification. */
  get classified(): boolean {
    return this.kind.learns && (this.data === undefined || this.data.classes > 0);
  }

  get target(): number | null {
    return this.#training.target;
  }

  get trouble(): string {
    return this.#training.trouble;
  }

  /** Whether a rule uses the whole training set and more than its gradient. Such rules overfit early. */
  get fitsWhole(): boolean {
    return this.#settings.racers.some(({ on, optimizer: { id } }) => {
      const entry = this.#catalog().optimizers.find((optimizer) => optimizer.id === id);
      if (!on || entry?.batch !== 'full') return false;
      const { needs } = entry;
      return needs.some((need) => need !== 'gradient') && needs.some((need) => need !== 'value');
    });
  }

  /** The ranking, on the axis and by the loss of the chart. */
  get comparison(): Comparison {
    const { view, budget } = this.#settings;
    const loss = decidingLoss(this, view.show);
    return compare(this.shown, { axis: view.axis, clock: budget.unit, loss });
  }

  /** Why no racer can start, for the reader. Empty if one can, or still may. */
  get obstacle(): string {
    if (this.#settings.racers.length === 0) return 'Add a racer to start.';
    if (this.racers.length === 0) return 'Switch a racer on to start.';
    const stopped = this.racers.every(({ status }) => status === 'refused' || status === 'failed');
    if (!stopped) return '';
    return 'No racer can start with these settings. Its card says why.';
  }

  /** Whether there is a racer that has not stopped for good. A racer at the target may go on beyond it. */
  get canGoOn(): boolean {
    return this.racers.some(({ racing, status }) => racing || status === 'reached');
  }

  /** The actual steps per second, if the machine does not reach the chosen speed. */
  get slowedTo(): number | undefined {
    const { speed } = this.#settings.view;
    const { rate } = this.#gauge;
    if (this.state !== 'running' || rate === undefined || !Number.isFinite(speed)) return undefined;
    const steps = rate / this.quantum;
    return steps < keptShare * speed ? steps : undefined;
  }

  /** The number of engines. */
  get engines(): number {
    return this.#training.pool.size;
  }

  /** One step with the race's batch size, on the race's clock. */
  get quantum(): number {
    return this.quantumIn(this.#settings.budget.unit);
  }

  quantumIn(unit: Unit): number {
    if (unit === 'steps') return 1;
    const train = this.data?.train.length ?? 1;
    return unit === 'epochs' ? this.#batch(train) / train : this.#batch(train);
  }

  /** One pass over the training data, on the race's clock. */
  get epoch(): number {
    const { unit } = this.#settings.budget;
    if (unit === 'epochs') return 1;
    const train = this.data?.train.length ?? 1;
    return unit === 'samples' ? train : Math.ceil(train / this.#batch(train));
  }

  /** Applies settings. Restarts if the problem has changed, and otherwise updates only what changed. */
  apply(settings: Settings, pool: EnginePool): void {
    const { budget, racers: wanted } = this.#settings;
    if (settings.budget !== budget || settings.racers !== wanted) this.#leavePast();
    const before = this.#settings;
    this.#settings = settings;
    if (before.budget !== settings.budget) this.limit = settings.budget.amount;
    const samePool = pool === this.#training.pool;
    const sameClock =
      before.budget.unit === settings.budget.unit && before.pacing === settings.pacing;
    const isEmpty = !settings.racers.some(({ on }) => on);
    if (!samePool || !sameStart(before, settings) || !sameClock || isEmpty) {
      this.#restart(pool, this.state === 'running' && !isEmpty);
      if (!sameMeasure(this.#catalog(), before, settings)) this.ghosts = [];
      return;
    }
    if (before.view.speed !== settings.view.speed) this.#setOut();
    if (before.racers !== settings.racers) this.#training.setRacers(settings.racers);
    if (before.target !== settings.target) this.#training.retarget(settings.target);
    if (this.state === 'finished' && !this.#isOver) this.state = 'paused';
    this.#changed();
  }

  /** Shows all racers as they were at that abscissa, and pauses. In the present it ends the view of the past. */
  travel(to: number): void {
    if (this.state === 'running') this.pause();
    // A slider may round its largest value.
    const past = to < this.at - this.quantum / 2;
    this.moment = past ? Math.max(0, to) : undefined;
    const { unit } = this.#settings.budget;
    const shown = past
      ? this.racers.map((racer) => new PastRacer(racer, { unit, at: Math.max(0, to) }))
      : undefined;
    this.#past = shown;
    this.#changed();
    void this.#recall(shown);
  }

  async #recall(shown: PastRacer[] | undefined): Promise<void> {
    await Promise.all(shown?.map((racer) => racer.recall()) ?? []);
    if (shown && shown === this.#past) this.#progressed();
  }

  /** Returns to the same start. */
  reset(): void {
    this.#restart(this.#training.pool, false);
  }

  play(): void {
    this.#leavePast();
    if (this.obstacle !== '' || !this.canGoOn) return;
    if (this.state === 'finished' || !this.racers.some(({ racing }) => racing)) this.#extend();
    this.#setOut();
    this.state = 'running';
    this.emit('state');
    this.#next();
  }

  pause(): void {
    if (this.state === 'running') this.state = 'paused';
    this.#hold();
    this.#changed();
  }

  /** Advances all racers by `amount` on the race's clock and pauses. In the past it shows a later moment. */
  advance(amount: number): void {
    if (this.moment !== undefined) {
      this.travel(this.moment + amount);
      return;
    }
    if (this.state === 'finished') this.#extend();
    this.state = 'paused';
    this.#training.advanceTo(Math.min(this.limit, this.#training.goal + amount));
    this.#changed();
  }

  /** Suspends training while the tab is hidden or the frame is out of view. */
  suspend(suspended: boolean): void {
    this.#suspended = suspended;
    this.#setOut();
    if (suspended) this.#hold();
    this.#next();
  }

  clearGhosts(): void {
    this.ghosts = [];
    this.#changed();
  }

  configure(racer: Racer, values: Record<string, SettingValue>): Promise<boolean> {
    return this.#training.configure(racer, values);
  }

  get #free(): boolean {
    return this.#settings.pacing === 'free';
  }

  /** Stops the racers of a free race where they are. */
  #hold(): void {
    if (this.#free) this.#training.advanceTo(this.#training.reached);
  }

  get #isOver(): boolean {
    return this.at >= this.limit || !this.racers.some(({ racing }) => racing);
  }

  #batch(train: number): number {
    const { batchSize } = this.#settings.problem;
    return typeof batchSize === 'number' ? Math.min(batchSize, train) : train;
  }

  #newTraining(pool: EnginePool): Training {
    const settings = this.#settings;
    const catalog = this.#catalog();
    this.#surface = knownSurface(catalog, settings.surface);
    const floor = kindOf(settings).floor(catalog, settings);
    return new Training(
      { pool, settings, floor },
      {
        arrived: () => this.#next(),
        changed: () => this.#changed(),
        progressed: () => {
          if (this.#free) this.at = this.#training.reached;
          this.#progressed();
        },
      },
    );
  }

  #leavePast(): void {
    this.moment = undefined;
    this.#past = undefined;
  }

  #restart(pool: EnginePool, playing: boolean): void {
    this.#leavePast();
    const raced = this.racers.map(({ curve }) => curve).filter(({ length }) => length > 1);
    if (raced.length > 0) this.ghosts = raced;
    this.#training.dispose();
    this.at = 0;
    this.limit = this.#settings.budget.amount;
    this.#setOut();
    this.#training = this.#newTraining(pool);
    this.state = playing ? 'running' : this.racers.length > 0 ? 'loading' : 'ready';
    this.#changed();
  }

  /** Extends the race by another budget, or beyond the target. */
  #extend(): void {
    // A shorter length may have been chosen meanwhile: it counts from where the race is.
    if (this.at >= this.limit) this.limit = this.at + this.#settings.budget.amount;
    if (this.racers.some(({ status }) => status === 'reached')) this.#training.retarget(null);
  }

  /** Resets pace and speed measurement, because earlier rounds say nothing about the next ones. */
  #setOut(): void {
    this.#pace = undefined;
    this.#gauge.clear();
  }

  /** Once all racers are at the goal, sets the next one, now or in a later frame. */
  #next(): void {
    if (!this.#training.idle) return;
    this.at = this.#free ? this.#training.reached : this.#training.goal;
    const stuck = this.at === 0 && !this.racers.some(({ racing }) => racing);
    if (this.state === 'loading' || (stuck && this.state === 'running')) this.#enterState('ready');
    if (this.at > 0 && this.#isOver && this.state !== 'finished') this.#enterState('finished');
    if (this.at > 0 && this.state !== 'running' && !this.canLookBack) {
      this.canLookBack = true;
      this.emit('state');
    }
    if (this.state !== 'running' || this.#suspended) return;
    if (this.#free) {
      this.#training.advanceTo(this.limit);
      return;
    }
    const now = performance.now();
    this.#pace ??= new Pace(this.#settings.view.speed * this.quantum, this.quantum);
    this.#gauge.mark(this.at, now);
    const goal = Math.min(this.limit, this.#pace.goal(this.at, now));
    if (goal > this.at) this.#training.advanceTo(goal);
    else this.#later();
  }

  #later(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.#next();
    });
  }

  #enterState(state: RaceState): void {
    this.state = state;
    this.emit('state');
    this.#progressed();
  }

  #changed(): void {
    this.emit('state');
    this.#progressed();
    this.#next();
  }

  #progressed(): void {
    this.#frame();
    this.#numbers();
  }
}
