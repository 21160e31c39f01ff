// SPDX-License-Identifier: MIT
import { isPlainObject, ofShape, problem } from './settings.ts';
import type { Problem, SampleShape } from './types.ts';

/** The numbers of one sample. */
export const sizeOf = ({ channels, height, width }: SampleShape): number =>
  channels * height * width;

/** The shape of own samples with rows of `size` numbers: one row of pixels if none is given. */
export function ownShape(given: unknown, size: number, path: string): SampleShape | Problem {
  const shape = { channels: 1, height: 1, width: size };
  if (given === undefined) return shape;
  const rule = ofShape(`must be { channels, height, width } with the product ${size}`);
  if (!isPlainObject(given)) return problem(path, rule, given);
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  Object.assign(shape, Object.fromEntries(entries));
  const extents = Object.values<unknown>(shape);
  const fits = extents.every((n) => Number.isSafeInteger(n) && Number(n) > 0);
  if (fits && extents.length === 3 && sizeOf(shape) === size) return shape;
  return problem(path, rule, entries.map((entry) => entry.join(': ')).join(', '));
}
