// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import type { ShownData } from '../engine/thinned.ts';
import type { Unit } from '../model/clock.ts';
import type { ProblemKind } from '../model/problem-kind.ts';
import { kindOf } from '../model/problem-kinds.ts';
import { type Component, type RacerSettings, sameRace, type Settings } from '../model/settings.ts';
import type { KnownSurface } from '../model/surface.ts';
import { Emitter } from '../util/emitter.ts';
import { decidingLoss } from './deciding-loss.ts';
import { fitsWhole } from './fits-whole.ts';
import { Gauge } from './gauge.ts';
import { obstacleOf } from './obstacle.ts';
import type { PastRacer } from './past-racer.ts';
import type { Racer } from './racer.ts';
import { compare, type Comparison } from './ranking.ts';
import type { Stage } from './stage.ts';
import { epochIn, stepIn } from './step-length.ts';
import type { Training } from './training.ts';

export type RaceState = 'loading' | 'ready' | 'running' | 'paused' | 'finished';

/** If the machine reaches less than this share of the chosen speed, the page says so. */
const keptShare = 0.8;

/** What the page reads of a race. */
export abstract class RaceFacts extends Emitter<'state' | 'frame' | 'numbers'> {
  state: RaceState = 'loading';
  /** Curves and paths of the previous race, until cleared. */
  ghosts: readonly Pick<Racer, 'curve' | 'path'>[] = [];
  /** The abscissa that all active racers have reached. */
  at = 0;
  /** The abscissa that the page shows, if it is in the past. */
  moment: number | undefined;
  /** Whether this race or one before it has stopped with something to look back at. */
  canLookBack = false;
  /** The budget, plus what Continue has added. */
  limit: number;
  /** How many answers were shown since the start. If not 0, the race was run at once and not played. */
  answers = 0;
  /** The racers that the engine refused. For that the last answer is not shown. */
  refused: readonly Racer[] = [];

  protected readonly catalog: () => Catalog;
  protected settings: Settings;
  protected past: PastRacer[] | undefined;
  protected readonly gauge = new Gauge();
  protected abstract readonly stage: Stage;

  constructor(catalog: () => Catalog, settings: Settings) {
    super();
    this.catalog = catalog;
    this.settings = settings;
    this.limit = settings.budget.amount;
  }

  protected get training(): Training {
    return this.stage.training;
  }

  get racers(): readonly Racer[] {
    return this.stage.seen.racers;
  }

  /** The racers as the page shows them: at the moment of the past that was chosen, or as they are. */
  get shown(): readonly Racer[] {
    return this.past ?? this.racers;
  }

  /** A racer's optimizer with the values in force, which may have changed during the race. */
  optimizerOf(racer: RacerSettings): Component {
    const live = this.shown.find(({ key }) => key === racer.key);
    return live?.settings === racer ? live.current : racer.optimizer;
  }

  get data(): ShownData | undefined {
    return this.stage.seen.data;
  }

  /** The kind of its problem. */
  get kind(): ProblemKind {
    return kindOf(this.settings);
  }

  /** The surface, for what draws points on the plane. Undefined for problems of other kinds. */
  get surface(): KnownSurface | undefined {
    return this.stage.seen.surface;
  }

  /** The lowest possible loss, or undefined if there is none. */
  get floor(): number | undefined {
    return this.stage.seen.floor;
  }

  /** Whether there is a test split. Assumed until the data are loaded. */
  get tested(): boolean {
    return this.kind.learns && (this.data === undefined || this.data.test.length > 0);
  }

  /** Whether the task is classification. */
  get classified(): boolean {
    return this.kind.learns && (this.data === undefined || this.data.classes > 0);
  }

  /** The abscissa that the racers are on their way to, or have reached. */
  get goal(): number {
    return this.training.goal;
  }

  /** Whether all racers are there, and none is still being made. */
  get atGoal(): boolean {
    return this.training.idle;
  }

  get target(): number | null {
    return this.training.target;
  }

  get trouble(): string {
    return this.training.trouble;
  }

  /** Whether a rule overfits early, because it uses the whole training set in each step. */
  get fitsWhole(): boolean {
    return fitsWhole(this.catalog(), this.settings);
  }

  /** The ranking, on the axis and by the loss of the chart. */
  get comparison(): Comparison {
    const { view, budget } = this.settings;
    const loss = decidingLoss(this, view.show);
    return compare(this.shown, { axis: view.axis, clock: budget.unit, loss });
  }

  /** Why no racer can start, for the reader. Empty if one can, or still may. */
  get obstacle(): string {
    return obstacleOf(this.settings, this.racers);
  }

  /** Whether there is a racer that has not stopped for good. A racer at the target may go on beyond it. */
  get canGoOn(): boolean {
    return this.racers.some(({ racing, status }) => racing || status === 'reached');
  }

  /** The actual steps per second, if the machine does not reach the chosen speed. */
  get slowedTo(): number | undefined {
    const { speed } = this.settings.view;
    const { rate } = this.gauge;
    if (this.state !== 'running' || rate === undefined || !Number.isFinite(speed)) return undefined;
    const steps = rate / this.quantum;
    return steps < keptShare * speed ? steps : undefined;
  }

  /** The number of engines. */
  get engines(): number {
    return this.training.pool.size;
  }

  /** One step with the race's batch size, on the race's clock. */
  get quantum(): number {
    return this.quantumIn(this.settings.budget.unit);
  }

  /** The number of training samples. */
  get #trained(): number {
    const { data } = this;
    return data?.counts?.train ?? data?.train.length ?? 1;
  }

  quantumIn(unit: Unit): number {
    return stepIn(unit, this.settings, this.#trained);
  }

  /** One pass over the training data, on the race's clock. */
  get epoch(): number {
    return epochIn(this.settings.budget.unit, this.settings, this.#trained);
  }

  /** Whether it is running as the reader has started it, and is not an answer on its way to the end. */
  get isPlayed(): boolean {
    return this.state === 'running' && this.answers === 0;
  }

  /** Whether it is at its end. */
  get isOver(): boolean {
    return this.at >= this.limit || !this.racers.some(({ racing }) => racing);
  }

  /** Whether it is the race of the settings, and no other one is under way aside. */
  isOf(settings: Settings): boolean {
    return this.coming.length === 0 && sameRace(this.settings, settings);
  }

  /** Whether each racer in training has left the start, or can't. */
  get isUnderWay(): boolean {
    return this.training.racers.every(({ racing, curve }) => !racing || curve.length > 1);
  }

  /** The racers that are still aside. */
  get coming(): readonly Racer[] {
    return this.stage.coming;
  }
}
