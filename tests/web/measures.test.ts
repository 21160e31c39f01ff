// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import {
  figureOf,
  type Measure,
  titleOf,
  type Track,
  wordsOf,
} from '../../web/src/lessons/measures.ts';
import { answerOf, choicesOf, factsOf } from '../../web/src/lessons/outcome.ts';
import type { Question } from '../../web/src/lessons/question.ts';

interface Drawn {
  trainLoss?: number[];
  testLoss?: number[];
  testAccuracy?: number[];
  step?: number[];
  x?: number[];
  y?: number[];
  diverged?: boolean;
}

/** A racer with these columns. Steps count from 0, with ten samples each. */
function track({ diverged = false, ...columns }: Drawn): Track {
  const records = (columns.trainLoss ?? columns.testLoss ?? columns.testAccuracy ?? []).keys();
  const step = columns.step ?? [...records];
  const all: Record<string, number[]> = {
    ...columns,
    step,
    samplesSeen: step.map((at) => 10 * at),
  };
  return {
    diverged,
    curve: (name) => Float64Array.from(all[name] ?? []),
    path: (name) => Float64Array.from(all[name] ?? []),
  };
}

const loss = 'trainLoss';

describe('the figure of', () => {
  const falling = track({ trainLoss: [4, 2, 1, 0.5] });
  const bumpy = track({ trainLoss: [4, 1, 3, 0.5, 0.7] });
  const lost = track({ trainLoss: [1, 10, Number.NaN], diverged: true });

  test.each<[string, Measure, Track, number]>([
    ['reach', { kind: 'reach', below: 1, loss }, falling, 2],
    ['reach, in samples', { kind: 'reach', below: 1, loss, axis: 'samplesSeen' }, falling, 20],
    ['reach, never', { kind: 'reach', below: 0.1, loss }, falling, Infinity],
    ['last loss', { kind: 'last loss', loss }, bumpy, 0.7],
    ['last loss, diverged', { kind: 'last loss', loss }, lost, Infinity],
    ['lowest loss', { kind: 'lowest loss', loss }, bumpy, 0.5],
    ['highest loss', { kind: 'highest loss', loss }, bumpy, 4],
    ['highest loss, diverged', { kind: 'highest loss', loss }, lost, Infinity],
    ['lowest loss, diverged', { kind: 'lowest loss', loss }, lost, 1],
    ['growth', { kind: 'growth', loss }, bumpy, 0.7 / 4],
    ['growth, diverged', { kind: 'growth', loss }, lost, Infinity],
    ['late loss', { kind: 'late loss', loss }, track({ trainLoss: [9, 9, 4, 2, 3] }), 2.5],
    ['cost', { kind: 'cost' }, falling, 10],
    ['bend', { kind: 'bend' }, track({ x: [0, 2, 2, 3], y: [0, 0, 5, 6] }), 67.5],
    ['bend, at a minimum', { kind: 'bend' }, track({ x: [0, 2, 2, 2], y: [0, 0, 5, 5] }), 90],
    ['last accuracy', { kind: 'last accuracy' }, track({ testAccuracy: [0.5, 0.9] }), 0.9],
    ['divergence', { kind: 'divergence' }, lost, 2],
    ['divergence, none', { kind: 'divergence' }, falling, Infinity],
    ['climbs', { kind: 'climbs', loss }, bumpy, 2],
    ['climbs, none', { kind: 'climbs', loss }, falling, 0],
    ['turns', { kind: 'turns', along: 'x' }, track({ x: [4, -2, 1, -0.5, -0.75] }), 2],
    ['turns, none', { kind: 'turns', along: 'x' }, track({ x: [4, 2, 1] }), 0],
    ['distance', { kind: 'distance', to: [1, 1] }, track({ x: [9, 4], y: [9, 5] }), 5],
    ['stride', { kind: 'stride' }, track({ x: [0, 4, 5], y: [0, 3, 3] }), 0.2],
  ])('%s', (_, measure, racer, figure) => expect(figureOf(measure, racer)).toBe(figure));
});

