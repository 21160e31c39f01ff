// SPDX-License-Identifier: MIT
/**
 * npm run bench:images: reads files with the shape of MNIST as the page does, trains 784-128-10 on them, and times
 * its steps in turn with those of workload W4, which has the same network and batch size.
 */
import { File } from 'node:buffer';
import { runnerImport } from 'vite';
import { mnistShaped } from '../support/mnist-shaped.js';
import { engineContender } from './contenders/engine.js';
import { bestOf } from './rounds.js';
import { step } from './step.js';
import { adam, settingsOf, workloads } from './workloads.js';

const [{ readSource }, { factsOf }, { guessRecipe }, { prepare }] = await Promise.all(
  ['read-source', 'facts', 'guess', 'prepare'].map(async (name) => {
    const { module } = await runnerImport(`./web/src/data/${name}.ts`, { configFile: false });
    return module;
  }),
);
const { images, labels } = await step('60,000 images of 28 x 28 are made', () => mnistShaped());
const prepared = await step('they are read', async () => {
  const files = [new File([images], 'images'), new File([labels], 'labels')];
  const table = await readSource({ files });
  return prepare(table, guessRecipe(factsOf(table))).prepared;
});
console.log(`${prepared.targets.length.toLocaleString('en')} of them are trained on`);

const w4 = workloads.find(({ name }) => name === 'W4');
const { start } = await engineContender('float32');
const own = start({
  problem: {
    dataset: {
      inputs: prepared.inputs,
      targets: prepared.targets,
      task: prepared.task,
      shape: prepared.shape,
      classes: prepared.classNames.length,
    },
    batchSize: w4.batch,
    network: { hidden: [128], activation: 'relu' },
  },
  optimizer: { id: 'adam', ...adam, learningRate: 0.001 },
});
const benchmark = start(settingsOf(w4));
const before = own.loss();
const best = await bestOf(
  { own: own.steps, benchmark: benchmark.steps },
  { rounds: 9, seconds: 0.5 },
);
const microseconds = (seconds) => `${(1e6 * seconds).toFixed(0)} µs`;
console.log(
  `A step takes ${microseconds(best.own)} on the images and ${microseconds(best.benchmark)} in W4: ${(best.own / best.benchmark).toFixed(2)} times.`,
);
console.log(`The loss falls from ${before.toFixed(2)} to ${own.loss().toExponential(1)}.`);
