// SPDX-License-Identifier: MIT
import type { Pen } from './pen.ts';
import { pointCount, pointOf, type ShownMark } from './rule-marks.ts';

const reach = 4;
/** Around the disc of a racer, which is where the last step ended. */
const radius = 9;
const smallRadius = 4;

/** Draws a cross at each point that was tried and refused, and a ring at the one that was taken. */
export function drawTrials(pen: Pen, { mark, age, entry }: ShownMark): void {
  const isOne = entry.steps === 1;
  // Older ones fade.
  pen.fade(1 - 0.7 * (age / entry.steps), () => {
    for (let index = 0; index < pointCount(mark); index++) {
      const at = pen.pixel(pointOf(mark, index));
      if (index === mark.taken) pen.ring(at, isOne ? radius : smallRadius);
      else pen.cross(at, reach);
    }
  });
}
