// SPDX-License-Identifier: MIT
import { kindOf } from '../model/problem-kinds.ts';
import type { Playground } from './playground.ts';
import { setUpRace, withDataset } from './problem.ts';

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
