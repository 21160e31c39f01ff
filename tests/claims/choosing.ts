// SPDX-License-Identifier: MIT
// Trains the fitting rules of proposed races, to see that their rates suit the problems.
import { isDeepStrictEqual } from 'node:util';
import { proposedRules } from '../../web/src/choosing/proposal.ts';
import { proposedRace } from '../../web/src/choosing/proposed-race.ts';
import type { Answers } from '../../web/src/choosing/questions.ts';
import type { Settings } from '../../web/src/model/settings.ts';
import { allAnswers, wordsOf } from '../support/all-answers.ts';
import { catalog, encode } from '../web/support.ts';
import { lessonStarts } from './measure.ts';
import { race } from './race.ts';

/** From how many starts each fitting rule of a race trains to the end, by its id. */
export type Finished = Record<string, number>;

/** A sample: 7 shares no divisor with the numbers of answers, so it meets all of them in many combinations. */
export const sampled: readonly Answers[] = allAnswers.filter((_, place) => place % 7 === 0);

/** The ids of the rules that the race of these answers proposes. */
export const rulesOf = (answers: Answers): string[] =>
  proposedRules(catalog, answers).map(({ rule }) => rule.id);

/** Whether these answers propose other rules than the results have. */
export const isDue = (answers: Answers, results: Readonly<Record<string, Finished>>): boolean =>
  !isDeepStrictEqual(rulesOf(answers), Object.keys(results[wordsOf(answers)] ?? {}));

/** By the answers in words. */
export const measureChoices = (of: readonly Answers[]): Record<string, Finished> =>
  Object.fromEntries(of.map((answers) => [wordsOf(answers), finished(answers)]));

/**
 * Counts the starts from which a rule ends with a finite training loss below its first. Each start has
 * other weights, batches and data.
 */
function finished(answers: Answers): Finished {
  const proposed = proposedRace(catalog, answers);
  const link = encode({ ...proposed, racers: proposed.racers.slice(1) });
  const counts: Finished = {};
  for (let seed = 1; seed <= lessonStarts; seed++) {
    const raced = race(link, (settings) => from(settings, seed));
    for (const [place, { report, curve }] of raced.entries()) {
      const id = proposed.racers[place + 1]?.optimizer.id ?? '';
      const fell = (curve.trainLoss.at(-1) ?? Number.NaN) < (curve.trainLoss[0] ?? Number.NaN);
      counts[id] = (counts[id] ?? 0) + (report.status !== 'diverged' && fell ? 1 : 0);
    }
  }
  return counts;
}

const from = (settings: Settings, seed: number): Settings => ({
  ...settings,
  run: { ...settings.run, seed },
  dataset: { ...settings.dataset, values: { ...settings.dataset.values, seed } },
});
