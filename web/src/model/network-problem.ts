// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import type { ProblemKind } from './problem-kind.ts';
import { axes, chosen, engineComponent, type Settings, units } from './settings.ts';

/** A network that learns from a data set. */
export const networkProblem: ProblemKind = {
  id: 'data',
  name: 'Network',
  noun: 'network',
  // As in frameworks.
  precision: 'float32',
  units,
  unitDoc:
    'A step is one update of the weights. An epoch is one pass over the training data. Samples: every loss or gradient evaluation counts, so costly methods get fewer steps.',
  axes,
  samples: {
    name: 'samples',
    title: 'samples seen',
    doc: 'How many losses and gradients of single samples were computed',
  },
  losses: { testLoss: 'Test loss', trainLoss: 'Training loss' },
  shows: [
    ['test', 'test'],
    ['train', 'train'],
    ['both', 'both'],
    ['rate', 'learning rate'],
  ],
  target: {
    loss: 'testLoss',
    name: 'Target test loss',
    least: 1e-4,
    doc: 'A racer stops when its test loss reaches this value. The first to get there wins.',
  },
  draws: [
    { seed: 'dataset', name: 'New data', doc: 'New samples from the same distribution.' },
    {
      seed: 'run',
      name: 'New start',
      doc: 'New initial weights and batch order, shared by all racers.',
    },
  ],
  otherRuns: 'starts with other initial weights and batches',
  learns: true,
  onPlane: false,
  identity: ({ dataset }) => `data ${dataset.id}`,
  /** Such as `Spiral, hidden layers of 8 and 8 units`. */
  summary: (catalog, { dataset, network }) => {
    const name = catalog.datasets.find(({ id }) => id === dataset.id)?.name ?? '';
    const widths = Array.isArray(network.hidden) ? network.hidden : [];
    if (widths.length === 0) return `${name}, no hidden layer`;
    const layers = widths.length === 1 ? 'hidden layer' : 'hidden layers';
    return `${name}, ${layers} of ${widths.join(' and ')} units`;
  },
  forEngine: ({ dataset, problem, network }) => ({
    dataset: engineComponent(dataset),
    ...problem,
    network: chosen(network),
  }),
  sameMeasure: (catalog, a, b) =>
    a.dataset.id === b.dataset.id && lossOf(catalog, a) === lossOf(catalog, b),
  floor: () => 0,
};

/** The chosen loss, or the default of the task. */
function lossOf(catalog: Catalog, { dataset, network }: Settings): string {
  if (network.loss) return String(network.loss);
  const task = catalog.datasets.find(({ id }) => id === dataset.id)?.task;
  return catalog.losses.find(({ defaultFor }) => task && defaultFor.includes(task))?.id ?? '';
}
