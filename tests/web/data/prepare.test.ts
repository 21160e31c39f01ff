// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../web/src/data/facts.ts';
import { guessRecipe } from '../../../web/src/data/guess.ts';
import { prepare } from '../../../web/src/data/prepare.ts';
import { scaled } from '../../../web/src/data/prepared.ts';
import { readDelimited } from '../../../web/src/data/read-delimited.ts';
import type { Recipe } from '../../../web/src/data/recipe.ts';

describe('a guess', () => {
  const guessOf = (text: string) => guessRecipe(factsOf(readDelimited(text, 'a.csv')));
  const lines = (make: (i: number) => string) =>
    Array.from({ length: 40 }, (_, i) => make(i)).join('\n');

  test('finds numbers, categories, and what says nothing', () => {
    const text = `id,size,colour,note,same,kind\n${lines(
      (i) => `${i + 1},${i * 1.5},${'rgb'[i % 3]},note ${i},7,${'ab'[i % 2]}`,
    )}`;
    expect(guessOf(text)).toEqual({
      kinds: ['ignored', 'number', 'category', 'ignored', 'ignored', 'category'],
      target: 5,
      task: 'classification',
      missing: 'leave-out',
    });
  });

  test('takes a column with a usual name for the target', () => {
    const { target, task } = guessOf(`price,area\n${lines((i) => `${i * 99.5},${i % 9}`)}`);
    expect([target, task]).toEqual([0, 'regression']);
  });

  test('takes few integers for classes, and many for values', () => {
    const task = (make: (i: number) => number) =>
      guessOf(`x,n\n${lines((i) => `${i / 2},${make(i)}`)}`).task;
    expect(task((i) => i % 4)).toBe('classification');
    expect(task((i) => i)).toBe('regression');
  });
});

describe('preparing', () => {
  const table = readDelimited('a,colour,b,t\n1,red,2,x\n,green,4,y\n3,blue,,y\n5,red,7,x', 't.csv');
  const recipe: Recipe = {
    kinds: ['number', 'category', 'number', 'category'],
    target: 3,
    task: 'classification',
    missing: 'leave-out',
  };

  test('gives two categories one input, since one says it all', () => {
    const sexes = readDelimited('sex,t\nmale,1\nfemale,2\nfemale,4', 's.csv');
    const { prepared } = prepare(sexes, {
      kinds: ['category', 'number'],
      target: 1,
      task: 'regression',
      missing: 'leave-out',
    });
    expect(prepared.inputNames).toEqual(['sex: male']);
    expect([...prepared.inputs]).toEqual([1, 0, 0]);
  });

  test('gives each category an input, and leaves rows out', () => {
    const { prepared, outline } = prepare(table, recipe);
    expect(prepared).toMatchObject({
      inputNames: ['a', 'colour: blue', 'colour: green', 'colour: red', 'b'],
      classNames: ['x', 'y'],
      targetName: 't',
    });
    expect([...prepared.inputs]).toEqual([1, 0, 0, 1, 2, 5, 0, 0, 1, 7]);
    expect([...prepared.targets]).toEqual([0, 0]);
    expect(outline).toMatchObject({ rows: 2, leftOut: 2, filledIn: 0, tooMany: 0 });
  });

  test('fills cells by the mean', () => {
    const { prepared, outline } = prepare(table, { ...recipe, missing: 'fill' });
    expect([...prepared.inputs.subarray(5, 15)]).toEqual([3, 0, 1, 0, 4, 3, 1, 0, 0, 13 / 3]);
    expect(outline).toMatchObject({ rows: 4, leftOut: 0, filledIn: 2 });
  });

  test('counts the cells that are filled in, of the rows and columns that are used', () => {
    const gaps = readDelimited('a,c,d,t\n1,x,1,1\n?,,2,2\nnone,y,,3\n4,,4,\n5,y,5,5', 'g.csv');
    const { outline } = prepare(gaps, {
      kinds: ['number', 'category', 'ignored', 'number'],
      target: 3,
      task: 'regression',
      missing: 'fill',
    });
    expect(outline).toMatchObject({ rows: 4, leftOut: 1, filledIn: 3 });
  });

  test('scales the values of a regression', () => {
    const change = { target: 2, task: 'regression', missing: 'fill' } as const;
    const { targets } = prepare(table, { ...recipe, ...change }).prepared;
    expect([...targets]).toEqual([2, 4, 7]);
    const trained = [...scaled(targets)];
    const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
    expect(mean(trained)).toBeCloseTo(0, 12);
    expect(mean(trained.map((value) => value ** 2))).toBeCloseTo(1, 12);
  });
});
