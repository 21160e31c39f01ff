// SPDX-License-Identifier: MIT
import opening from 'virtual:opening';
import type { Catalog, Precision, SettingValue } from '../../../wasm/types.ts';
import { EnginePool } from '../engine/pool.ts';
import type { Example } from '../examples/examples.ts';
import { Emitter } from '../race/emitter.ts';
import { Race } from '../race/race.ts';
import type { Racer } from '../race/racer.ts';
import { fittingChoices } from './fitting-choices.ts';
import { Inquiry } from './inquiry.ts';
import type { Notice } from './links/notices.ts';
import { prefersStillness } from './looks.ts';
import type { Decoded } from './links/decode.ts';
import { precisionOf } from './precision.ts';
import { racerNames } from './names.ts';
import { SelfCheck } from './self-check.ts';
import {
  type Component,
  component,
  datasetRows,
  engineComponent,
  type Settings,
  type SurfaceSettings,
} from './settings.ts';

export type PlaygroundEvent = 'settings' | 'notices' | 'state' | 'frame' | 'numbers';

type Knowledge = typeof import('./knowledge.ts');

/** A slider that is dragged restarts the race at most this often. */
const restartIntervalMs = 120;

/** What the components see: the settings, the race made of them, and the ways to change both. */
export class Playground extends Emitter<PlaygroundEvent> {
  settings: Settings;
  notices: Notice[];
  names: Map<number, string>;
  catalog: Catalog;
  /** Whether what the page starts without was asked for, and did not come. */
  outOfReach = false;
  readonly race: Race;
  readonly inquiry = new Inquiry(() => this.#pool);
  readonly selfCheck = new SelfCheck(() => this.#pool);
  #pool: EnginePool;
  #advisers = new Map<Precision, Promise<EnginePool>>();
  #knowledge: Knowledge | undefined;
  #learning: Promise<Knowledge> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The race on a surface while one is on data, and the other way round. */
  #left: Settings | undefined;

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
  }

  /** At once where there is no link; else after what it takes to read one. Engines start meanwhile. */
  static async open(link: string, maxWorkers?: number): Promise<Playground> {
    const { settings, catalog } = opening;
    if (link === '') return new Playground(catalog, { settings, notices: [] }, maxWorkers);
    const knowledge = await import('./knowledge.ts');
    const decoded = knowledge.decodeLink(knowledge.catalog, link);
    const playground = new Playground(knowledge.catalog, decoded, maxWorkers);
    playground.#knowledge = knowledge;
    return playground;
  }

  /** Rejected where there can be no engine. */
  async started(): Promise<void> {
    await this.#pool.ready;
  }

  /** Whatever the page starts without. */
  learn(): Promise<Knowledge> {
    if (this.#knowledge) return Promise.resolve(this.#knowledge);
    this.#learning ??= this.#learn();
    return this.#learning;
  }

  async #learn(): Promise<Knowledge> {
    try {
      const knowledge = await import('./knowledge.ts');
      this.#knowledge = knowledge;
      this.catalog = knowledge.catalog;
      this.#say(false);
      this.emit('settings');
      return knowledge;
    } catch (error) {
      this.#say(true);
      throw error;
    } finally {
      this.#learning = undefined;
    }
  }

  #say(outOfReach: boolean): void {
    if (this.outOfReach === outOfReach) return;
    this.outOfReach = outOfReach;
    this.emit('notices');
  }

  /** Without knowledge nothing has changed. */
  get link(): string {
    return this.#knowledge?.encodeLink(this.catalog, this.settings) ?? opening.link;
  }

  /** Whether the reader should hear of a link or an engine. */
  get hasNews(): boolean {
    return this.notices.length > 0 || this.race.trouble !== '';
  }

  addNotices(notices: readonly Notice[]): void {
    this.notices = [...this.notices, ...notices];
    this.emit('notices');
  }

  /** Those that are known yet. */
  get examples(): readonly Example[] {
    return this.#knowledge?.examples ?? [opening.example];
  }

  /** The example whose card is shown. */
  get example(): Example | undefined {
    return this.examples.find(({ id }) => id === this.settings.example);
  }

  /** What a link says replaces everything, as if the page had been opened with it: it waits. */
  async openLink(link: string): Promise<void> {
    await this.#replace(link);
    this.race.clearGhosts();
  }

  /** Plays it, for the reader asked to see it. Another state of the example on the page keeps the last race as ghosts. */
  async showExample({ id, states }: Example, state = 0): Promise<void> {
    const known = id === this.settings.example;
    await this.#replace(states[state]?.link ?? '');
    if (!known) this.race.clearGhosts();
    if (!prefersStillness()) this.race.play();
  }

