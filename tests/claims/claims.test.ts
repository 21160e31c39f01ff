// SPDX-License-Identifier: MIT
// The figures in the texts of the examples and the README are those that were measured, and still hold.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { examples } from '../../web/src/examples/examples.ts';
import {
  type Claim,
  type Claims,
  enough,
  fromText,
  resultOf,
  type Result,
  type Results,
  said,
  starts,
  toText,
} from './figures.ts';
import { claimsOf, measure } from './measure.ts';

// Training takes long on a busy machine, and no test here depends on time.
vi.setConfig({ testTimeout: 600_000 });

/** How many starts are measured again here. `npm run claims -- --check` measures all. */
const again = 5;

const folder = new URL('results/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const resultsOf = (id: string): Results => fromText(read(`${id}.json`));

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

test('every example, and nothing else, has claims and results', () => {
  const ids = examples.map(({ id }) => id).sort();
  expect(Object.keys(claimsOf).sort()).toEqual(ids);
  expect(readdirSync(folder).sort()).toEqual(ids.map((id) => `${id}.json`).sort());
});

describe.each(examples)('$id', ({ id, text }) => {
  const { claims, unmeasured = [] } = claimsOf[id] as Claims;
  const results = resultsOf(id);
  const sayings = Object.entries(claims).flatMap(([name, claim]) => {
    const result = results[name];
    return result ? said(claim, result) : [`nothing measured as ${name}`];
  });

  test('the text contains every claim with its measured figures', () => {
    for (const saying of sayings) expect(text).toContain(saying);
    for (const sentence of unmeasured) expect(text).toContain(sentence);
  });

  test('every sentence belongs to a claim', () => {
    for (const sentence of text.split(/(?<=[.?!]) /)) {
      const claimed = sayings.some((saying) => sentence.includes(saying));
      expect(claimed || unmeasured.includes(sentence), sentence).toBe(true);
    }
  });

  test('every number belongs to a claim', () => {
    const rest = [...sayings, ...unmeasured].reduce((left, part) => left.replace(part, ''), text);
    expect(rest).not.toMatch(/\d/);
  });

  test.each(Object.entries(claims))('%s: in the opening race and in most starts', (name, claim) => {
    const { shown, holds } = results[name] as Result;
    expect(claim.holds(shown)).toBe(true);
    expect(holds).toBeGreaterThanOrEqual(enough);
  });

  test('the stored result of each claim follows from its figures', () => {
    expect(Object.keys(results)).toEqual(Object.keys(claims));
    for (const [name, { shown, figures }] of Object.entries(results)) {
      expect(figures).toHaveLength(starts);
      expect(results[name]).toEqual(resultOf(claims[name] as Claim, shown, figures));
    }
  });

  test(`the opening race and the first ${again} starts give the stored bits`, () => {
    for (const [name, { shown, figures }] of Object.entries(measure(id, again))) {
      expect({
        name,
        shown: results[name]?.shown,
        figures: results[name]?.figures.slice(0, again),
      }).toEqual({ name, shown, figures });
    }
  });
});

test('the README and the text of the first race agree', () => {
  const name = 'SGD needs more steps than Adam';
  const claim = claimsOf['first-race']?.claims[name] as Claim;
  const result = resultsOf('first-race')[name] as Result;
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const saying of said(claim, result)) expect(readme).toContain(saying);
});
