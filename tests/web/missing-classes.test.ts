// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { missingClasses } from '../../web/src/model/missing-classes.ts';
import { engines } from './support.ts';

/** The sentences about three blades whose sizes are in the ratio 100 : 10 : 1. */
function sentencesOf(samples: number, problem: object = {}): string[] {
  const run = engines.float32.createRun({
    problem: { dataset: { id: 'pinwheel', samples, blades: 3, imbalance: 0.9 }, ...problem },
    optimizer: { id: 'sgd' },
  });
  const data = run.data();
  run.dispose();
  return missingClasses(data);
}

test('there is no note if every class is in both parts', () => {
  expect(sentencesOf(500)).toEqual([]);
  expect(sentencesOf(40, { testFraction: 0 })).toEqual([]);
});

test('a note names a class that is missing from a part, and the consequence', () => {
  expect(sentencesOf(40)).toEqual([
    'No test sample has class 2, so the test loss does not show it.',
  ]);
  expect(missingClasses({ missing: { train: [1, 3], test: [] } })).toEqual([
    'No training sample has class 1 or 3, so the racers cannot learn it.',
  ]);
});

test('a note has the names of a table', () => {
  const names = { classes: ['red', 'green', 'blue'], inputs: ['size'] };
  expect(missingClasses({ missing: { train: [], test: [0, 2] }, names })).toEqual([
    'No test sample has class red or blue, so the test loss does not show it.',
  ]);
});
