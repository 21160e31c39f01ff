// SPDX-License-Identifier: MIT
import type { Call, Calls, Sample, Taylor } from '../engine/messages.ts';
import type { Precision, Problem, RunSettings } from '../../../wasm/types.ts';
import { EnginePool } from '../engine/pool.ts';
import { type Component, engineComponent, type Point } from '../model/settings.ts';

/** Requests to engines outside the race. Pictures get undefined if the engine refuses or is replaced. */
export class Inquiry {
  readonly #pool: () => EnginePool;
  #advisers = new Map<Precision, Promise<EnginePool>>();

  constructor(pool: () => EnginePool) {
    this.#pool = pool;
  }

  sample(dataset: Component): Promise<Sample | undefined> {
    return this.#ask('sample', engineComponent(dataset));
  }

  /** The values of a surface at points x, y, x, y... */
  values(surface: Component, points: Float64Array): Promise<Float64Array | undefined> {
    return this.#ask('values', engineComponent(surface), points);
  }

  /** The derivatives at a point. Undefined at a point where no race could start. */
  taylor(surface: Component, at: Point): Promise<Taylor | undefined> {
    return this.#ask('taylor', engineComponent(surface), at);
  }

  /** The problems that an engine of that precision finds in the settings of a run. */
  async check(precision: Precision, settings: RunSettings): Promise<Problem[]> {
    const client = await (await this.#poolOf(precision)).client(0);
    return client.call('check', settings);
  }

  /** Of some updates, known before the race. */
  rates(
    schedule: Component,
    learningRate: number,
    updates: number[],
  ): Promise<Float64Array | undefined> {
    return this.#ask('rates', engineComponent(schedule), learningRate, updates);
  }

  /** The race's engines, or one of another precision, which is started when first needed. */
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
