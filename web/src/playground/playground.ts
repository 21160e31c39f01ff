// SPDX-License-Identifier: MIT
import firstRace from 'virtual:first-race';
import type { Catalog, Precision, SettingValue } from '../../../wasm/types.ts';
import { EnginePool } from '../engine/pool.ts';
import type { Example } from '../examples/examples.ts';
import { Emitter } from '../util/emitter.ts';
import { Race } from '../race/race.ts';
import type { Racer } from '../race/racer.ts';
import { Agenda } from './agenda.ts';
import { exampleFits } from '../model/example-fits.ts';
import { History, type LiveChange } from './history.ts';
import { Inquiry } from './inquiry.ts';
import type { Notice } from '../model/links/notices.ts';
import { prefersStillness } from '../page/looks.ts';
import type { Decoded } from '../model/links/decode.ts';
import { precisionOf } from '../model/precision.ts';
import type { ProblemKind } from '../model/problem-kind.ts';
import { racerNames } from '../model/names.ts';
import { SelfCheck } from './self-check.ts';
import { type RacerSettings, type Settings, type Values } from '../model/settings.ts';

export interface Inspected {
  readonly racer: number;
  readonly parameter: number | undefined;
}

export type PlaygroundEvent = 'settings' | 'notices' | 'state' | 'frame' | 'numbers' | 'inspected';

type Deferred = typeof import('./deferred.ts');

/** Some settings to replace, or a function that makes them from the settings in force at its turn. */
export type Change = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

/** The least time between restarts while a slider is dragged, in milliseconds. */
const restartIntervalMs = 120;

/**
 * The state behind the components: the settings, the race made from them, and methods to change both.
 * All changes and actions are in one queue, so an action finds all earlier changes in force.
 */
