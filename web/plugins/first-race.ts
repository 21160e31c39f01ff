// SPDX-License-Identifier: MIT
import { isDeepStrictEqual } from 'node:util';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { Catalog, DatasetEntry } from '../../wasm/types.ts';
import type { Settings } from '../src/model/settings.ts';
import { catalogFile } from './catalog.ts';
import { virtual } from './virtual.ts';

type Deferred = typeof import('../src/playground/deferred.ts');

const deferredFile = fileURLToPath(new URL('../src/playground/deferred.ts', import.meta.url));

/** Properties that are shown only in an open card or in help. They are most of the catalog. */
const prose = new Set([
  'formula',
  'paper',
  'notes',
  'cost',
  'memory',
  'checkedAgainst',
  'doc',
  'guide',
  'state',
  'suits',
  'marks',
  'summary',
]);

/** Decodes the first example's link at build time, so a first visit needs neither decoder nor catalog. */
export const firstRace = () =>
  virtual('first-race', catalogFile, async () => {
    const { module } = await runnerImport<Deferred>(deferredFile, {
      configFile: false,
      resolve: { alias: { 'fall-line/catalog': catalogFile } },
    });
    const { catalog, examples, decodeLink, encodeLink } = module;
    const [example] = examples;
    const { settings } = decodeLink(catalog, example?.states[0]?.link ?? '');
    const link = encodeLink(catalog, settings);
    const found = { example, settings, link, catalog: inView(catalog, settings) };
    const text = JSON.stringify(found);
    if (!isDeepStrictEqual(JSON.parse(text), found)) throw new Error('The first race is not JSON.');
    return `export default ${text};`;
  });

/** The part of the catalog that a first visit shows: the rules of the race, and the choices beside it. */
function inView(catalog: Catalog, { dataset, racers, surface }: Settings): Catalog {
  const rules = new Set(racers.map(({ optimizer }) => optimizer.id));
  if (surface || racers.some(({ wrappers }) => wrappers.length > 0))
    throw new Error('The first race needs surfaces or wrappers in its catalog.');
  return withoutProse({
    ...catalog,
    optimizers: catalog.optimizers.filter(({ id }) => rules.has(id)),
    wrappers: [],
    schedules: catalog.schedules.slice(0, 1),
    datasets: catalog.datasets.map((entry) => (entry.id === dataset.id ? entry : pictured(entry))),
    surfaces: [],
    activations: [],
    initializers: [],
    faults: [],
    instruments: [],
    settings: { ...catalog.settings, surface: [], start: [] },
  });
}

/** What a thumbnail needs: whether there is a text, and no defaults, because the engine has them. */
const pictured = (entry: DatasetEntry): DatasetEntry => ({
  ...entry,
  summary: '',
  hyperparameters: entry.hyperparameters
    .filter(({ kind }) => kind === 'text')
    .map(({ kind }) => ({ kind })) as DatasetEntry['hyperparameters'],
});

/** The same catalog with empty prose. */
function withoutProse(catalog: Catalog): Catalog {
  const brief = JSON.stringify(catalog, function (this: object, key, value: unknown) {
    // Summaries of data sets are kept, because the chosen one's is shown at once.
    if (!prose.has(key) || (key === 'summary' && 'task' in this)) return value;
    if (typeof value === 'string') return '';
    return Array.isArray(value) ? [] : {};
  });
  return JSON.parse(brief) as Catalog;
}
