// SPDX-License-Identifier: MIT
import { fittingChoices } from '../../catalog/fitting-choices.ts';
import { marked } from '../../language/message.ts';
import type { Catalog } from '../../../../wasm/types.ts';
import { phrase } from '../../language/phrase.ts';
import { withLayersAsNamed } from '../hidden-activations.ts';
import type { OwnEntry } from '../own-samples.ts';
import { described, ownPrefix } from '../own-table.ts';
import { datasetRows } from '../settings.ts';
import type { Pair } from './grammar.ts';
import { completed, defaultsFor, linkDefaults, type LinkDefaults } from './defaults.ts';
import { linkKeys } from './keys.ts';
import { lists } from './lists.ts';
import { type ProblemLink, readRows, type Shared, type Source, writeRows } from './problem-link.ts';

/** A network on a data set. The data set of a link that names none is the frozen one. */
export const networkLink: ProblemLink = {
  first: '',
  read: (source) => {
    const { catalog, defaults, fields } = source;
    const id = datasetOf(source);
    const data = networkDefaults({ catalog, defaults }, defaults, id);
    const values = readRows(
      fields,
      linkKeys(catalog, id),
      { ...data, dataset: data.dataset.values },
      (row) => fittingChoices(catalog, row, id),
    );
    const network = withLayersAsNamed(values.network);
    if (network !== values.network)
      source.notices.aboutLink(
        phrase(
          'layerActivations has more names than there are hidden layers. The rest are left out.',
        ),
      );
    return { ...values, network, surface: null, dataset: { id, values: values.dataset } };
  },
  write: (catalog, { dataset, problem, network, run }) => [
    ...(dataset.id === linkDefaults.dataset ? [] : [['dataset', dataset.id] as const]),
    ...tableOf(catalog, dataset.id),
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

/** The data set of a link. A table of somebody's own is in the link, or must be brought. */
function datasetOf({ catalog, defaults, fields, notices }: Source): string {
  const table = fields.take('table') ?? '';
  const given = fields.peek('dataset') ?? '';
  const isKnown = catalog.datasets.some(({ id }) => id === given);
  if (!given.startsWith(ownPrefix) || isKnown)
    return fields.takeId('dataset', catalog.datasets, defaults.dataset, lists.datasets);
  fields.take('dataset');
  const wanted = described(table);
  if (wanted) notices.want({ ...wanted, id: given, link: '' });
  else
    notices.aboutLink(
      phrase('This link has a table that is damaged or cut. Copy the link again as a whole.'),
    );
  return defaults.dataset;
}

/** The table of a data set of the reader's own. */
function tableOf(catalog: Catalog, dataset: string): Pair[] {
  const entry: Partial<OwnEntry> | undefined = catalog.datasets.find(({ id }) => id === dataset);
  return entry?.table ? [['table', entry.table]] : [];
}

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