export class Playground extends Emitter<PlaygroundEvent> {
  settings: Settings;
  notices: Notice[];
  names: Map<number, string>;
  /**
   * What the picture of the network and the step microscope show: a racer by its key, or the first one if it is
   * not in the race, and a parameter by its place in the run's parameters.
   */
  inspected: Inspected = { racer: -1, parameter: undefined };
  catalog: Catalog;
  /** Whether the deferred module was requested, but could not be loaded. */
  outOfReach = false;
  /** Whether this browser's engine computes other bits than the tested builds. */
  differs = false;
  readonly race: Race;
  readonly inquiry = new Inquiry(() => this.#pool);
  readonly selfCheck = new SelfCheck(() => this.#pool);
  #pool: EnginePool;
  #deferred: Deferred | undefined;
  #loading: Promise<Deferred> | undefined;
  #agenda = new Agenda();
  #history = new History();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #appliedMs = Number.NEGATIVE_INFINITY;
  /** The settings last used on each kind of problem that the reader has left. */
  readonly left = new Map<ProblemKind['id'], Settings>();

  private constructor(
    catalog: Catalog,
    { settings, notices }: Decoded,
    maxWorkers: number | undefined,
  ) {
    super();
    this.catalog = catalog;
    this.settings = settings;
    this.notices = notices;
    this.names = racerNames(catalog, settings.racers);
    this.#pool = new EnginePool(precisionOf(catalog, settings), maxWorkers);
    this.race = new Race(() => this.catalog, this.#pool, settings);
    for (const event of ['state', 'frame', 'numbers'] as const) {
      this.race.on(event, () => this.emit(event));
    }
    this.race.on('state', () => this.#checkSoon());
  }

  /** Opens a link. To read it, the deferred module is loaded while engines start. Without a link it is not needed. */
  static async open(link: string, maxWorkers?: number): Promise<Playground> {
    const { settings, catalog } = firstRace;
    if (link === '') return new Playground(catalog, { settings, notices: [] }, maxWorkers);
    const deferred = await import('./deferred.ts');
    const decoded = deferred.decodeLink(deferred.catalog, link);
    const playground = new Playground(deferred.catalog, decoded, maxWorkers);
    playground.#deferred = deferred;
    return playground;
  }

  /** Checks the engine's bits, but only once the start is on the screen and the page is idle. */
  #checkSoon(): void {
    if (this.race.state !== 'loading') setTimeout(() => void this.#check(), 0);
  }

  async #check(): Promise<void> {
    const { differs } = this;
    this.differs = await this.selfCheck.agrees().then(
      (agrees) => !agrees,
      () => differs,
    );
    if (this.differs !== differs) this.emit('notices');
  }

  /** Resolves when an engine has started, and rejects if none can start. */
  async started(): Promise<void> {
    await this.#pool.ready;
  }

  /** Loads what the page starts without. */
  loadDeferred(): Promise<Deferred> {
    if (this.#deferred) return Promise.resolve(this.#deferred);
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<Deferred> {
    try {
      const deferred = await import('./deferred.ts');
      this.#deferred = deferred;
      this.catalog = deferred.catalog;
      this.sayOutOfReach(false);
      this.emit('settings');
      return deferred;
    } catch (error) {
      this.sayOutOfReach(true);
      throw error;
    } finally {
      this.#loading = undefined;
    }
  }

  sayOutOfReach(outOfReach: boolean): void {
    if (this.outOfReach === outOfReach) return;
    this.outOfReach = outOfReach;
    this.emit('notices');
  }

  /** The link of the settings. Without the deferred module they are unchanged, so it is that of the first race. */
  get link(): string {
    return this.linkOf(this.settings);
  }

  linkOf(settings: Settings): string {
    return this.#deferred?.encodeLink(this.catalog, settings) ?? firstRace.link;
  }

  /** Whether there are notices about a link or an engine. */
  get hasNews(): boolean {
    return this.notices.length > 0 || this.race.trouble !== '';
  }

  addNotices(notices: readonly Notice[]): void {
    this.notices = [...this.notices, ...notices];
    this.emit('notices');
  }

  /** The examples loaded so far. */
  get examples(): readonly Example[] {
    return this.#deferred?.examples ?? [firstRace.example];
  }

  /** The example whose card is shown. */
  get example(): Example | undefined {
    return this.examples.find(({ id }) => id === this.settings.example);
  }

  /** Replaces everything by a link, as if the page had been opened with it. The race does not start. */
  openLink(link: string): Promise<void> {
    return this.#agenda.do(async () => {
      await this.#replace(link);
      this.race.clearGhosts();
    });
  }

  /** Shows and plays an example. For another state of the current one, the last race stays as ghosts. */
  showExample({ id, states }: Example, state = 0): Promise<void> {
    return this.#agenda.do(async () => {
      const known = id === this.settings.example;
      await this.#replace(states[state]?.link ?? '');
      if (!known) this.race.clearGhosts();
      if (!prefersStillness()) this.race.play();
    });
  }

  /** The index of the example's state that the race has, whatever the view. -1 if it was changed. */
  get exampleState(): number {
    if (!this.#deferred) return 0;
    const { decodeLink, encodeLink } = this.#deferred;
    const { view } = this.settings;
    const links = this.example?.states.map(({ link }) => {
      const { settings } = decodeLink(this.catalog, link);
      return encodeLink(this.catalog, { ...settings, view });
    });
    return links?.indexOf(this.link) ?? -1;
  }

  /** Closes the example or the lesson. */
  closeExample(): Promise<void> {
    return this.update({ example: '', lesson: '' });
  }

  /** Opens the step of a lesson, by default the first one. The race waits for the reader's prediction. */
  async openStep(id?: string): Promise<void> {
    const { steps } = await this.loadDeferred();
    await this.openLink(`lesson=${id ?? steps[0]?.id}`);
  }

  play(): Promise<void> {
    return this.#act(() => this.race.play());
  }

  pause(): Promise<void> {
    return this.#act(() => this.race.pause());
  }

  /** Returns to the same start. */
  reset(): Promise<void> {
    return this.#act(() => this.#reset());
  }

  /** Advances all racers by one step with the race's batch size, or one pass over the training data. */
  advance(what: 'step' | 'epoch'): Promise<void> {
    const { race } = this;
    return this.#act(() => race.advance(what === 'step' ? race.quantum : race.epoch));
  }

  /** Shows a moment of the past, in the unit of the race's clock, or the present if it is not before that. */
  travel(to: number): Promise<void> {
    return this.#act(() => this.race.travel(to));
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  undo(): Promise<void> {
    return this.#act(() => this.#travel(this.#history.undo(this.settings)));
  }

  redo(): Promise<void> {
    return this.#act(() => this.#travel(this.#history.redo(this.settings)));
  }

  /** Merges a change into the settings and applies them to the race. */
  update(change: Change): Promise<void> {
    return this.#agenda.do(() => this.#change(change));
  }

  /**
   * Sets a hyperparameter of a racer. During a race it applies from the next step on and is not part of
   * the link. If the engine can't change it during a run, the racer restarts and catches up.
   */
  setHyperparameter(key: number, id: string, value: SettingValue): Promise<void> {
    return this.#agenda.do(async () => {
      const { race } = this;
      if (race.at > 0 && !this.#isSettled) await this.#settle();
      const before = this.racer(key)?.current.values[id];
      if (await this.#configure(key, { [id]: value })) {
        if (before !== undefined)
          this.#history.recordLive(key, { [id]: before }, { [id]: value }, performance.now());
        this.emit('settings');
        return;
      }
      const finished = race.state === 'finished';
      await this.#change(({ racers }) => ({ racers: withValue(racers, key, id, value) }));
      if (!finished) return;
      await this.#settle();
      this.#reset();
    });
  }

  /** Changes a running racer. False if it is not running, or its engine can't change it. */
  async #configure(key: number, values: Values): Promise<boolean> {
    const { race } = this;
    const racer = this.racer(key);
    const midRace = racer && race.at > 0 && race.state !== 'finished' && racer.racing;
    return midRace ? race.configure(racer, values) : false;
  }

  #change(change: Change): void | Promise<void> {
    const before = this.settings;
    this.#merge(typeof change === 'function' ? change(before) : change);
    this.#history.record(before, this.settings, performance.now());
    return this.#soon();
  }

