// SPDX-License-Identifier: MIT
import type { Playground } from '../playground/playground.ts';
import type { Racer } from '../race/racer.ts';
import { resultHash } from '../race/result-hash.ts';
import { throttled } from '../util/throttled.ts';
import { momentOf, progressOf, whoIs } from './progress.ts';
import type { Events, EventType } from './protocol.ts';

export type Send = <T extends EventType>(type: T, fields: Events[T]) => void;

/** The shortest time between two messages of a kind, in milliseconds. */
const intervalMs = 200;

/** Tells the page around the frame what happens in the race. */
export class Reporter {
  readonly #playground: Playground;
  readonly #send: Send;
  #state: string;
  #progress = '';
  /** The racers whose divergence was told. */
  #diverged = new WeakSet<Racer>();
  /** The end that was told last. */
  #end = '';
  #trouble = '';
  readonly #sayState = throttled(intervalMs, () => {
    const state = this.#playground.link;
    if (state === this.#state) return;
    this.#state = state;
    this.#send('state', { state });
  });
  readonly #sayProgress = throttled(intervalMs, () => {
    const message = { ...momentOf(this.#playground), runs: progressOf(this.#playground) };
    const text = JSON.stringify(message);
    if (text === this.#progress) return;
    this.#progress = text;
    this.#send('progress', message);
  });

  constructor(playground: Playground, send: Send) {
    this.#playground = playground;
    this.#send = send;
    this.#state = playground.link;
    playground.on('settings', () => this.#sayState());
    playground.on('frame', () => this.#sayProgress());
    playground.on('state', () => this.#look());
    this.#look();
  }

  #look(): void {
    this.#sayProgress();
    const { race } = this.#playground;
    for (const racer of race.racers) if (racer.status === 'diverged') this.#sayDiverged(racer);
    if (race.trouble !== this.#trouble && race.trouble !== '')
      this.#send('error', { code: 'engine', message: race.trouble, recoverable: true });
    this.#trouble = race.trouble;
    // The race of former settings may be seen until that of the new ones is there, or because they are refused.
    const isIt = race.isOf(this.#playground.settings);
    const end = race.state === 'finished' && isIt ? this.#signature : '';
    if (end !== '' && end !== this.#end) void this.#sayDone(end);
    this.#end = end;
  }

  /** Of the racers and how far they are. Another end has another one. */
  get #signature(): string {
    const { race } = this.#playground;
    return race.racers.map((racer) => `${racer.run}:${racer.at('steps')}`).join();
  }

  #sayDiverged(racer: Racer): void {
    if (this.#diverged.has(racer)) return;
    this.#diverged.add(racer);
    const { curve } = racer;
    // In English, as everything that programs get.
    const message = racer.report?.cause?.message ?? '';
    const who = whoIs(this.#playground, racer);
    this.#send('diverged', { ...who, step: racer.report?.step ?? curve.last('step'), message });
  }

  async #sayDone(end: string): Promise<void> {
    const { race } = this.#playground;
    const hashes = await Promise.all(race.racers.map((racer) => resultHash(racer)));
    // Another race may have begun, or the past may be shown.
    if (end !== this.#end || race.moment !== undefined) return;
    const runs = progressOf(this.#playground).map((racer, i) => ({
      ...racer,
      hash: hashes[i] ?? null,
    }));
    this.#sayProgress.now();
    this.#send('done', { step: momentOf(this.#playground).step, runs });
  }
}
