// SPDX-License-Identifier: MIT

/** How many steps to take before looking at the clock again: towards `leftMs`, growing at most fourfold. */
export function nextChunk(last: number, lastMs: number, leftMs: number): number {
  const growth = lastMs > 0 ? leftMs / lastMs : 4;
  return Math.max(1, Math.floor(last * Math.min(4, growth)));
}

/** Steps still missing, given what one step has cost so far on the race's clock; at least one. */
export function stepsUntil(missing: number, costPerStep: number): number {
  return costPerStep > 0 ? Math.max(1, Math.ceil(missing / costPerStep - 1e-9)) : 1;
}
