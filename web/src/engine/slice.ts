// SPDX-License-Identifier: MIT

/** The number of steps until the next look at the clock: to fill `leftMs`, but at most four times the last. */
export function nextChunk(last: number, lastMs: number, leftMs: number): number {
  const growth = lastMs > 0 ? leftMs / lastMs : 4;
  return Math.max(1, Math.floor(last * Math.min(4, growth)));
}

/** The steps needed to advance by `missing` on the race's clock, from the cost per step so far. At least one. */
export function stepsUntil(missing: number, costPerStep: number): number {
  return costPerStep > 0 ? Math.max(1, Math.ceil(missing / costPerStep - 1e-9)) : 1;
}
