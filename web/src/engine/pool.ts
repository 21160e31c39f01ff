// SPDX-License-Identifier: MIT
import outline from 'virtual:outline';
import type { Catalog, Precision } from '../../../wasm/types.ts';
import { EngineClient } from './client.ts';
import { allParts, type Parts, partsOnDemand } from './module.ts';
import { mainThreadPort, type Port, workerPort } from './port.ts';

const startTimeoutMs = 8000;
const workerSliceMs = 12;
const mainThreadSliceMs = 6;

type Open = () => Promise<EngineClient>;

/** Engines of one precision: in workers sharing one compiled module, or one on the main thread. */
export class EnginePool {
  readonly precision: Precision;
  readonly catalog: Catalog = outline;
  /** How many engines at most. */
  readonly size: number;
  readonly #open: Open;
  #clients: (Promise<EngineClient> | undefined)[] = [];

  private constructor(precision: Precision, size: number, open: Open, first: EngineClient) {
    this.precision = precision;
    this.size = size;
    this.#open = open;
    void this.#adopt(0, Promise.resolve(first));
  }

  /** Falls back to the main thread where workers are refused. */
  static async start(
    precision: Precision,
    maxWorkers = Number.POSITIVE_INFINITY,
  ): Promise<EnginePool> {
    const size = Math.max(1, Math.min(maxWorkers, (navigator.hardwareConcurrency || 2) - 1));
    const inWorker: Open = () =>
      openClient(workerPort(), workerSliceMs, partsOnDemand(precision), precision);
    const onMainThread: Open = () =>
      openClient(mainThreadPort(), mainThreadSliceMs, allParts(precision), precision);
    try {
      return new EnginePool(precision, size, inWorker, await inWorker());
    } catch {
      return new EnginePool(precision, 1, onMainThread, await onMainThread());
    }
  }

  /** The client that serves lane `index`; started when first asked for, and again after a break. */
  client(index: number): Promise<EngineClient> {
    const slot = index % this.size;
    const known = this.#clients[slot];
    if (known) return known;
    return this.#adopt(slot, this.#open());
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
  // The worker starts while they are on their way.
  const compiled = await parts;
  const timeout = setTimeout(() => port.onbreak('the engine did not answer'), startTimeoutMs);
  try {
    await client.call('load', compiled, precision);
    return client;
  } finally {
    clearTimeout(timeout);
  }
}
