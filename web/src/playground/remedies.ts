// SPDX-License-Identifier: MIT
import type { Finding } from '../../../wasm/types.ts';
import { withSetting } from '../model/setting-path.ts';
import type { Settings } from '../model/settings.ts';
import { prefersStillness } from '../page/looks.ts';
import type { Playground } from './playground.ts';
import { chooseOptimizer } from './racers.ts';

/**
 * Changes the one setting of a remedy. If it is the racer's own, the racer restarts and catches up with the
 * others. A setting of the problem restarts the race. Undo takes it back.
 */
export async function applyRemedy(
  playground: Playground,
  key: number,
  { path, value }: NonNullable<Finding['remedy']>,
): Promise<void> {
  if (path === 'optimizer.id') {
    await chooseOptimizer(playground, key, String(value));
    return;
  }
  const isShared = path.startsWith('problem.');
  const raced = playground.race.at > 0;
  await playground.update((settings) =>
    withSetting(isShared ? settings : withChanges(playground, settings, key), key, path, value),
  );
  if (isShared && raced && !prefersStillness()) await playground.play();
}

/** The settings with the changes that the racer was given on its way. */
function withChanges(playground: Playground, settings: Settings, key: number): Settings {
  const current = playground.racer(key)?.current;
  const racers = settings.racers.map((racer) =>
    racer.key === key && current ? { ...racer, optimizer: current } : racer,
  );
  return { ...settings, racers };
}
