// SPDX-License-Identifier: MIT
import firstRace from 'virtual:first-race';
import type { SettingValue } from '../../../wasm/types.ts';
import type { Example } from '../examples/examples.ts';
import type { Decoded } from '../model/links/decode.ts';
import type { Notice } from '../model/links/notices.ts';
import type { ProblemKind } from '../model/problem-kind.ts';
import type { RacerSettings, Settings } from '../model/settings.ts';
import { prefersStillness } from '../page/looks.ts';
import type { Racer } from '../race/racer.ts';
import { ChangeableRace } from './changeable-race.ts';
import { Inquiry } from './inquiry.ts';
import { Library } from './library.ts';
import { SelfCheck } from './self-check.ts';

export type { Change, PlaygroundEvent } from './changeable-race.ts';

export interface Inspected {
  readonly racer: number;
  readonly parameter: number | undefined;
}

/** The state behind the components, and all that they can ask for. */
export class Playground extends ChangeableRace {
  notices: Notice[];
  /**
   * What the picture of the network and the step microscope show: a racer by its key, or the first one if it is
   * not in the race, and a parameter by its place in the run's parameters.
   */
  inspected: Inspected = { racer: -1, parameter: undefined };
  readonly inquiry = new Inquiry(() => this.settling.pool);
  readonly selfCheck = new SelfCheck(() => this.settling.pool);
  /** The settings last used on each kind of problem that the reader has left. */
  readonly left = new Map<ProblemKind['id'], Settings>();

  private constructor(
    library: Library,
    { settings, notices }: Decoded,
    maxWorkers: number | undefined,
  ) {
    super(library, settings, maxWorkers);
    this.notices = notices;
    for (const event of ['state', 'frame', 'numbers'] as const) {
      this.race.on(event, () => this.emit(event));
    }
    this.race.on('state', () => this.#checkSoon());
  }

  /** Opens a link. To read it, the deferred module is loaded while engines start. Without a link it is not needed. */
  static async open(link: string, maxWorkers?: number): Promise<Playground> {
    const library = await Library.open();
    const { settings } = firstRace;
    if (link === '') return new Playground(library, { settings, notices: [] }, maxWorkers);
    return new Playground(library, await library.decode(link), maxWorkers);
  }

  /** Whether this browser's engine computes other bits than the tested builds. */
  get differs(): boolean {
    return this.selfCheck.differs;
  }

  /** Checks the engine's bits, but only once the start is on the screen and the page is idle. */
  #checkSoon(): void {
    if (this.race.state === 'loading') return;
    setTimeout(async () => (await this.selfCheck.changes()) && this.emit('notices'), 0);
  }

  /** Resolves when an engine has started, and rejects if none can start. */
  async started(): Promise<void> {
    await this.settling.pool.ready;
  }

  /** Ends its workers, which frees their memory. It can't be used any more. */
  close(): void {
    this.settling.pool.close();
  }

  /** The link of the settings. Without the deferred module they are unchanged, so it is that of the first race. */
  get link(): string {
    return this.linkOf(this.settings);
  }

  linkOf(settings: Settings): string {
    return this.library.linkOf(settings);
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
    return this.library.examples;
  }

  /** The example whose card is shown. */
  get example(): Example | undefined {
    return this.examples.find(({ id }) => id === this.settings.example);
  }

  /** Replaces everything by a link, as if the page had been opened with it. The race does not start. */
  openLink(link: string): Promise<void> {
    return this.agenda.do(async () => {
      await this.#replace(link);
      this.race.clearGhosts();
    });
  }

  /** Shows and plays an example. For another state of the current one, the last race stays as ghosts. */
  showExample({ id, states }: Example, state = 0): Promise<void> {
    return this.agenda.do(async () => {
      const known = id === this.settings.example;
      await this.#replace(states[state]?.link ?? '');
      if (!known) this.race.clearGhosts();
      if (!prefersStillness()) this.race.play();
    });
  }

  /** The index of the example's state that the race has, whatever the view. -1 if it was changed. */
  get exampleState(): number {
    return this.library.stateOf(this.settings);
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
    return this.act(() => this.race.play());
  }

  pause(): Promise<void> {
    return this.act(() => this.race.pause());
  }

  /** Advances all racers by steps with the race's batch size, or by passes over the training data. */
  advance(what: 'step' | 'epoch', times = 1): Promise<void> {
    const { race } = this;
    return this.act(() => race.advance(times * (what === 'step' ? race.quantum : race.epoch)));
  }

  /** Shows a moment of the past, in the unit of the race's clock, or the present if it is not before that. */
  travel(to: number): Promise<void> {
    return this.act(() => this.race.travel(to));
  }

  async #replace(link: string): Promise<void> {
    await this.loadDeferred();
    const { settings, notices } = await this.library.decode(link || firstRace.link);
    this.race.pause();
    this.notices = notices;
    this.emit('notices');
    await this.replace(settings);
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

  /** The number of steps of the race with its own batch size. */
  get raceSteps(): number {
    const { unit, amount } = this.settings.budget;
    return Math.max(1, Math.ceil(amount / this.race.quantumIn(unit)));
  }

  racer(key: number): Racer | undefined {
    return this.race.racers.find((racer) => racer.key === key);
  }
}
