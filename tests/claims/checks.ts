// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { decode } from '../web/support.ts';
import {
  again,
  type Claim,
  enough,
  fromText,
  type Result,
  resultOf,
  type Results,
  said,
  starts,
} from './figures.ts';
import { measure, type Told } from './measure.ts';

// Training takes long on a busy machine, and no test here depends on time.
vi.setConfig({ testTimeout: 600_000 });

export const folder = (kind: Told['kind']) => new URL(`results/${kind}/`, import.meta.url);

export const resultsOf = ({ kind, id }: Pick<Told, 'kind' | 'id'>): Results =>
  fromText(readFileSync(new URL(`${id}.json`, folder(kind)), 'utf8'));

/** Tests that a text says no more than its claims, and that they hold. */
export function checkText(subject: Told): void {
  describe(`${subject.kind}: ${subject.id}`, () => {
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

    test.each(Object.entries(claims))(
      '%s: in the opening race and in most starts',
      (name, claim) => {
        const { shown, holds, figures } = results[name] as Result;
        expect(claim.holds(shown)).toBe(true);
        expect(holds).toBeGreaterThanOrEqual(enough * figures.length);
      },
    );

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
}
