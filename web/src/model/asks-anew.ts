// SPDX-License-Identifier: MIT
import { sameProblem } from './problem-kinds.ts';
import { type Settings, sameStart } from './settings.ts';

/**
 * Whether the race can be run anew after a change, and compared with what it was. Another problem or
 * another clock makes another race.
 */
export function asksAnew(a: Settings, b: Settings): boolean {
  const isSame = sameStart(a, b) && a.racers === b.racers;
  return !isSame && sameProblem(a, b) && clockOf(a) === clockOf(b) && b.racers.some(({ on }) => on);
}

/** Whether the same racers race, whatever their settings. */
export const sameLineUp = (a: Settings, b: Settings): boolean => lineUpOf(a) === lineUpOf(b);

const clockOf = ({ budget, pacing, target, precision }: Settings): string =>
  JSON.stringify([budget, pacing, target, precision]);

const lineUpOf = ({ racers }: Settings): string =>
  JSON.stringify(racers.map(({ key, on }) => [key, on]));
