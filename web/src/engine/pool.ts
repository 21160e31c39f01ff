// SPDX-License-Identifier: MIT
import { marked } from '../language/message.ts';
import type { Precision } from '../../../wasm/types.ts';
import { EngineClient } from './client.ts';
import { allParts, type Parts, partsOnDemand } from './module.ts';
import { mainThreadPort, type Port, workerPort } from './port.ts';

const startTimeoutMs = 8000;
const workerSliceMs = 12;
const mainThreadSliceMs = 6;

type Open = () => Promise<EngineClient>;

/** Engines of one precision: in workers that share a compiled module, or a single one on the main thread. */
export class EnginePool {
  readonly precision: Precision;
  /** The first engine, which starts at once. Rejects if no engine can start. */
  readonly ready: Promise<EngineClient>;
  #size: number;
  #open: Open;
  #clients: (Promise<EngineClient> | undefined)[] = [];

  constructor(precision: Precision, maxWorkers = Number.POSITIVE_INFINITY) {
    this.precision = precision;
    this.#size = Math.max(1, Math.min(maxWorkers, (navigator.hardwareConcurrency || 2) - 1));
    this.#open = () => openClient(workerPort(), workerSliceMs, partsOnDemand(precision), precision);
    const onMainThread: Open = () =>
      openClient(mainThreadPort(), mainThreadSliceMs, allParts(precision), precision);
    this.ready = this.#adopt(0, this.#first(onMainThread));
  }

  static async start(precision: Precision, maxWorkers?: number): Promise<EnginePool> {
    const pool = new EnginePool(precision, maxWorkers);
    await pool.ready;
    return pool;
  }

  /** The most engines. */
  get size(): number {
    return this.#size;
  }

  /** The client of lane `index`. It is started when first needed, and again after a break. */
  client(index: number): Promise<EngineClient> {
    const slot = index % this.size;
    const known = this.#clients[slot];
    if (known) return known;
    const open = (): Promise<EngineClient> => (slot < this.size ? this.#open() : this.client(slot));
    return this.#adopt(slot, this.ready.then(open));
  }

  /** Falls back to the main thread if workers are refused. */
  async #first(onMainThread: Open): Promise<EngineClient> {
    try {
      return await this.#open();
    } catch {
      this.#size = 1;
      this.#open = onMainThread;
      return onMainThread();
    }
  }

  close(): void {
    for (const client of this.#clients)
      client?.then(
        (opened) => opened.close(),
        () => {},
      );
    this.#clients = [];
  }

  #adopt(slot: number, client: Promise<EngineClient>): Promise<EngineClient> {
    this.#clients[slot] = client;
    const forget = (): void => {
      if (this.#clients[slot] === client) this.#clients[slot] = undefined;
    };
    client.then((opened) => {
      opened.onbreak = forget;
    }, forget);
    return client;
  }
}

async function openClient(
  port: Port,
  sliceMs: number,
  parts: Promise<Parts>,
  precision: Precision,
): Promise<EngineClient> {
  const client = new EngineClient(port, sliceMs);
  // The worker starts while they are loaded.
  const compiled = await parts;
  const timeout = setTimeout(
    () => port.onbreak(marked('the engine did not answer')),
    startTimeoutMs,
  );
  try {
    await client.call('load', compiled, precision);
    return client;
  } finally {
    clearTimeout(timeout);
  }
}
