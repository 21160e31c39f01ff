// SPDX-License-Identifier: MIT
import type { Raced } from './race.ts';

/** The length of each step of a path. */
export const stepLengths = ({ path: { x, y } }: Raced): number[] =>
  Array.from({ length: x.length - 1 }, (_, step) =>
    Math.hypot(x[step + 1]! - x[step]!, y[step + 1]! - y[step]!),
  );
