// SPDX-License-Identifier: MIT
// The figures in the examples, the guides of the data sets and the README are those that were measured, and
// still hold.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkText, folder, resultsOf } from './checks.ts';
import { type Claim, fromText, lineOf, resultOf, type Result, said, toText } from './figures.ts';
import { claimsOf, told } from './measure.ts';

test('figures are quartiles, and a step that is never reached counts as infinite', () => {
  const claim: Claim = {
    says: '{holds} of {starts}, {low} to {high}, {median}',
    measure: () => 0,
    holds: (figure) => figure < 1000,
  };
  const result = resultOf(claim, 1, [1234, 2, Infinity, 1, Infinity]);
  expect(result).toMatchObject({ holds: 2, low: 2, median: 1234, high: Infinity });
  expect(said(claim, result)).toEqual(['2 of 5, 2 to ∞, 1,200']);
  expect(fromText(toText({ result }))).toEqual({ result });
  expect(resultOf(claim, 1, [1, 2, 3, 4]).low).toBe(1.75);
});

test('a quoted figure is the median, rounded, or the text does not contain it', () => {
  const claim: Claim = {
    says: 'about {half}, near {50%} and {0.5}',
    measure: () => 0,
    holds: () => true,
  };
  const saidOf = (median: number) => said(claim, resultOf(claim, median, [median]));
  expect(saidOf(0.519)).toEqual(['about half, near 50% and 0.5']);
  expect(saidOf(0.43)).toEqual(['about half, near 43% and 0.5']);
  expect(saidOf(0.6)).toEqual(['about 0.6, near 60% and 0.6']);
  expect(() => said({ ...claim, says: '{most}' }, resultOf(claim, 1, [1]))).toThrow('most');
});

test('npm run claims prints a line for each claim, with the figure as a text would say it', () => {
  const claim = { measure: () => 0, holds: (figure: number) => figure > 0.5 };
  const result = resultOf({ ...claim, says: [] }, 1, [0.4, 0.764, 0.9]);
  const line = (says: Claim['says']) => lineOf('two units', { ...claim, says }, result);
  expect(line('about {75%}')).toBe('two units: holds in 2 of 3, median 76%. "about {75%}"');
  expect(line(['{half}', 'more'])).toBe('two units: holds in 2 of 3, median 0.76. "{half}" "more"');
  expect(line([])).toBe('two units: holds in 2 of 3');
});

test.each(['examples', 'datasets'] as const)('all %s, and nothing else, have claims', (kind) => {
  const ids = told.filter((text) => text.kind === kind).map(({ id }) => id);
  expect(Object.keys(claimsOf(kind)).sort()).toEqual(ids.toSorted());
  expect(readdirSync(folder(kind)).sort()).toEqual(ids.map((id) => `${id}.json`).sort());
});

for (const text of told) if (text.kind !== 'lessons') checkText(text);

test('the README and the text of the first race agree', () => {
  const name = 'SGD needs more steps than Adam';
  const claim = claimsOf('examples')['first-race']?.claims[name] as Claim;
  const result = resultsOf({ kind: 'examples', id: 'first-race' })[name] as Result;
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const saying of said(claim, result)) expect(readme).toContain(saying);
});
