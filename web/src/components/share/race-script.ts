// SPDX-License-Identifier: MIT
import { runSettings } from '../../model/run-settings.ts';
import type { Playground } from '../../playground/playground.ts';
import { epochsOf } from '../../sharing/code/epochs.ts';
import { gather } from '../../sharing/code/material.ts';
import { kerasScript } from '../../sharing/code/keras.ts';
import type { Library } from '../../sharing/code/library.ts';
import { pytorchScript } from '../../sharing/code/pytorch.ts';
import type { Script } from '../../sharing/code/sections.ts';

const writers = { pytorch: pytorchScript, keras: kerasScript };

/**
 * The script that repeats the race of a playground. Undefined if it would be too long. Rejects if the engine refuses
 * the race, or does not start.
 */
export async function raceScript(
  playground: Playground,
  library: Library['id'],
  address: string,
): Promise<Script | undefined> {
  const { settings } = playground;
  const racer = settings.racers.find(({ on }) => on);
  if (!racer) throw new Error('A race without racers has no script.');
  // Scripts are in English, as the catalog of the deferred module is.
  const [{ catalog }, { default: texts }, client] = await Promise.all([
    playground.loadDeferred(),
    import('fall-line/code'),
    playground.inquiry.client('float64'),
  ]);
  const asked = runSettings(settings, racer);
  const material = await gather(client, asked, (samples) => epochsOf(settings, samples));
  return material && writers[library]({ catalog, texts, settings, material, address });
}
