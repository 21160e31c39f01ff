// SPDX-License-Identifier: MIT
import type { Catalog, OwnData } from '../../../wasm/types.ts';
import { marked, msg } from '../language/message.ts';
import { ownSamples } from './own-samples.ts';
import type { Draw, ProblemKind } from './problem-kind.ts';
import { axes, chosen, type Component, engineComponent, type Settings, units } from './settings.ts';

const newData: Draw = {
  seed: 'dataset',
  name: marked('New data'),
  doc: marked('New samples from the same distribution.'),
};

/** A table has no other samples. */
const newSplit: Draw = {
  ...newData,
  name: marked('New split'),
  doc: marked('Other rows are kept for testing.'),
};

const newStart: Draw = {
  seed: 'run',
  name: marked('New start'),
  doc: marked('New initial weights and batch order, shared by all racers.'),
};

/** A network that learns from a data set. */
export const networkProblem: ProblemKind = {
  id: 'data',
  name: marked('Network'),
  noun: 'network',
  // As in frameworks.
  precision: 'float32',
  units,
  unitDoc: marked(
    'A step is one update of the weights. An epoch is one pass over the training data. Samples: every loss or gradient evaluation counts, so costly methods get fewer steps.',
  ),
  axes,
  samples: {
    name: marked('samples'),
    title: marked('samples seen'),
    doc: marked('How many losses and gradients of single samples were computed'),
  },
  losses: { testLoss: marked('Test loss'), trainLoss: marked('Training loss') },
  shows: [
    ['test', marked('test')],
    ['train', marked('train')],
    ['both', marked('both')],
    ['rate', marked('learning rate')],
  ],
  target: {
    loss: 'testLoss',
    name: marked('Target test loss'),
    least: 1e-4,
    doc: marked(
      'A racer stops when its test loss reaches this value. The first to get there wins.',
    ),
  },
  draws: ({ dataset }) => [ownSamples.has(dataset.id) ? newSplit : newData, newStart],
  otherRuns: marked('starts with other initial weights and batches'),
  learns: true,
  onPlane: false,
  identity: ({ dataset }) => `data ${dataset.id}`,
  /** Such as `Spiral, hidden layers of 8 and 8 units`. */
  summary: (catalog, { dataset, network }) => {
    const name = catalog.datasets.find(({ id }) => id === dataset.id)?.name ?? '';
    const widths = Array.isArray(network.hidden) ? network.hidden : [];
    if (widths.length === 0) return msg('{name}, no hidden layer', { name });
    const units = widths
      .map(String)
      .reduce((first, second) => msg('{first} and {second}', { first, second }));
    return widths.length === 1
      ? msg('{name}, hidden layer of {units} units', { name, units })
      : msg('{name}, hidden layers of {units} units', { name, units });
  },
  forEngine: ({ dataset, problem, network }) => ({
    dataset: ownDataset(dataset) ?? engineComponent(dataset),
    ...problem,
    network: chosen(network),
  }),
  sameMeasure: (catalog, a, b) =>
    a.dataset.id === b.dataset.id && lossOf(catalog, a) === lossOf(catalog, b),
  floor: () => 0,
};

/** The reader's own samples with the settings of their split, or undefined for a data set of the engine. */
function ownDataset({ id, values }: Component): OwnData | undefined {
  const own = ownSamples.get(id);
  return own && { ...own, ...values };
}

/** The chosen loss, or the default of the task. */
function lossOf(catalog: Catalog, { dataset, network }: Settings): string {
  if (network.loss) return String(network.loss);
  const task = catalog.datasets.find(({ id }) => id === dataset.id)?.task;
  return catalog.losses.find(({ defaultFor }) => task && defaultFor.includes(task))?.id ?? '';
}
