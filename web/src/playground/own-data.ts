// SPDX-License-Identifier: MIT
/** Data sets of the reader's own. */
import type { Catalog } from '../../../wasm/types.ts';
import type { Prepared } from '../data/prepared.ts';
import { msg, plural } from '../language/message.ts';
import { type OwnEntry, ownSamples, type Sample } from '../model/own-samples.ts';
import type { Playground } from './playground.ts';
import { setUpRace, withDataset } from './problem.ts';
import { kindOf } from '../model/problem-kinds.ts';

/** Enough for a thumbnail. */
const shownSamples = 140;

export const ownId = (fingerprint: string): string => `own-${fingerprint}`;

/** Adds a data set to the catalog of this visit. Returns its id. */
export async function addOwnData(
  playground: Playground,
  prepared: Prepared,
  fingerprint: string,
): Promise<string> {
  const { catalog } = await playground.loadDeferred();
  const id = ownId(fingerprint);
  const { inputs, targets, task, shape, classNames } = prepared;
  ownSamples.set(id, {
    inputs,
    targets,
    task,
    shape,
    ...(task === 'classification' && { classes: classNames.length }),
  });
  // In another language, the page has a translated copy of the catalog.
  const catalogs = new Set<Catalog>([catalog, playground.catalog]);
  const entry = entryOf(id, prepared);
  for (const { datasets } of catalogs) {
    const place = datasets.findIndex((known) => known.id === id);
    if (place < 0) datasets.push(entry);
    else datasets[place] = entry;
  }
  return id;
}

/** Sets up and plays a race on a data set, with the network and the racers that were there. */
export async function raceOn(playground: Playground, id: string): Promise<void> {
  const deferred = await playground.loadDeferred();
  const { settings } = playground;
  const onData = kindOf(settings).learns
    ? settings
    : (playground.left.get('data') ??
      deferred.decodeLink(playground.catalog, deferred.problemLinks.data.first).settings);
  const change = withDataset(playground.catalog, deferred.withSuitedRates, onData, id);
  await setUpRace(playground, { ...onData, ...change, example: '', lesson: '', expect: [] });
}

function entryOf(id: string, prepared: Prepared): OwnEntry {
  const { name, task, shape, inputNames } = prepared;
  return {
    id,
    name,
    summary: summaryOf(prepared),
    task,
    inputs: inputNames.length,
    shape,
    outputs: 1,
    sample: sampleOf(prepared),
    guide: {
      idea: msg(
        'Inputs are standardized with the mean and the deviation of the training rows. Each value of a category has an input of its own.',
      ),
      use: msg(
        'Compare optimizers on the data that you care about. Nothing of them leaves this device.',
      ),
      pitfalls: msg(
        'A large network learns a small table by heart. The training loss then falls while the test loss rises.',
      ),
    },
    hyperparameters: [
      {
        id: 'seed',
        name: msg('Split seed'),
        symbol: '',
        kind: 'integer',
        default: 1,
        domain: { min: 0, max: 2147483647, minOpen: false, maxOpen: false },
        slider: { min: 0, max: 1000, scale: 'linear' },
        unit: '',
        doc: msg('A different seed keeps different rows for testing.'),
      },
    ],
  };
}

function summaryOf({ inputNames, classNames, targets, task, targetName }: Prepared): string {
  const rows = plural(targets.length, '{n} row', '{n} rows');
  const inputs = plural(inputNames.length, '{n} input', '{n} inputs');
  return task === 'classification'
    ? msg('Your data: {rows} and {inputs}. The target “{target}” has {classes} classes.', {
        rows,
        inputs,
        target: targetName,
        classes: classNames.length,
      })
    : msg('Your data: {rows} and {inputs}. The target is “{target}”, scaled to deviation 1.', {
        rows,
        inputs,
        target: targetName,
      });
}

/** Some samples, evenly chosen, for a picture. */
function sampleOf({ inputs, targets, shape, task, classNames }: Prepared): Sample {
  const width = shape.channels * shape.height * shape.width;
  const count = Math.min(shownSamples, targets.length);
  const rows = Array.from({ length: count }, (_, i) => Math.floor((i * targets.length) / count));
  return {
    inputs: rows.map((row) => Array.from(inputs.subarray(row * width, (row + 1) * width))),
    targets: rows.map((row) => targets[row] ?? 0),
    shape,
    classes: classNames.length,
    task,
  };
}
