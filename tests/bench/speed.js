// SPDX-License-Identifier: MIT
/**
 * npm run bench: compares the engine with other libraries in one run. They are timed in turn, and the
 * best of several rounds counts.
 *
 *     npm run bench -- --quick    fewer rounds, a fifth of the map, writes no files
 *     npm run bench -- --check    only checks that all train the same thing
 */
import { parseArgs } from 'node:util';
import { precisions, program } from './builds.js';
import { engineContender } from './contenders/engine.js';
import { nativeContender } from './contenders/native.js';
import { convNetContender } from './contenders/convnetjs.js';
import { tensorFlowContender } from './contenders/tensorflow.js';
import { costTable } from './cost-table.js';
import { measureGrowth } from './cost.js';
import { deadUnits } from './dead-units.js';
import { checkHonest } from './honest.js';
import { describeMachine } from './machine.js';
import { operationsAround, wasmPeak } from './peak.js';
import { keep } from './results.js';
import { bestOf } from './rounds.js';
import { sensitivityMap } from './sensitivity.js';
import { speedTable } from './speed-table.js';
import { step } from './step.js';
import { workloads } from './workloads.js';

const options = { quick: { type: 'boolean' }, check: { type: 'boolean' } };

const { quick, check } = parseArgs({ options }).values;
const contenders = await gather();
try {
  await compare(contenders, { quick, check });
} finally {
  for (const { close } of contenders) close();
}

async function gather() {
  return [
    ...(await Promise.all(precisions.map(engineContender))),
    ...precisions.map((precision) =>
      nativeContender(precision, program('bench_engine', precision)),
    ),
    convNetContender(),
    ...['cpu', 'wasm'].map(tensorFlowContender),
  ];
}

async function compare(contenders, { quick, check }) {
  const peaks = await gatherPeaks(contenders);
  const timing = quick ? { rounds: 3, seconds: 0.05 } : { rounds: 9, seconds: 0.2 };
  const speed = { machine: describeMachine(), step: {}, peak: {}, map: {} };
  for (const workload of workloads) {
    await step(workload.name, async () => {
      const found = await measure(workload, contenders, check ? undefined : { timing, peaks });
      if (check) return 'all train the same';
      speed.step[workload.name] = found.step;
      for (const [name, rate] of Object.entries(found.peak))
        speed.peak[name] = Math.max(rate, speed.peak[name] ?? 0);
    });
  }
  if (check) return;
  for (const contender of contenders.filter(({ start }) => start)) {
    await step(`a map of sensitivity: ${contender.name}`, async () => {
      speed.map[contender.name] = await sensitivityMap(contender, workloads[0], quick ? 0.2 : 1);
    });
  }
  const cost = { machine: speed.machine, growth: {}, dead: {} };
  await step('growth', async () => {
    cost.growth = await measureGrowth(contenders[0], timing);
  });
  await step('dead units', async () => {
    for (const precision of precisions) cost.dead[precision] = await deadUnits(precision, timing);
  });
  console.log(`\n${speedTable(speed)}\n\n${costTable(cost)}\n`);
  if (quick) return;
  await keep('speed', speed, speedTable(speed));
  await keep('cost', cost, costTable(cost));
}

/** Functions that time rounds of the peak, by those contenders that are this engine. */
async function gatherPeaks(contenders) {
  const ours = contenders.filter(({ precision }) => precision);
  const timed = ours.map(async ({ name, precision, peak }) => [
    name,
    { precision, time: peak ?? (await wasmPeak(precision)) },
  ]);
  return Object.fromEntries(await Promise.all(timed));
}

/** Seconds per step of each contender and operations per second at the peak, or only the check. */
async function measure(workload, contenders, what) {
  const [reference] = contenders;
  const { parameters } = await reference.prepare(workload);
  const trainings = {};
  for (const { name, prepare } of contenders) trainings[name] = await prepare(workload, parameters);
  await checkHonest(trainings, workload);
  const found = what && (await time(trainings, what));
  for (const { end } of Object.values(trainings)) await end();
  return found;
}

async function time(trainings, { timing, peaks }) {
  const peakOf = (name) => `peak of ${name}`;
  const best = await bestOf(
    {
      ...mapValues(trainings, ({ steps }) => steps),
      ...Object.fromEntries(Object.entries(peaks).map(([name, { time }]) => [peakOf(name), time])),
    },
    timing,
  );
  return {
    step: mapValues(trainings, (_, name) => best[name]),
    peak: mapValues(
      peaks,
      ({ precision }, name) => operationsAround(precision) / best[peakOf(name)],
    ),
  };
}

const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
