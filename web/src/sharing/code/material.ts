// SPDX-License-Identifier: MIT
import type { DataView as SplitData, Layer, Report, RunSettings } from '../../../../wasm/types.ts';
import type { EngineClient } from '../../engine/client.ts';

/** What a script needs beside the settings to repeat a race on data. */
export interface Material {
  readonly data: SplitData;
  readonly layers: readonly Layer[];
  /** The initial weights, in the layout of `Run.parameters`. */
  readonly start: ArrayLike<number>;
  /** For each epoch, the order in which it visits the training samples: places in `data.train`. */
  readonly order: readonly (readonly number[])[];
}

/** Far from the runs of a race, which count up from 0. */
let lastRun = -1;

/**
 * The samples and the initial weights of a run, and the order of its first epochs. Undefined if the samples are too many
 * for a text.
 */
export async function gather(
  client: EngineClient,
  settings: RunSettings,
  epochs: (samples: number) => number,
): Promise<Material | undefined> {
  const [data, layers, start] = await withRun(client, settings, (run) =>
    Promise.all([
      client.askRun(run, 'data'),
      client.askRun(run, 'layers'),
      client.askRun(run, 'parameters'),
    ]),
  );
  // These are only some of them.
  if ('counts' in data) return undefined;
  const order = await orderOf(client, settings, data.train, epochs(data.train.length));
  return { data, layers, start, order };
}

/** Takes the order from a run that hardly trains: a linear model, and two batches an epoch. */
async function orderOf(
  client: EngineClient,
  { problem, seed }: RunSettings,
  train: readonly number[],
  epochs: number,
): Promise<number[][]> {
  const half = Math.ceil(train.length / 2);
  // A batch of all samples is not shuffled.
  if (half === train.length) return Array.from({ length: epochs }, () => [0]);
  const placeOf = new Map(train.map((sample, place) => [sample, place]));
  const light: RunSettings = {
    problem: { ...problem, network: { hidden: [] }, batchSize: half },
    // Any rule goes through the same batches.
    optimizer: {} as RunSettings['optimizer'],
    ...(seed === undefined ? {} : { seed }),
  };
  return withRun(client, light, async (run) => {
    const order: number[][] = [];
    for (let step = 1; step <= 2 * epochs; step++) {
      const report = await advanceTo(client, run, step);
      if (report.step < step) break;
      const batch = Array.from(await client.askRun(run, 'lastBatch'), (i) => placeOf.get(i) ?? 0);
      if (step % 2 === 1) order.push(batch);
      else order.at(-1)?.push(...batch);
    }
    return order.filter(({ length }) => length === train.length);
  });
}

async function advanceTo(client: EngineClient, run: number, until: number): Promise<Report> {
  const known = { records: 0, waypoints: 0 };
  for (;;) {
    const updates = await client.call('advance', [{ run, unit: 'steps', until, known }], 100);
    const report = updates[0]?.report;
    if (!report) throw new Error('The engine sent no report.');
    if (report.step >= until || report.status !== 'running') return report;
  }
}

async function withRun<T>(
  client: EngineClient,
  settings: RunSettings,
  use: (run: number) => Promise<T>,
): Promise<T> {
  const run = lastRun--;
  await client.call('create', run, settings, { records: 0, waypoints: 0 });
  try {
    return await use(run);
  } finally {
    await client.call('dispose', run);
  }
}