  /** Which state of the example the race is, however it is looked at; -1 once it was changed. */
  get exampleState(): number {
    if (!this.#knowledge) return 0;
    const { decodeLink, encodeLink } = this.#knowledge;
    const { view } = this.settings;
    const links = this.example?.states.map(({ link }) => {
      const { settings } = decodeLink(this.catalog, link);
      return encodeLink(this.catalog, { ...settings, view });
    });
    return links?.indexOf(this.link) ?? -1;
  }

  closeExample(): Promise<void> {
    return this.update({ example: '' });
  }

  /** Merges a change into the settings; the race follows. */
  async update(change: Partial<Settings>): Promise<void> {
    this.#merge(change);
    if (!(await this.#usePrecision())) return;
    this.#timer ??= setTimeout(() => this.#apply(), restartIntervalMs);
  }

  async #replace(link: string): Promise<void> {
    const { decodeLink } = await this.learn();
    const { settings, notices } = decodeLink(this.catalog, link || opening.link);
    this.race.pause();
    this.notices = notices;
    this.emit('notices');
    this.#merge(settings);
    if (await this.#usePrecision()) this.#apply();
  }

  #merge(change: Partial<Settings>): void {
    this.settings = { ...this.settings, ...change };
    this.names = racerNames(this.catalog, this.settings.racers);
    this.emit('settings');
  }

  /** False where the settings have moved on to another precision meanwhile. */
  async #usePrecision(): Promise<boolean> {
    const precision = precisionOf(this.catalog, this.settings);
    if (precision === this.#pool.precision) return true;
    const pool = await EnginePool.start(precision, this.#pool.size);
    if (precisionOf(this.catalog, this.settings) !== precision) {
      pool.close();
      return false;
    }
    const before = this.#pool;
    this.#pool = pool;
    this.#apply();
    before.close();
    return true;
  }

  #apply(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.race.apply(this.settings, this.#pool);
  }

  /** How many steps the race takes, at its own batch size. */
  get raceSteps(): number {
    const { unit, amount } = this.settings.budget;
    return Math.max(1, Math.ceil(amount / this.race.quantumIn(unit)));
  }

  async rates(schedule: Component, learningRate: number, updates: number[]): Promise<Float64Array> {
    const client = await this.#pool.client(0);
    return client.call('rates', engineComponent(schedule), learningRate, updates);
  }

  /** A loss that the new task has no meaning for goes back to its default. */
  async chooseDataset(id: string): Promise<void> {
    await this.learn();
    const network: Record<string, SettingValue> = { ...this.settings.network };
    for (const row of this.catalog.settings.network.filter(({ kind }) => kind === 'choice')) {
      const fits = fittingChoices(this.catalog, row, id).some((one) => one.id === network[row.id]);
      if (!fits) network[row.id] = row.default;
    }
    await this.update({ dataset: component(id, datasetRows(this.catalog, id)), network });
  }

  /** From data to surfaces or back; each finds its race as it was left. */
  async turnTo(kind: 'data' | 'surface'): Promise<void> {
    const { decodeLink, linkDefaults, version } = await this.learn();
    const toSurface = kind === 'surface';
    const isThere = ({ surface }: Settings): boolean => (surface !== null) === toSurface;
    if (isThere(this.settings)) return;
    const known = this.#left && isThere(this.#left) ? this.#left : undefined;
    this.#left = this.settings;
    const link = toSurface ? `v=${version}&surface=${linkDefaults.page.surface}` : '';
    const view: Settings['view'] = { ...this.settings.view, axis: 'steps' };
    await this.update(known ?? { ...decodeLink(this.catalog, link).settings, view });
  }

  setSurface(change: Partial<SurfaceSettings>): Promise<void> {
    const { surface } = this.settings;
    return surface ? this.update({ surface: { ...surface, ...change } }) : Promise.resolve();
  }

  /** By id, why rules can't work on the present problem. */
  async unavailableRules(): Promise<Map<string, string>> {
    const { unavailableRules } = await this.learn();
    return unavailableRules(this.catalog, this.settings, async (precision, settings) => {
      const client = await (await this.#poolOf(precision)).client(0);
      return client.call('check', settings);
    });
  }

  /** The race's engines, or one of another precision, to ask: started once, when first asked for. */
  #poolOf(precision: Precision): EnginePool | Promise<EnginePool> {
    if (precision === this.#pool.precision) return this.#pool;
    const known = this.#advisers.get(precision);
    const adviser = known ?? EnginePool.start(precision, 1);
    this.#advisers.set(precision, adviser);
    return adviser;
  }

  setDataset(change: Record<string, SettingValue>): Promise<void> {
    const { id, values } = this.settings.dataset;
    return this.update({ dataset: { id, values: { ...values, ...change } } });
  }

  set(group: 'problem' | 'network' | 'run', change: Record<string, SettingValue>): Promise<void> {
    return this.update({ [group]: { ...this.settings[group], ...change } });
  }

  setView(change: Partial<Settings['view']>): Promise<void> {
    return this.update({ view: { ...this.settings.view, ...change } });
  }

  racer(key: number): Racer | undefined {
    return this.race.racers.find((racer) => racer.key === key);
  }
}
