// SPDX-License-Identifier: MIT
import type { Call, Calls, Sample, Taylor } from '../engine/messages.ts';
import type { EnginePool } from '../engine/pool.ts';
import { type Component, engineComponent, type Point } from './settings.ts';

/** Questions beside the race. Undefined where the engine refuses, or is replaced meanwhile. */
export class Inquiry {
  readonly #pool: () => EnginePool;

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