  async #travel(to: Settings | LiveChange | undefined): Promise<void> {
    if (!to) return;
    if ('key' in to) await this.#configure(to.key, to.after);
    else this.#merge(to);
    await this.#settle();
    this.emit('settings');
  }

  async #replace(link: string): Promise<void> {
    const { decodeLink } = await this.loadDeferred();
    const { settings, notices } = decodeLink(this.catalog, link || firstRace.link);
    this.race.pause();
    this.notices = notices;
    this.emit('notices');
    const before = this.settings;
    this.#merge(settings);
    this.#history.record(before, this.settings, performance.now());
    await this.#settle();
  }

  /** Merges a change into the settings. Closes the example or the lesson if it no longer fits. */
  #merge(change: Partial<Settings>): void {
    const settings = { ...this.settings, ...change };
    const gone = !exampleFits(this.#statesOf(settings), settings);
    this.settings = gone ? { ...settings, example: '', lesson: '' } : settings;
    this.names = racerNames(this.catalog, this.settings.racers);
    this.emit('settings');
  }

  /** The races that the text beside the race is about. */
  #statesOf({ example, lesson }: Settings): Settings[] {
    if (!this.#deferred) return [firstRace.settings];
    const { decodeLink, examples, stepOf } = this.#deferred;
    const step = stepOf(lesson)?.step;
    const states = step ? [step] : (examples.find(({ id }) => id === example)?.states ?? []);
    return states.map(({ link }) => decodeLink(this.catalog, link).settings);
  }

  /** Runs an action after all earlier changes are in force. */
  #act<T>(action: () => T | Promise<T>): Promise<T> {
    return this.#agenda.do(() => {
      const settling = this.#isSettled ? undefined : this.#settle();
      return settling ? settling.then(action) : action();
    });
  }

  /** Applies the settings now, or later if the race was just restarted. */
  #soon(): void | Promise<void> {
    const wait = this.#appliedMs + restartIntervalMs - performance.now();
    if (wait <= 0) return this.#settle();
    this.#timer ??= setTimeout(() => void this.#act(() => {}), wait);
  }

  /** Whether the race has the settings. */
  get #isSettled(): boolean {
    return this.#timer === undefined;
  }

  /** Gives the race the settings, in an engine of the precision that they need. */
  #settle(): void | Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const precision = precisionOf(this.catalog, this.settings);
    if (precision === this.#pool.precision) this.#apply();
    else return this.#changePool(precision);
  }

  async #changePool(precision: Precision): Promise<void> {
    const pool = await EnginePool.start(precision, this.#pool.size);
    const before = this.#pool;
    this.#pool = pool;
    this.#apply();
    before.close();
  }

  #apply(): void {
    const raced = this.race.racers;
    this.race.apply(this.settings, this.#pool);
    this.#appliedMs = performance.now();
    // In a new race, changes made during the last one can't be undone.
    if (raced.length > 0 && !raced.some((racer) => this.race.racers.includes(racer)))
      this.#history.forgetLive();
  }

  #reset(): void {
    this.race.reset();
    this.#history.forgetLive();
  }

  /** The number of steps of the race with its own batch size. */
  get raceSteps(): number {
    const { unit, amount } = this.settings.budget;
    return Math.max(1, Math.ceil(amount / this.race.quantumIn(unit)));
  }

  /** A change that needs the deferred module, which is loaded first. */
  updateWithDeferred(change: (deferred: Deferred) => Change): Promise<void> {
    return this.#agenda.do(async () => this.#change(change(await this.loadDeferred())));
  }

  /** Adds a racer with the optimizer `id`, or a copy of `from`. */
  addRacer(id: string, from?: RacerSettings): Promise<void> {
    return this.updateWithDeferred(
      ({ catalog, withAnotherRacer }) =>
        (settings) =>
          withAnotherRacer(catalog, settings, id, from),
    );
  }

  set(group: 'problem' | 'run', change: Record<string, SettingValue>): Promise<void> {
    return this.update((settings) => ({ [group]: { ...settings[group], ...change } }));
  }

  setView(change: Partial<Settings['view']>): Promise<void> {
    return this.update(({ view }) => ({ view: { ...view, ...change } }));
  }

  inspect(change: Partial<Inspected>): void {
    this.inspected = { ...this.inspected, ...change };
    this.emit('inspected');
  }

  /** The inspected racer, as it is at the moment that the page shows. */
  get inspectedRacer(): Racer | undefined {
    const { shown } = this.race;
    return shown.find(({ key }) => key === this.inspected.racer) ?? shown[0];
  }

  racer(key: number): Racer | undefined {
    return this.race.racers.find((racer) => racer.key === key);
  }
}

function withValue(
  racers: readonly RacerSettings[],
  key: number,
  id: string,
  value: SettingValue,
): RacerSettings[] {
  return racers.map((racer) => {
    if (racer.key !== key) return racer;
    const { optimizer } = racer;
    return { ...racer, optimizer: { ...optimizer, values: { ...optimizer.values, [id]: value } } };
  });
}
