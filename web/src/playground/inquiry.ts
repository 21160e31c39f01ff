// SPDX-License-Identifier: MIT
import type { EngineClient } from '../engine/client.ts';
import type { EngineQuestion, Taylor } from '../engine/messages.ts';
import type { Core, Precision, Problem, RunSettings } from '../../../wasm/types.ts';
import { EnginePool } from '../engine/pool.ts';
import { type Component, engineComponent, type Point } from '../model/settings.ts';

/** The questions whose first argument is a component. */
type ComponentQuestion = Exclude<EngineQuestion, 'check'>;
type Others<Args> = Args extends [unknown, ...infer Rest] ? Rest : never;

/** Requests to engines outside the race. Pictures get undefined if the engine refuses or breaks. */
export class Inquiry {
  readonly #pool: () => EnginePool;
  #advisers = new Map<Precision, Promise<EnginePool>>();

  constructor(pool: () => EnginePool) {
    this.#pool = pool;
  }

  /** Asks an engine about a component. */
  ask<Q extends ComponentQuestion>(
    question: Q,
    about: Component,
    ...args: Others<Parameters<Core[Q]>>
  ): Promise<ReturnType<Core[Q]> | undefined> {
    const all = [engineComponent(about), ...args] as unknown as Parameters<Core[Q]>;
    return this.#answer((client) => client.askEngine(question, ...all));
  }

  /** The derivatives at a point. Undefined at a point where no race could start. */
  taylor(surface: Component, at: Point): Promise<Taylor | undefined> {
    return this.#answer((client) => client.call('taylor', engineComponent(surface), at));
  }

  /** The problems that an engine of that precision finds in the settings of a run. */
  async check(precision: Precision, settings: RunSettings): Promise<Problem[]> {
    return (await this.client(precision)).askEngine('check', settings);
  }

  /** An engine of that precision. Rejects if it can't be started. */
  async client(precision: Precision): Promise<EngineClient> {
    return (await this.#poolOf(precision)).client(0);
  }

  /** The race's engines, or one of another precision, which is started when first needed. */
  #poolOf(precision: Precision): EnginePool | Promise<EnginePool> {
    const pool = this.#pool();
    if (precision === pool.precision) return pool;
    const adviser = this.#advisers.get(precision) ?? EnginePool.start(precision, 1);
    this.#advisers.set(precision, adviser);
    return adviser;
  }

  async #answer<T>(ask: (client: EngineClient) => Promise<T>): Promise<T | undefined> {
    const pool = this.#pool();
    try {
      return await ask(await pool.client(0));
    } catch {
      // A race of another precision has replaced the engines before they answered.
      return this.#pool() === pool ? undefined : this.#answer(ask);
    }
  }
}
