// SPDX-License-Identifier: MIT
/** Reads the arguments of a run's methods. What is wrong is refused, by its name. */
import { type Numbers, numbersAt, rows } from './numbers.ts';
import { attempt, inDomain, objectAt, ofShape, ofType, refuse, SettingsError } from './settings.ts';
import type { Layer, Until } from './types.ts';

export const MOST_STEPS = 1e9;

/** The options, of which only the names have been checked. */
export function optionsAt(value: unknown, known: string[]): Record<string, unknown> {
  const options = objectAt(value, 'options');
  for (const [key, given] of Object.entries(options))
    if (!known.includes(key))
      refuse(
        key,
        { code: 'unknown-setting', rule: `is not an option; known here: ${known.join(', ')}` },
        given,
      );
  return options;
}

/** Where a run pauses. */
export function limitOf(until: Until): Required<Until> {
  const { epoch = Infinity, samplesSeen = Infinity } = optionsAt(until, ['epoch', 'samplesSeen']);
  return { epoch: positionAt(epoch, 'epoch'), samplesSeen: positionAt(samplesSeen, 'samplesSeen') };
}

function positionAt(value: unknown, path: string): number {
  if (typeof value === 'number' && value >= 0) return value;
  return refuse(path, inDomain('must be a number >= 0'), value);
}

/** Far more ids than a list needs, and far more letters than an id has. */
const MOST_IDS = 100;

/** A copy of a list of ids. The core knows which there are. */
export function idsAt(value: unknown, path: string): string[] {
  const isId = (item: unknown) => typeof item === 'string' && item.length <= MOST_IDS;
  const ids = attempt(() =>
    Array.isArray(value) && value.length <= MOST_IDS ? Array.from(value as unknown[]) : [undefined],
  );
  if (ids?.every(isId)) return ids as string[];
  return refuse(path, ofType(`must be a list of at most ${MOST_IDS} ids`), value);
}

/** Reads a number of records. Larger numbers than any run can reach are reduced. */
export function integerAt(value: unknown, path: string, least: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least)
    return Math.min(value, MOST_STEPS);
  return refuse(path, inDomain(`must be an integer from ${least}`), value);
}

/** Reads a list of samples, of which there are `count`. */
export function samplesAt(samples: unknown, count: number): Numbers {
  const list = numbersAt(samples, 'rows');
  const wrong = list.findIndex((row) => !Number.isInteger(row) || row < 0 || row >= count);
  if (wrong >= 0)
    refuse(`rows[${wrong}]`, inDomain(`must be an integer from 0 to ${count - 1}`), list[wrong]);
  return list;
}

/** Reads ranges of units, each within a layer, and all together no more units than there are. */
export function rangesAt(units: unknown, layers: Layer[]): Numbers {
  const flat = attempt(() => (Array.isArray(units) ? rows(units, 'units') : undefined));
  if (flat && 'message' in flat) throw new SettingsError([flat]);
  if (flat?.width !== 3) refuse('units', ofShape('must be rows of layer, first and count'), units);
  const { values } = flat;
  let left = layers.reduce((sum, layer) => sum + layer.units, 0);
  for (let i = 0; i < values.length; i += 3) {
    const [layer = 0, first = 0, count = 0] = values.subarray(i, i + 3);
    const known = layers[layer]?.units ?? 0;
    left -= count;
    if (
      ![first, count].every(Number.isInteger) ||
      first < 0 ||
      count < 1 ||
      first + count > known ||
      left < 0
    )
      refuse(
        `units[${i / 3}]`,
        inDomain('must be units of a layer, in all no more than the network has'),
        [layer, first, count],
      );
  }
  return values;
}
