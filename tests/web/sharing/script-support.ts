// SPDX-License-Identifier: MIT
import texts from 'fall-line/code';
import { runSettings } from '../../../web/src/model/run-settings.ts';
import { epochsOf } from '../../../web/src/sharing/code/epochs.ts';
import { gather, type Material } from '../../../web/src/sharing/code/material.ts';
import type { Script, ScriptSource } from '../../../web/src/sharing/code/sections.ts';
import { enginePool } from '../race-support.ts';
import { catalog, decode } from '../support.ts';

const client = await enginePool(1, 'float64').client(0);
export const settingsOf = (link: string) => decode(link).settings;

export async function materialOf(link: string): Promise<Material> {
  const settings = settingsOf(link);
  const [racer] = settings.racers;
  if (!racer) throw new Error('No racer.');
  const steps = (samples: number): number => epochsOf(settings, samples);
  const material = await gather(client, runSettings(settings, racer), steps);
  if (!material) throw new Error('There are too many samples.');
  return material;
}

export async function scriptOf(write: (source: ScriptSource) => Script, link: string) {
  const material = await materialOf(link);
  return write({ catalog, texts, settings: settingsOf(link), material, address: '' });
}