test('measures are told in words', () => {
  const reach: Measure = { kind: 'reach', below: 0.1, loss };
  expect(titleOf(reach)).toBe('Steps to a training loss of 0.1');
  expect(titleOf(reach, true)).toBe('Steps to a value of 0.1');
  const work: Measure = { ...reach, axis: 'samplesSeen' };
  expect(titleOf(work)).toBe('Samples to a training loss of 0.1');
  expect(titleOf(work, true)).toBe('Evaluations to a value of 0.1');
  expect(titleOf({ kind: 'distance', to: [0, -1] })).toBe('Distance from (0, -1) at the end');
  expect([1234, Infinity].map((figure) => wordsOf(reach, figure))).toEqual([
    '1,234',
    'not reached',
  ]);
  expect(wordsOf({ kind: 'last loss', loss }, Infinity)).toBe('diverged');
  expect(wordsOf({ kind: 'last accuracy' }, 0.912)).toBe('91.2 %');
});

describe('a question about which racer', () => {
  const first: Question = {
    asks: 'Which one reaches 1 first?',
    which: { of: { kind: 'reach', below: 1, loss }, wins: 'least' },
    none: 'None of them',
    answer: 2,
    each: 'start',
    holds: 20,
  };
  const slow = track({ trainLoss: [4, 3, 2, 1] });
  const fast = track({ trainLoss: [4, 1] });
  const stuck = track({ trainLoss: [4, 4, 4] });

  test('has the racers as choices', () => {
    expect(choicesOf(first, ['A', 'B'])).toEqual([
      { says: 'A', racer: 1 },
      { says: 'B', racer: 2 },
      { says: 'None of them' },
    ]);
  });

  test('is answered by the race, whoever wins', () => {
    expect(answerOf(first, [slow, fast])).toBe(2);
    expect(answerOf(first, [fast, slow])).toBe(1);
    expect(answerOf(first, [stuck, stuck])).toBe(3);
    const most: Question = { ...first, which: { ...first.which, wins: 'most' } };
    expect(answerOf(most, [slow, fast])).toBe(1);
  });

  test('has the figure of each racer as a fact', () => {
    expect(factsOf(first, [slow, stuck])).toEqual([
      {
        title: 'Steps to a training loss of 1',
        figures: [
          { racer: 1, words: '3' },
          { racer: 2, words: 'not reached' },
        ],
      },
    ]);
  });
});

describe('a question about what happens', () => {
  const last: Measure = { kind: 'last loss', loss };
  const times: Question = {
    asks: 'How many times as high does the first one end?',
    choices: [
      { says: 'Less than twice', when: [{ of: last, racer: 1, over: 2, below: 2 }] },
      { says: 'Two to ten times', when: [{ of: last, racer: 1, over: 2, below: 10 }] },
      { says: 'It diverges', when: [{ of: { kind: 'divergence' }, racer: 1, below: 1e9 }] },
      { says: 'More' },
    ],
    answer: 1,
    each: 'start',
    holds: 20,
  };
  const ends = (value: number) => track({ trainLoss: [9, value] });

  test('is answered by the first choice that holds', () => {
    expect(answerOf(times, [ends(1), ends(1)])).toBe(1);
    expect(answerOf(times, [ends(5), ends(1)])).toBe(2);
    expect(answerOf(times, [ends(50), ends(1)])).toBe(4);
    expect(answerOf(times, [track({ trainLoss: [1], diverged: true }), ends(1)])).toBe(3);
  });

  test('has each figure once, for the racers that it concerns', () => {
    const facts = factsOf(times, [ends(5), ends(1)]);
    expect(facts).toEqual([
      {
        title: 'Final training loss',
        figures: [
          { racer: 1, words: '5.00' },
          { racer: 2, words: '1.00' },
        ],
      },
      { title: 'Step at which it diverged', figures: [{ racer: 1, words: 'none' }] },
    ]);
  });

  test('has no answer if no choice holds', () => {
    const [choice] = times.choices;
    expect(answerOf({ ...times, choices: choice ? [choice] : [] }, [ends(5), ends(1)])).toBe(0);
  });
});
