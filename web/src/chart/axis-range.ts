// SPDX-License-Identifier: MIT

export interface Range {
  min: number;
  max: number;
}

const nice = [1, 2, 5, 10];

/** The largest (or smallest) 1, 2, or 5 times a power of ten at or below (or above) a positive value. */
export function niceBelow(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const steps = nice.filter((step) => step * decade <= value * (1 + 1e-9));
  return Math.max(...steps) * decade;
}

export function niceAbove(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return (nice.find((step) => step * decade >= value * (1 - 1e-9)) ?? 10) * decade;
}

/** The frame reaches this many times the first loss. A racer that diverges leaves it, so others stay readable. */
const roomAboveStart = 3;

/** The range of the loss axis for losses between `low` and `high`, where the first loss is `start`. */
export function lossRange(
  low: number,
  high: number,
  start: number,
  scale: 'log' | 'linear',
): Range {
  if (low < 0) return signedRange(low, high, start);
  const top = Math.min(high, roomAboveStart * Math.max(start, low));
  if (!(top > 0)) return { min: scale === 'log' ? 0.1 : 0, max: 1 };
  const max = niceAbove(top);
  if (scale === 'linear') return { min: 0, max };
  // Before the first step there is only one loss. Leave room below for the losses to come.
  const room = low === high ? 1000 : 10;
  return { min: Math.min(niceBelow(low), max / room), max };
}

/** The range with negative losses. It is limited in both directions. */
function signedRange(low: number, high: number, start: number): Range {
  const reach = roomAboveStart * Math.max(1, Math.abs(start));
  return {
    min: -niceAbove(Math.min(-low, reach)),
    max: high > 0 ? niceAbove(Math.min(high, reach)) : 0,
  };
}

/** Ticks at powers of ten, and at 2 and 5 times these if there are few. */
export function logTicks({ min, max }: Range): number[] {
  const decades = Math.log10(max / min);
  const steps = decades <= 1.5 ? [1, 2, 5] : decades <= 3 ? [1, 3] : [1];
  const skip = Math.max(1, Math.ceil(decades / 8));
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
    if (power % skip !== 0) continue;
    for (const step of steps) {
      const tick = Number((step * 10 ** power).toPrecision(1));
      if (tick >= min * (1 - 1e-9) && tick <= max * (1 + 1e-9)) ticks.push(tick);
    }
  }
  return ticks;
}
