// SPDX-License-Identifier: MIT
// What the steps of the lessons claim holds from most of twenty starts, and fails where the race is spoiled.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { steps } from '../../web/src/lessons/lessons.ts';
import { checkText, folder, resultsOf } from './checks.ts';
import { type Claim, enough } from './figures.ts';
import { claimsOfSteps, lessonStarts, measure, toldSteps } from './measure.ts';

/** The starts of a spoiled race. */
const spoiledStarts = 5;

for (const step of toldSteps) checkText(step);

test('all steps, and nothing else, have claims and results', () => {
  const ids = steps.map(({ id }) => id).sort();
  expect(Object.keys(claimsOfSteps).sort()).toEqual(ids);
  expect(readdirSync(folder('lessons')).sort()).toEqual(ids.map((id) => `${id}.json`));
});

test.each(steps)('$id shows in how many races its answer is the same', ({ id, step }) => {
  const { question } = step;
  expect(lessonStarts).toBe(20);
  expect(question.holds).toBe(resultsOf({ kind: 'lessons', id })['the answer']?.holds);
});

describe.each(toldSteps)('$id, spoiled', (subject) => {
  const races = (subject.spoiled ?? []).map((link) => {
    const links = [link, ...subject.links.slice(1)];
    return { link, results: measure({ ...subject, links }, spoiledStarts) };
  });

  test.each(Object.keys(subject.claims.claims))('fails: %s', (name) => {
    const claim = subject.claims.claims[name] as Claim;
    const failed = races.filter(
      ({ results }) =>
        (results[name]?.figures.filter(claim.holds).length ?? 0) < enough * spoiledStarts,
    );
    expect(failed).not.toEqual([]);
  });
});
