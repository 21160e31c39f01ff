// SPDX-License-Identifier: MIT
/** Data sets of the reader's own. */
import type { Catalog } from '../../../wasm/types.ts';
import { scoredImages } from '../data/limits.ts';
import { pack, unpack } from '../data/pack.ts';
import { fingerprint, type Prepared, scaled } from '../data/prepared.ts';
import { recipeText } from '../data/recipe.ts';
import type { Origin } from '../data/reader-messages.ts';
import { grouped } from '../format/number.ts';
import { msg, plural } from '../language/message.ts';
import { ownNames } from '../model/data-names.ts';
import { describe, ownPrefix } from '../model/own-table.ts';
import { type OwnEntry, ownSamples, type Sample } from '../model/own-samples.ts';

/** Enough for a thumbnail. */
const shownSamples = 140;

/** The data sets that were brought to this page, by their ids, with what a link says of each. */
export const brought = new Map<string, { prepared: Prepared; table: string }>();

/** Adds the reader's data set to catalogs for this visit. `table` is what a link says of it. Returns its id. */
export function addOwnData(
  catalogs: readonly Catalog[],
  prepared: Prepared,
  fingerprint: string,
  table: string,
): string {
  const id = ownPrefix + fingerprint;
  brought.set(id, { prepared, table });
  addSamples(catalogs, entryOf(id, prepared, table), prepared);
  return id;
}

/** Adds a data set of samples to catalogs. */
export function addSamples(
  catalogs: readonly Catalog[],
  entry: OwnEntry,
  { inputs, targets, task, shape, classNames, inputNames }: Prepared,
): void {
  const { id } = entry;
  const isClassified = task === 'classification';
  ownSamples.set(id, {
    inputs,
    targets: isClassified ? targets : scaled(targets),
    task,
    shape,
    ...(isClassified && { classes: classNames.length }),
  });
  ownNames.set(id, { classes: classNames, inputs: inputNames });
  for (const { datasets } of new Set(catalogs)) {
    const place = datasets.findIndex((known) => known.id === id);
    if (place < 0) datasets.push(entry);
    else datasets[place] = entry;
  }
}

/** Takes the reader's data set out of catalogs, once no race needs it. */
export function removeOwnData(catalogs: readonly Catalog[], id: string): void {
  ownSamples.delete(id);
  ownNames.delete(id);
  brought.delete(id);
  for (const { datasets } of new Set(catalogs)) {
    const place = datasets.findIndex((known) => known.id === id);
    if (place >= 0) datasets.splice(place, 1);
  }
}

/** What a link says of samples: all of them if they are few, or how to get them from the reader's files. */
export const tableFor = async (prepared: Prepared, origin: Origin): Promise<string> =>
  (await pack(prepared)) ??
  describe({ name: prepared.name, ...origin, recipe: recipeText(origin.recipe) });

/** Adds the data set that a link contains, if it does. A damaged one is left out. */
export async function bringTable(link: string, catalogs: readonly Catalog[]): Promise<void> {
  const [, id, table = ''] = /[?#&]dataset=(own-\w+)&table=([\w-]+)/.exec(`&${link}`) ?? [];
  if (id === undefined) return;
  const prepared = await unpack(table);
  if (!prepared) return;
  const own = fingerprint(prepared);
  if (id === ownPrefix + own) addOwnData(catalogs, prepared, own, table);
}

export function entryOf(id: string, prepared: Prepared, table: string): OwnEntry {
  const { task, shape, inputNames } = prepared;
  const drawn = isDrawn(prepared);
  return {
    id,
    name: drawn ? msg('Drawn points') : prepared.name,
    drawn,
    summary: summaryOf(prepared),
    task,
    inputs: inputNames.length,
    shape,
    outputs: 1,
    sample: sampleOf(prepared),
    table,
    guide: drawn ? drawnGuide() : tableGuide(),
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

const drawnGuide = (): OwnEntry['guide'] => ({
  idea: msg('Coordinates are standardized with the mean and the deviation of the training points.'),
  use: msg(
    'Draw what may be hard for an optimizer: a narrow gap, a spiral, or a few points on the wrong side. A link has all points.',
  ),
  pitfalls: msg(
    'With few points, only a handful is kept for testing. One point then changes the test loss a lot.',
  ),
});

const tableGuide = (): OwnEntry['guide'] => ({
  idea: msg(
    'Inputs are standardized with the mean and the deviation of the training rows. Each value of a category has an input of its own.',
  ),
  use: msg(
    'Compare optimizers on the data that you care about. A link has the data only if the table is small.',
  ),
  pitfalls: msg(
    'A large network learns a small table by heart. The training loss then falls while the test loss rises.',
  ),
});

/** Points have no name, because it would be one in the language of whoever drew them. */
const isDrawn = ({ name, task, inputNames }: Prepared): boolean =>
  name === '' && task === 'classification' && inputNames.length === 2;

function summaryOf(prepared: Prepared): string {
  const { inputNames, classNames, inputs: numbers, targets, task, targetName } = prepared;
  if (isDrawn(prepared))
    return plural(
      targets.length,
      '{n} point, drawn on the plane.',
      '{n} points, drawn on the plane.',
    );
  const rows = plural(targets.length, '{n} row', '{n} rows');
  const inputs = plural(inputNames.length, '{n} input', '{n} inputs');
  const summary =
    task === 'classification'
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
  if (!(numbers instanceof Uint8Array)) return summary;
  return `${summary} ${msg('Losses and accuracies are measured on at most {most} training rows and as many test rows.', { most: grouped(scoredImages) })}`;
}

/** Rows with every column from 0 to 1, because a picture with grams beside millimetres shows nothing. */
function likeScaled(rows: readonly number[][]): number[][] {
  const columns = rows[0]?.map((_, at) => rows.map((row) => row[at] ?? 0)) ?? [];
  const ranges = columns.map((values) => [Math.min(...values), Math.max(...values)] as const);
  return rows.map((row) =>
    row.map((value, at) => {
      const [low, high] = ranges[at] ?? [0, 1];
      return (value - low) / (high - low || 1);
    }),
  );
}

/** Some samples, evenly chosen, for a picture. */
function sampleOf({ inputs, targets, shape, task, classNames }: Prepared): Sample {
  const width = shape.channels * shape.height * shape.width;
  const count = Math.min(shownSamples, targets.length);
  const rows = Array.from({ length: count }, (_, i) => Math.floor((i * targets.length) / count));
  const samples = rows.map((row) => Array.from(inputs.subarray(row * width, (row + 1) * width)));
  return {
    inputs: shape.height > 1 ? samples : likeScaled(samples),
    targets: rows.map((row) => targets[row] ?? 0),
    shape,
    classes: classNames.length,
    task,
  };
}
