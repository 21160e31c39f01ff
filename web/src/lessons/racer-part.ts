// SPDX-License-Identifier: MIT

/** A racer, or one of its settings, as a part of the page: `racer 1`, `racer 2: learningRate`. */
const numbered = /^racer (\d+)(?:: (\w+))?$/;

/** A part that belongs to a racer: the racer's number from 1, and the id of a setting if it is one. */
export function racerPart(
  part: string,
): { racer: number; setting: string | undefined } | undefined {
  const [, racer, setting] = numbered.exec(part) ?? [];
  return racer === undefined ? undefined : { racer: Number(racer), setting };
}
