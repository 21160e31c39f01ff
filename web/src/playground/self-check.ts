// SPDX-License-Identifier: MIT
import { runs, steps } from 'virtual:self-check';
import type { Precision } from '../../../wasm/types.ts';
import type { EnginePool } from '../engine/pool.ts';

/** Checks whether this browser's engine computes the bits of the tested builds, once per precision. */
export class SelfCheck {
  /** Whether the last check found other bits. */
  differs = false;
  readonly #pool: () => EnginePool;
  #verdicts = new Map<Precision, Promise<boolean>>();

  constructor(pool: () => EnginePool) {
    this.#pool = pool;
  }

  /** Checks the current engine. True if the verdict is not that of the last check. */
  async changes(): Promise<boolean> {
    const { differs } = this;
    this.differs = await this.agrees().then(
      (agrees) => !agrees,
      () => differs,
    );
    return this.differs !== differs;
  }

  agrees(): Promise<boolean> {
    const pool = this.#pool();
    const known = this.#verdicts.get(pool.precision);
    if (known) return known;
    const verdict = compare(pool);
    this.#verdicts.set(pool.precision, verdict);
    // If the engine was closed in the meantime, the check is repeated later.
    verdict.catch(() => this.#verdicts.delete(pool.precision));
    return verdict;
  }
}

async function compare(pool: EnginePool): Promise<boolean> {
  const client = await pool.client(0);
  const found = await Promise.all(runs.map(({ settings }) => client.call('bits', settings, steps)));
  return runs.every(({ hashes }, i) => hashes[pool.precision] === found[i]);
}
