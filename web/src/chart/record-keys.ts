// SPDX-License-Identifier: MIT

/** The number of records that each key moves by. Infinity means to the first or last. */
const moves: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export const movesAlong = (key: string): boolean => key in moves;

/**
 * The abscissa that a key leads to from the last one at or before `at`. The first key leads to the last
 * one. Undefined if there are none.
 */
export function abscissaAfter(
  key: string,
  abscissas: Float64Array,
  at: number | undefined,
): number | undefined {
  const last = abscissas.length - 1;
  const now = at === undefined ? last : abscissas.filter((x) => x <= at).length - 1;
  const move = at === undefined ? 0 : (moves[key] ?? 0);
  return abscissas[Math.min(last, Math.max(0, now + move))];
}
