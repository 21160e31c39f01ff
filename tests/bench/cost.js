// SPDX-License-Identifier: MIT
import { bestOf } from './rounds.js';
import { drawn } from './workloads.js';

/** The varied sizes: samples in a batch, and units of the only hidden layer. */
const series = {
  samples: [8, 16, 32, 64, 128, 256, 512].map((batch) => ({ batch, units: 64 })),
  parameters: [8, 32, 128, 512, 2048].map((units) => ({ batch: 32, units })),
};

/** The seconds of a step at each size, by the name of the series. */
export async function measureGrowth(contender, timing) {
  const growth = {};
  for (const [varied, points] of Object.entries(series)) {
    const trainings = points.map(({ batch, units }) =>
      contender.prepare(drawn({ sizes: [64, units, 10], batch, activation: 'relu' })),
    );
    const amounts = points.map(({ batch }, i) =>
      varied === 'samples' ? batch : trainings[i].parameters.length,
    );
    const timed = Object.fromEntries(trainings.map(({ steps }, i) => [amounts[i], steps]));
    growth[varied] = await bestOf(timed, timing);
    for (const { end } of trainings) end();
  }
  return growth;
}
