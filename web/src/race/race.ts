// SPDX-License-Identifier: MIT
import type { Catalog, SettingValue } from '../../../wasm/types.ts';
import type { EnginePool } from '../engine/pool.ts';
import type { ShownData } from '../engine/thinned.ts';
import { kindOf } from '../model/problem-kinds.ts';
import { sameMeasure } from '../model/same-measure.ts';
import { sameStart, type Settings } from '../model/settings.ts';
import { type KnownSurface, knownSurface } from '../model/surface.ts';
import { inNextFrame } from '../util/in-next-frame.ts';
import { throttled } from '../util/throttled.ts';
import { Pace } from './pace.ts';
import { PastRacer } from './past-racer.ts';
import { RaceFacts, type RaceState } from './race-facts.ts';
import type { Racer } from './racer.ts';
import { Stage } from './stage.ts';
import { Training } from './training.ts';

export type { RaceState } from './race-facts.ts';

/**
 * A race and its clock, which counts in the budget's unit. Racers advance in lock-step from goal to goal.
 * In a free race the only goal is the end. Events: `state` is sent at once, `frame` (for the chart) and
 * `numbers` (for text) are throttled.
 *
 * A race that is not running answers a change of its settings: it is run aside to its end and then shown,
 * when answers.ts says so. Play starts it from the beginning.
 */
export class Race extends RaceFacts {
  protected readonly stage: Stage;
  /** Called when the training that runs aside is at the end. */
  #ready = (): void => {};
  #pace: Pace | undefined;
  #suspended = false;
  #later = inNextFrame(() => this.#next());
  #frame = throttled(66, () => this.emit('frame'));
  #numbers = throttled(100, () => this.emit('numbers'));

  constructor(catalog: () => Catalog, pool: EnginePool, settings: Settings) {
    super(catalog, settings);
    this.stage = new Stage(this.#newTraining(pool), this.#surface);
    if (this.racers.length === 0) this.state = 'ready';
  }

  /** Applies settings. Restarts if the problem has changed, and otherwise updates only what changed. */
  apply(settings: Settings, pool: EnginePool): void {
    const { budget, racers: wanted } = this.settings;
    if (settings.budget !== budget || settings.racers !== wanted) this.#leavePast();
    const before = this.settings;
    this.settings = settings;
    if (before.budget !== settings.budget) this.limit = settings.budget.amount;
    const samePool = pool === this.training.pool;
    const sameClock =
      before.budget.unit === settings.budget.unit && before.pacing === settings.pacing;
    const isEmpty = !settings.racers.some(({ on }) => on);
    if (!samePool || !sameStart(before, settings) || !sameClock || isEmpty) {
      this.#restart(pool, this.isPlayed && !isEmpty);
      if (!sameMeasure(this.catalog(), before, settings)) this.ghosts = [];
      return;
    }
    if (before.view.speed !== settings.view.speed) this.#setOut();
    if (before.racers !== settings.racers) this.stage.setRacers(settings.racers);
    if (before.target !== settings.target) this.training.retarget(settings.target);
    if (this.state === 'finished' && !this.isOver) this.state = 'paused';
    this.#changed();
  }

  /** Shows all racers as they were at that abscissa, and pauses. In the present it ends the view of the past. */
  travel(to: number): void {
    if (this.state === 'running') this.pause();
    // A slider may round its largest value.
    const past = to < this.at - this.quantum / 2;
    this.moment = past ? Math.max(0, to) : undefined;
    const { unit } = this.settings.budget;
    const shown = past
      ? this.racers.map((racer) => new PastRacer(racer, { unit, at: Math.max(0, to) }))
      : undefined;
    this.past = shown;
    this.#changed();
    void this.#recall(shown);
  }

  async #recall(shown: PastRacer[] | undefined): Promise<void> {
    await Promise.all(shown?.map((racer) => racer.recall()) ?? []);
    if (shown && shown === this.past) this.#progressed();
  }

  /** Returns to the same start. */
  reset(): void {
    this.#restart(this.training.pool, false);
  }

