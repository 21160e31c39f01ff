// SPDX-License-Identifier: MIT
import type { Call, Calls, Sample, Taylor } from '../engine/messages.ts';
import type { Precision, Problem, RunSettings } from '../../../wasm/types.ts';
import { EnginePool } from '../engine/pool.ts';
import { type Component, engineComponent, type Point } from './settings.ts';

/** Questions beside the race. Pictures get undefined where the engine refuses, or is replaced meanwhile. */
export class Inquiry {
  readonly #pool: () => EnginePool;
  #advisers = new Map<Precision, Promise<EnginePool>>();

  constructor(pool: () => EnginePool) {
    this.#pool = pool;
  }

  sample(dataset: Component): Promise<Sample | undefined> {
    return this.#ask('sample', engineComponent(dataset));
  }

  /** At points x, y, x, y... */
  values(surface: Component, points: Float64Array): Promise<Float64Array | undefined> {
    return this.#ask('values', engineComponent(surface), points);
  }

  /** Refused where a race could not start: too far away. */
  taylor(surface: Component, at: Point): Promise<Taylor | undefined> {
    return this.#ask('taylor', engineComponent(surface), at);
  }

  /** What an engine of that precision finds wrong with the settings of a run. */
  async check(precision: Precision, settings: RunSettings): Promise<Problem[]> {
    const client = await (await this.#poolOf(precision)).client(0);
    return client.call('check', settings);
  }

  /** Of some updates, known before the race. */
  async rates(schedule: Component, learningRate: number, updates: number[]): Promise<Float64Array> {
    const client = await this.#pool().client(0);
    return client.call('rates', engineComponent(schedule), learningRate, updates);
  }

  /** The race's engines, or one of another precision, to ask: started once, when first asked for. */
  #poolOf(precision: Precision): EnginePool | Promise<EnginePool> {
    const pool = this.#pool();
    if (precision === pool.precision) return pool;
    const adviser = this.#advisers.get(precision) ?? EnginePool.start(precision, 1);
    this.#advisers.set(precision, adviser);
    return adviser;
  }

  async #ask<K extends Call>(
    call: K,
    ...args: Parameters<Calls[K]>
  ): Promise<ReturnType<Calls[K]> | undefined> {
    try {
      const client = await this.#pool().client(0);
      return await client.call(call, ...args);
    } catch {
      return undefined;
    }
  }
}
