// SPDX-License-Identifier: MIT
import { EngineClient } from '../../web/src/engine/client.ts';
import type { Request } from '../../web/src/engine/messages.ts';
import type { EnginePool } from '../../web/src/engine/pool.ts';
import { serve } from '../../web/src/engine/serve.ts';
import { Race, type RaceState } from '../../web/src/race/race.ts';
import type { Precision } from '../../wasm/types.ts';
import { precisionOf } from '../../web/src/model/precision.ts';
import type { Settings } from '../../web/src/model/settings.ts';
import { catalog, decode, partsOf } from './support.ts';

export const parts = { float32: await partsOf('float32'), float64: await partsOf('float64') };

/** Engines on this thread that use the same protocol as those in workers. `post` hands them a request. */
export function enginePool(
  size: number,
  precision: Precision = 'float32',
  post = (_request: Request, answer: () => void) => void setTimeout(answer),
): EnginePool {
  const clients = Array.from({ length: size }, async () => {
    const answer = serve((reply) => port.onreply(reply));
    const port = {
      post: (request: Request) => post(request, () => void answer(request)),
      onreply: () => {},
      onbreak: () => {},
      close: () => {},
    } as ConstructorParameters<typeof EngineClient>[0];
    const client = new EngineClient(port, 1);
    await client.call('load', parts[precision], precision);
    return client;
  });
  return {
    size,
    precision,
    client: (lane: number) => clients[lane % size],
  } as unknown as EnginePool;
}

/** Waits until the race is in that state. */
export function reached(race: Race, state: RaceState): Promise<void> {
  return new Promise((resolve) => {
    if (race.state === state) resolve();
    const off = race.on('state', () => {
      if (race.state !== state) return;
      off();
      resolve();
    });
  });
}

/** The race of a link or of settings, with all racers at the start. */
export async function open(
  link: string | Settings,
  engines = 1,
  given?: EnginePool,
): Promise<Race> {
  const settings = typeof link === 'string' ? decode(link).settings : link;
  const pool = given ?? enginePool(engines, precisionOf(catalog, settings));
  const race = new Race(() => catalog, pool, settings);
  await reached(race, 'ready');
  return race;
}
