// SPDX-License-Identifier: MIT
import { fittingChoices } from '../../catalog/fitting-choices.ts';
import { marked } from '../../language/message.ts';
import { datasetRows } from '../settings.ts';
import { completed, defaultsFor, linkDefaults, type LinkDefaults } from './defaults.ts';
import { linkKeys } from './keys.ts';
import { lists } from './lists.ts';
import { type ProblemLink, readRows, type Shared, type Source, writeRows } from './problem-link.ts';

/** A network on a data set. The data set of a link that names none is the frozen one. */
export const networkLink: ProblemLink = {
  first: '',
  read: ({ catalog, defaults, fields }) => {
    const id = fields.takeId('dataset', catalog.datasets, defaults.dataset, lists.datasets);
    const data = networkDefaults({ catalog, defaults }, defaults, id);
    const values = readRows(
      fields,
      linkKeys(catalog, id),
      { ...data, dataset: data.dataset.values },
      (row) => fittingChoices(catalog, row, id),
    );
    return { ...values, surface: null, dataset: { id, values: values.dataset } };
  },
  write: (catalog, { dataset, problem, network, run }) => [
    ...(dataset.id === linkDefaults.dataset ? [] : [['dataset', dataset.id] as const]),
    ...writeRows(
      linkKeys(catalog, dataset.id),
      { dataset: dataset.values, problem, network, run },
      { ...linkDefaults, dataset: defaultsFor(linkDefaults.datasets, dataset.id) },
    ),
  ],
  chosen: marked(
    'This link leaves out learning rates. Fall Line chose what suits this network: {rates}.',
  ),
  frozenRuns: ({ runs }) => runs,
  suggestedRuns: () => [],
  rates: (catalog, { networks }, { dataset, network }) => {
    const inputs = catalog.datasets.find(({ id }) => id === dataset.id)?.inputs ?? 0;
    const weights = hiddenWeights(inputs, network.hidden);
    return networks
      .filter(({ from }) => from.inputs <= inputs && from.weights <= weights)
      .map(({ rates }) => rates);
  },
};

/** The settings of a network without those in a link. `table`: the defaults of all but the seeds. */
export function networkDefaults(
  { catalog, defaults }: Pick<Source, 'catalog' | 'defaults'>,
  table: LinkDefaults,
  id: string,
): Omit<Shared, 'surface'> {
  const { problem, network, run } = catalog.settings;
  return {
    dataset: {
      id,
      values: completed(datasetRows(catalog, id), defaultsFor(table.datasets, id)),
    },
    problem: completed(problem, table.problem),
    network: completed(network, table.network),
    run: completed(run, defaults.run),
  };
}

/** How many weights lead into hidden layers. */
function hiddenWeights(inputs: number, hidden: unknown): number {
  const widths = Array.isArray(hidden) ? (hidden as number[]) : [];
  return widths.reduce((sum, width, i) => sum + width * (widths[i - 1] ?? inputs), 0);
}
