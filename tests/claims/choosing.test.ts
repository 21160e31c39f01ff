// SPDX-License-Identifier: MIT
// In the races that answers propose, no fitting rule diverges from most starts, or ends where it began.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { wordsOf } from '../support/all-answers.ts';
import { type Finished, isDue, measureChoices, rulesOf, sampled } from './choosing.ts';
import { enough } from './figures.ts';
import { lessonStarts } from './measure.ts';

const results = JSON.parse(
  readFileSync(new URL('results/choosing.json', import.meta.url), 'utf8'),
) as Record<string, Finished>;

test('the sample has every answer, and every rule that is proposed often', () => {
  for (const place of [0, 1, 2, 3, 4]) {
    const words = sampled.map((answers) => wordsOf(answers).split(' ')[place]);
    expect(new Set(words).size).toBe([3, 3, 2, 2, 4][place]);
  }
  expect(new Set(Object.values(results).flatMap(Object.keys)).size).toBeGreaterThan(15);
});

test.each(sampled.map((answers) => [wordsOf(answers), answers] as const))(
  '%s: measured for the rules that are proposed, and fine from most starts',
  (words, answers) => {
    const measured = results[words] ?? {};
    if (isDue(answers, results))
      throw new Error(
        `Proposed are ${rulesOf(answers)}, but measured ${Object.keys(measured)}. Run \`npm run claims -- due\``,
      );
    for (const [rule, count] of Object.entries(measured))
      expect(count, `${rule} diverges or rises too often`).toBeGreaterThanOrEqual(
        enough * lessonStarts,
      );
  },
);

test('the shortest of them give the stored counts again', () => {
  const short = sampled.filter(({ parameters, data }) => parameters === 'few' && data !== 'much');
  expect(short.length).toBeGreaterThan(2);
  for (const [words, counts] of Object.entries(measureChoices(short)))
    if (!isDeepStrictEqual(counts, results[words]))
      throw new Error(`${words}: other counts than measured. Run \`npm run claims -- proposed\``);
});