  /**
   * Runs the race, or that of other settings, to the end and calls `ready`. Until `present`, what is seen
   * does not change. Only racers with other settings start anew, unless the start is another. If the change does not
   * go on with the last one, the curves that it replaces become the ghosts.
   */
  rehearse(ready: () => void, settings = this.settings, isNew = false): void {
    const { racers, settings: before } = this;
    const { pool, data } = this.training;
    this.settings = settings;
    this.refused = [];
    this.#ready = ready;
    this.stage.stepAside();
    if (sameStart(before, settings)) this.stage.setRacers(settings.racers);
    else {
      const sameData = before.dataset === settings.dataset && before.problem === settings.problem;
      const training = this.#newTraining(pool, sameData ? data : undefined);
      this.stage.setTraining(training, this.#surface);
    }
    const keys = this.coming.map(({ key }) => key);
    if (isNew) this.#keepGhosts(racers.filter(({ key }) => keys.includes(key)));
    if (!sameMeasure(this.catalog(), before, settings)) this.ghosts = [];
    this.training.advanceTo(this.limit);
  }

  /** Shows what was run aside. If that is not at the end, it goes on. */
  present(): void {
    if (!this.stage.isAside) return;
    this.stage.present();
    this.#leavePast();
    this.#setOut();
    this.refused = [];
    this.answers++;
    this.state = 'running';
    this.at = this.training.reached;
    if (this.#suspended) this.#hold();
    this.#next();
    if (this.state === 'running') this.emit('state');
    this.#frame.now();
    this.#numbers();
  }

  /** Goes on showing the last race, because the engine refuses all racers that were to start anew. */
  refuse(): void {
    this.refused = this.coming;
    this.emit('state');
  }

  play(): void {
    this.#leavePast();
    if (this.answers > 0) this.#again();
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
    if (this.answers > 0) this.#again();
    if (this.state === 'finished') this.#extend();
    this.state = 'paused';
    this.training.advanceTo(Math.min(this.limit, this.training.goal + amount));
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
    return this.training.configure(racer, values);
  }

  /** Whether racers advance without waiting for each other. */
  get #free(): boolean {
    return this.settings.pacing === 'free' || this.answers > 0;
  }

  get #surface(): KnownSurface | undefined {
    return knownSurface(this.catalog(), this.settings.surface);
  }

  /** Stops the racers of a free race where they are. */
  #hold(): void {
    if (this.#free) this.training.advanceTo(this.training.reached);
  }

  #newTraining(pool: EnginePool, data?: ShownData): Training {
    const settings = this.settings;
    const floor = kindOf(settings).floor(this.catalog(), settings);
    return new Training(
      { pool, settings, floor, data },
      {
        arrived: () => this.#next(),
        changed: () => (this.stage.isAside ? this.#next() : this.#changed()),
        progressed: () => {
          if (this.stage.isAside) return;
          if (this.#free) this.at = this.training.reached;
          this.#progressed();
        },
      },
    );
  }

  #leavePast(): void {
    this.moment = undefined;
    this.past = undefined;
  }

  #restart(pool: EnginePool, playing: boolean): void {
    this.#leavePast();
    this.#keepGhosts(this.racers);
    this.stage.setTraining(this.#newTraining(pool), this.#surface);
    this.stage.present();
    this.at = 0;
    this.answers = 0;
    this.limit = this.settings.budget.amount;
    this.#setOut();
    this.state = playing ? 'running' : this.racers.length > 0 ? 'loading' : 'ready';
    this.#changed();
  }

  /** Returns to the start of a race that was run at once, to play it beside the same ghosts. */
  #again(): void {
    const { ghosts } = this;
    this.reset();
    this.ghosts = ghosts;
  }

  #keepGhosts(racers: readonly Racer[]): void {
    const raced = racers.filter(({ curve }) => curve.length > 1);
    if (raced.length > 0) this.ghosts = raced;
  }

  /** Extends the race by another budget, or beyond the target. */
  #extend(): void {
    // A shorter length may have been chosen meanwhile: it counts from where the race is.
    if (this.at >= this.limit) this.limit = this.at + this.settings.budget.amount;
    if (this.racers.some(({ status }) => status === 'reached')) this.training.retarget(null);
  }

  /** Resets pace and speed measurement, because earlier rounds say nothing about the next ones. */
  #setOut(): void {
    this.#pace = undefined;
    this.gauge.clear();
  }

  /** Once all racers are at the goal, sets the next one, now or in a later frame. */
  #next(): void {
    if (!this.training.idle) return;
    if (this.stage.isAside) return this.#ready();
    this.at = this.#free ? this.training.reached : this.training.goal;
    const stuck = this.at === 0 && !this.racers.some(({ racing }) => racing);
    if (this.state === 'loading' || (stuck && this.state === 'running')) this.#enterState('ready');
    if (this.at > 0 && this.isOver && this.state !== 'finished') this.#enterState('finished');
    if (this.at > 0 && this.state !== 'running' && !this.canLookBack) {
      this.canLookBack = true;
      this.emit('state');
    }
    if (this.state !== 'running' || this.#suspended) return;
    if (this.#free) {
      this.training.advanceTo(this.limit);
      return;
    }
    const now = performance.now();
    this.#pace ??= new Pace(this.settings.view.speed * this.quantum, this.quantum);
    this.gauge.mark(this.at, now);
    const goal = Math.min(this.limit, this.#pace.goal(this.at, now, this.training.spentMs));
    if (goal > this.at) this.training.advanceTo(goal);
    else this.#later();
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
