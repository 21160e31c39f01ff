// SPDX-License-Identifier: MIT
import type { Engine, OptimizerEntry, RunSettings } from '../../wasm/types.ts';
import { linkDefaults, version } from '../src/model/links/defaults.ts';
import { type Pair, writePairs } from '../src/model/links/grammar.ts';
import type { Kind } from '../src/catalog/reference.ts';

const address = (pairs: readonly Pair[]): string =>
  `../index.html#${writePairs([['v', version], ...pairs])}`;

/**
 * The address of a race of the optimizer against the first racer of the first race, on the first data
 * set that works with it. For an optimizer in the first race it is the address of that race.
 */
export function raceAddress(engine: Engine, { id }: OptimizerEntry): string {
  const { runs, dataset: first } = linkDefaults;
  const known = runs.some((run) => run.split(',')[0] === id);
  const works = (dataset: string): boolean =>
    engine.check({ problem: { dataset: { id: dataset } }, optimizer: { id } }).length === 0;
  const dataset = [first, ...engine.catalog.datasets.map((entry) => entry.id)].find(works);
  if (dataset === undefined) throw new Error(`No data set suits ${id}.`);
  return address([
    ...(dataset === first ? [] : [['dataset', dataset] as const]),
    ...(known ? [] : [runs[0] ?? '', id].map((run) => ['run', run] as const)),
  ]);
}

/** The address of a race that shows a component of another kind. */
export function tryAddress(engine: Engine, kind: Exclude<Kind, 'optimizers'>, id: string): string {
  const [rule = ''] = linkDefaults.runs;
  const beside = (part: string): Pair[] => [
    ['run', rule],
    ['run', `${rule},${part}`],
  ];
  const pairs: Record<typeof kind, () => Pair[]> = {
    datasets: () => [['dataset', id]],
    surfaces: () => [['surface', id]],
    schedules: () => beside(`schedule=${id}`),
    wrappers: () => beside(id),
    activations: () => [['activation', id]],
    losses: () => [['loss', id]],
    initializers: () => [['initializer', id]],
    instruments: () => [...suitedRace(engine, id), ['instruments', id]],
  };
  return address(pairs[kind]());
}

/** The first race, or one with another batch or on other data, so that the instrument suits a racer in it. */
function suitedRace(engine: Engine, instrument: string): Pair[] {
  const { runs, dataset: first } = linkDefaults;
  const rules = runs.map((run) => run.split(',')[0] ?? '');
  const races: [Pair[], RunSettings['problem']][] = [
    [[], { dataset: { id: first } }],
    [[['batchSize', 'full']], { dataset: { id: first }, batchSize: 'full' }],
    ...engine.catalog.datasets.map(({ id }): [Pair[], RunSettings['problem']] => [
      [['dataset', id]],
      { dataset: { id } },
    ]),
  ];
  const found = races.find(([, problem]) =>
    rules.some((id) => {
      const run = engine.createRun({ problem, optimizer: { id } });
      const lack = run.unsuited()[instrument];
      run.dispose();
      return lack === undefined;
    }),
  );
  if (!found) throw new Error(`No race suits ${instrument}.`);
  return found[0];
}
