// SPDX-License-Identifier: MIT
import { hash } from '../engine/bits.ts';
import { phrase, type Phrase } from '../language/phrase.ts';
import type { Settings } from '../model/settings.ts';
import { axisColumns } from './curve-store.ts';
import type { Racer } from './racer.ts';

/** The moments of a race, as shares of its length, up to which curves are compared. Most differences begin early. */
const shares = [0.01, 0.1, 0.5];

interface Checkpoint {
  /** The step of the last record up to there. */
  step: number;
  /** The first 16 bits of a hash of all losses up to there. */
  mark: string;
}

/** The hash of a result, with the marks of its checkpoints: 16 digits, and four after each hyphen. */
export const withMarks = (result: string, racer: Racer, budget: Settings['budget']): string =>
  [result, ...checkpointsOf(racer, budget).map(({ mark }) => mark)].join('-');

/** The hash of the whole result alone. */
export const endOf = (expected: string): string => expected.slice(0, 16);

/**
 * Between which steps a racer, `{name}`, parted from what was expected. Undefined if the expected result has no
 * marks of the same checkpoints. One difference in 65,536 is noticed a checkpoint too late.
 */
export function partedAt(
  racer: Racer,
  expected: string,
  budget: Settings['budget'],
): Phrase | undefined {
  const marks = expected.split('-').slice(1);
  const own = checkpointsOf(racer, budget);
  if (marks.length !== own.length) return undefined;
  const place = own.findIndex(({ mark }, i) => mark !== marks[i]);
  const step = (at: number): number => own.at(at)?.step ?? 0;
  if (place < 0) return phrase('{name} parted after step {step}.', { step: step(-1) });
  if (place === 0)
    return step(0) === 0
      ? phrase('{name} differed from the start.')
      : phrase('{name} parted at step {step} or before.', { step: step(0) });
  const span = { from: step(place - 1), to: step(place) };
  return phrase('{name} parted between step {from} and step {to}.', span);
}

function checkpointsOf({ curve }: Racer, { unit, amount }: Settings['budget']): Checkpoint[] {
  return shares.map((share) => {
    const records = curve.rowAt(axisColumns[unit], share * amount) + 1;
    const trainLoss = curve.column('trainLoss').slice(0, records);
    const testLoss = curve.column('testLoss').slice(0, records);
    const mark = hash({ trainLoss, testLoss, parameters: [] }).slice(0, 4);
    return { step: curve.at('step', Math.max(0, records - 1)), mark };
  });
}
