// SPDX-License-Identifier: MIT
import { type EngineClient, RefusedError } from '../engine/client.ts';
import type { Known } from '../engine/messages.ts';
import { engineText } from '../catalog/engine-texts.ts';
import { msg } from '../language/message.ts';
import { Emitter } from '../util/emitter.ts';
import { throttled } from '../util/throttled.ts';
import type { Race } from './race.ts';
import type { Racer } from './racer.ts';
import { ReadingTable } from './reading-table.ts';

/** The shortest time between two requests for new readings. */
const intervalMs = 100;

/** What is known of a racer that is being watched. */
interface Watched {
  /** The run that was asked. Another one has replaced it if its engine broke. */
  run: number;
  /** The instruments that it watches. */
  ids: readonly string[];
  readonly table: ReadingTable;
  /** Of each instrument that does not suit it, what it lacks. */
  unsuited: Readonly<Record<string, string>>;
  busy: boolean;
}

/** Nothing new of a repeated run is needed but its readings. */
const nothing: Known = { records: 1e9, waypoints: 1e9 };

/** Repeated runs have negative numbers, so they are told from those of the race. */
let lastRepeat = 0;

/**
 * Has the racers watch instruments, and collects the readings. An instrument that is switched on during a race
 * shows the past too: a second run repeats the steps up to there, while the race goes on. Event: `read`, when
 * there are new readings.
 */
export class Watcher extends Emitter<'read'> {
  /** What the reader should know about missing readings, or an empty string. */
  trouble = '';
  readonly #race: Race;
  #ids: readonly string[] = [];
  #watched = new WeakMap<Racer, Watched>();
  /** Repeats run one after another, to need the memory of one more run only. */
  #repeats: Promise<void> = Promise.resolve();
  readonly #soon = throttled(intervalMs, () => {
    for (const racer of this.#race.racers) void this.#follow(racer);
  });

  constructor(race: Race) {
    super();
    this.#race = race;
  }

  /** Watches these instruments and no others. */
  watch(ids: readonly string[]): void {
    if (ids.join() !== this.#ids.join()) this.trouble = '';
    this.#ids = ids;
    this.follow();
  }

  /** Fetches what is new, soon. To be called whenever the race goes on or has other racers. */
  follow(): void {
    this.#soon();
  }

  /** The columns of an instrument. None if there are no readings. */
  columns(racer: Racer, id: string): Float64Array[] {
    return this.#watched.get(racer)?.table.of(id) ?? [];
  }

  /** What the racer lacks for an instrument, or an empty string, also while that is unknown. */
  lack(racer: Racer, id: string): string {
    const lack = this.#watched.get(racer)?.unsuited[id];
    return lack === undefined ? '' : engineText(lack);
  }

  async #follow(racer: Racer): Promise<void> {
    if (!racer.client) return;
    const known = this.#watched.get(racer);
    const watched: Watched =
      known?.run === racer.run
        ? known
        : { run: racer.run, ids: [], table: new ReadingTable(), unsuited: {}, busy: false };
    this.#watched.set(racer, watched);
    // The race may have ended meanwhile, so nobody else would ask again.
    if (watched.busy) return this.follow();
    watched.busy = true;
    try {
      if (known !== watched) watched.unsuited = await racer.client.askRun(racer.run, 'unsuited');
      await this.#install(racer, watched);
      await this.#fetch(racer, watched);
    } catch (error) {
      this.#say(error, msg('There is too little memory to watch all racers. Remove some of them.'));
    } finally {
      watched.busy = false;
    }
    this.emit('read');
  }

  /** Has the racer watch what is wanted and suits it. */
  async #install(racer: Racer, watched: Watched): Promise<void> {
    const ids = this.#ids.filter((id) => watched.unsuited[id] === undefined);
    const { client, run } = racer;
    if (!client || ids.join() === watched.ids.join()) return;
    const added = ids.filter((id) => !watched.ids.includes(id));
    watched.ids = ids;
    const from = await client.askRun(run, 'watch', [...ids]);
    if (added.length > 0 && from > 0) {
      const repeat = () => this.#repeat(racer, watched, added, from + 1);
      this.#repeats = this.#repeats.then(repeat).catch((error: unknown) => {
        this.#say(error, msg('There is too little memory to show the steps before now.'));
      });
    }
  }

  /** Fetches the new rows of a racer. */
  async #fetch(racer: Racer, { ids, table }: Watched): Promise<void> {
    const from = ids.length > 0 ? table.length(ids) : Number.POSITIVE_INFINITY;
    const { client, run, curve } = racer;
    if (client && from < curve.length) {
      table.put(from, await client.askRun(run, 'readings', { from }));
    }
  }

  /**
   * Repeats the steps of a racer up to a record in a second run, for the readings that were missed. An instrument
   * needs up to two steps to see the last two updates, so the first records that it reads are repeated too.
   */
  async #repeat(
    racer: Racer,
    watched: Watched,
    ids: readonly string[],
    last: number,
  ): Promise<void> {
    const { client, setup } = racer;
    const isWanted = () =>
      this.#race.racers.includes(racer) && this.#watched.get(racer) === watched;
    if (!client || !setup || !isWanted()) return;
    const run = --lastRepeat;
    await client.call('create', run, setup, nothing);
    try {
      await client.askRun(run, 'watch', [...ids]);
      const end = racer.curve.at('step', Math.min(last, racer.curve.length - 1));
      const changes = racer.changes.filter(({ step }) => step < end);
      for (const { step, values } of [...changes, { step: end, values: undefined }]) {
        await this.#repeatTo(step, run, client, watched.table, isWanted);
        if (values) await client.call('configure', run, values);
      }
    } finally {
      client.call('dispose', run).catch(() => {});
    }
  }

  /** Trains a repeated run up to a step, slice by slice, so that others have their turns. */
  async #repeatTo(
    until: number,
    run: number,
    client: EngineClient,
    table: ReadingTable,
    isWanted: () => boolean,
  ): Promise<void> {
    const order = { run, unit: 'steps', until, known: nothing } as const;
    let from = 0;
    for (let done = false; !done && isWanted();) {
      const [update] = await client.call('advance', [order], client.sliceMs);
      done = update?.report.status !== 'running' || update.report.step >= until;
      const readings = await client.askRun(run, 'readings', { from });
      table.put(from, readings);
      from += Object.values(readings)[0]?.[0]?.length ?? 0;
      this.emit('read');
    }
  }

  /** Tells the reader about a refusal. After another error the racer is gone, or will be asked again. */
  #say(error: unknown, trouble: string): void {
    if (error instanceof RefusedError) this.trouble = trouble;
    this.emit('read');
  }
}
