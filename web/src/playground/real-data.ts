// SPDX-License-Identifier: MIT
/** Real data sets that come with the page. Their samples are loaded when one is chosen. */
import type { Catalog } from '../../../wasm/types.ts';
import type { Prepared } from '../data/prepared.ts';
import { msg } from '../language/message.ts';
import type { OwnEntry } from '../model/own-samples.ts';
import { loadReal, type RealSamples, type RealSet, realSets } from '../real-data/sets.ts';
import { addSamples, entryOf } from './own-data.ts';

/** Adds the real data set with this id to catalogs, if there is one. */
export async function bringReal(id: string, catalogs: readonly Catalog[]): Promise<void> {
  const set = realSets.find((one) => one.id === id);
  if (!set || catalogs[0]?.datasets.some((known) => known.id === id)) return;
  const prepared = preparedOf(set, await loadReal(id));
  addSamples(catalogs, entryOfSet(set, prepared), prepared);
}

function preparedOf({ name }: RealSet, { inputs, ...samples }: RealSamples): Prepared {
  const values =
    typeof inputs === 'string'
      ? Float64Array.from(inputs, (letter) => letter.charCodeAt(0) - 97)
      : Float64Array.from(inputs);
  return {
    ...samples,
    name,
    task: samples.classNames.length > 0 ? 'classification' : 'regression',
    inputs: values,
    targets: Float64Array.from(samples.targets),
  };
}

function entryOfSet({ id, name, summary, guide, source, licence }: RealSet, prepared: Prepared) {
  const { idea, use, pitfalls } = guide;
  const entry: OwnEntry = {
    ...entryOf(id, prepared, ''),
    name: msg(name),
    summary: msg(summary),
    guide: { idea: msg(idea), use: msg(use), pitfalls: msg(pitfalls) },
    source: { ...source, licence },
  };
  return entry;
}
