// SPDX-License-Identifier: MIT
// The figures in the examples, the guides of the data sets and the README are those that were measured, and
// still hold.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import {
  again,
  type Claim,
  enough,
  fromText,
  resultOf,
  type Result,
  type Results,
  said,
  starts,
  toText,
} from './figures.ts';
import { decode } from '../web/support.ts';
import { claimsOf, measure, told, type Told } from './measure.ts';

// Training takes long on a busy machine, and no test here depends on time.
vi.setConfig({ testTimeout: 600_000 });

const folder = (kind: Told['kind']) => new URL(`results/${kind}/`, import.meta.url);
const resultsOf = ({ kind, id }: Pick<Told, 'kind' | 'id'>): Results =>
  fromText(readFileSync(new URL(`${id}.json`, folder(kind)), 'utf8'));

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

test.each(['examples', 'datasets'] as const)('all %s, and nothing else, have claims', (kind) => {
  const ids = told.filter((text) => text.kind === kind).map(({ id }) => id);
  expect(Object.keys(claimsOf(kind)).sort()).toEqual(ids.toSorted());
  expect(readdirSync(folder(kind)).sort()).toEqual(ids.map((id) => `${id}.json`).sort());
});

describe.each(told)('$kind: $id', (subject) => {
  const { text } = subject;
  const { claims, unmeasured = [], ...counts } = subject.claims;
  const results = resultsOf(subject);
  const sayings = Object.entries(claims).flatMap(([name, claim]) => {
    const result = results[name];
    return result ? said(claim, result) : [`nothing measured as ${name}`];
  });

  test('the text contains every claim with its measured figures', () => {
    for (const saying of sayings) expect(text).toContain(saying);
    for (const sentence of unmeasured) expect(text).toContain(sentence);
  });

  test('its races are read without a notice', () => {
    for (const link of subject.links) expect(decode(link).notices, link).toEqual([]);
  });

  test('every sentence belongs to a claim', () => {
    for (const sentence of text.split(/(?<=[.?!]) /)) {
      const claimed = sayings.some((saying) => sentence.includes(saying));
      expect(claimed || unmeasured.includes(sentence), sentence).toBe(true);
    }
  });

  test('every number belongs to a claim', () => {
    const rest = [...sayings, ...unmeasured].reduce((left, part) => left.replace(part, ''), text);
    expect(rest).not.toMatch(/\d|\b(half|halve|twice|(two|three|four|five|ten) times)\b/);
  });

  test.each(Object.entries(claims))('%s: in the opening race and in most starts', (name, claim) => {
    const { shown, holds, figures } = results[name] as Result;
    expect(claim.holds(shown)).toBe(true);
    expect(holds).toBeGreaterThanOrEqual(enough * figures.length);
  });

  test('the stored result of each claim follows from its figures', () => {
    expect(Object.keys(results)).toEqual(Object.keys(claims));
    for (const [name, { shown, figures }] of Object.entries(results)) {
      expect(figures).toHaveLength(counts.starts ?? starts);
      expect(results[name]).toEqual(resultOf(claims[name] as Claim, shown, figures));
    }
  });

  const repeated = counts.again ?? again;
  if (repeated > 0) {
    test(`the opening race and the first of ${counts.starts ?? starts} starts give the stored bits`, () => {
      for (const [name, { shown, figures }] of Object.entries(measure(subject, repeated))) {
        expect({
          name,
          shown: results[name]?.shown,
          figures: results[name]?.figures.slice(0, repeated),
        }).toEqual({ name, shown, figures });
      }
    });
  }
});

test('the README and the text of the first race agree', () => {
  const name = 'SGD needs more steps than Adam';
  const claim = claimsOf('examples')['first-race']?.claims[name] as Claim;
  const result = resultsOf({ kind: 'examples', id: 'first-race' })[name] as Result;
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const saying of said(claim, result)) expect(readme).toContain(saying);
});
