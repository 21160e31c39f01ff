// SPDX-License-Identifier: MIT
// Tests the files of the lessons and their links. tests/claims/ tests what they claim.
import { describe, expect, test } from 'vitest';
import { chapters, lessons, neighbour, stepOf, steps } from '../../web/src/lessons/lessons.ts';
import { answerOf, choicesOf, factsOf } from '../../web/src/lessons/outcome.ts';
import { partInWords } from '../../web/src/lessons/parts.ts';
import { racerPart } from '../../web/src/lessons/racer-part.ts';
import { racerNames } from '../../web/src/model/names.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import { optimizerRows } from '../../web/src/model/settings.ts';
import { race, trackOf } from '../claims/race.ts';
import { sentencesOf } from './prose/rules.ts';
import { catalog, decode, encode, engines } from './support.ts';

describe('the files', () => {
  test('are lessons with unique ids, each in a chapter, by chapter', () => {
    const places = lessons.map(({ chapter }) => chapter);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const place of places) expect(chapters[place - 1]).toBeTruthy();
    expect(new Set(lessons.map(({ id }) => id)).size).toBe(lessons.length);
  });

  test.each(lessons)(
    '$id: a title, a line, and two to five steps',
    ({ title, line, steps: own }) => {
      expect(title).toMatch(/[^.]$/);
      expect(line).toMatch(/[^.]$/);
      expect(own.length).toBeGreaterThanOrEqual(2);
      expect(own.length).toBeLessThanOrEqual(5);
    },
  );
});

describe.each(steps)('$id', ({ id, step }) => {
  const { text, why, link, look, question } = step;
  const { settings, notices } = decode(link);
  const names = [...racerNames(catalog, settings.racers).values()];

  test('says what it has to say in at most three sentences', () => {
    const sentences = [...sentencesOf(text), ...sentencesOf(why)];
    expect(sentences.length).toBeLessThanOrEqual(3);
    for (const sentence of sentences) expect(sentence).toMatch(/[.?!]$/);
    expect(text).not.toBe('');
    expect(why).not.toBe('');
  });

  test('has a race that is read without notices, written back unchanged, and accepted', () => {
    expect(notices).toEqual([]);
    expect(encode(settings)).toBe(link);
    expect(settings).toMatchObject({ lesson: '', example: '', pacing: 'lock-step' });
    for (const racer of settings.racers)
      expect(engines.float64.check(runSettings(settings, racer))).toEqual([]);
  });

  test('asks a question that ends with a question mark and has its answer among the choices', () => {
    expect(question.asks).toMatch(/\?$/);
    const choices = choicesOf(question, names).map(({ says }) => says);
    expect(choices.length).toBeGreaterThanOrEqual(2);
    expect(choices.length).toBeLessThanOrEqual(5);
    expect(new Set(choices).size).toBe(choices.length);
    expect(choices[question.answer - 1]).toBeTruthy();
  });

  test('has figures of its race, all of them known', () => {
    const facts = factsOf(question, race(link).map(trackOf));
    expect(facts.length).toBeGreaterThan(0);
    for (const { figures } of facts)
      for (const { words } of figures) expect(words).toMatch(/^[^–]+$/);
  });

  test('looks at a part that exists', () => {
    const words = partInWords(
      look,
      (racer) => names[racer - 1] ?? '',
      (racer, setting) => {
        const rule = settings.racers[racer - 1]?.optimizer.id ?? '';
        return optimizerRows(catalog, rule).find((row) => row.id === setting)?.name ?? '';
      },
    );
    expect(words).toMatch(/^\S.*\S$/);
    expect(words).not.toMatch(/^ of | of $/);
    expect(racerPart(look)?.racer ?? 1).toBeLessThanOrEqual(names.length);
  });

  test('is opened by a link that says nothing else, on any version', () => {
    for (const bare of [`lesson=${id}`, `v=3&lesson=${id}`, `v=1&lesson=${id}`]) {
      expect(decode(bare)).toEqual({ settings: { ...settings, lesson: id }, notices: [] });
    }
    const whole = encode({ ...settings, lesson: id });
    expect(whole).toContain(`lesson=${id}&`);
    expect(decode(whole)).toEqual({ settings: { ...settings, lesson: id }, notices: [] });
  });
});

test('a race of defaults keeps its lesson, and is not taken for the race of the step', () => {
  const { settings } = decode('v=3');
  const changed = { ...settings, lesson: 'momentum.3' };
  expect(decode(encode(changed))).toEqual({ settings: changed, notices: [] });
});

describe('links', () => {
  test('to a lesson lead to its first step', () => {
    for (const { id } of lessons) expect(decode(`lesson=${id}`).settings.lesson).toBe(`${id}.1`);
  });

  test('with other settings keep the step and these settings', () => {
    const { settings, notices } = decode('v=3&lesson=downhill.1&surface=quadratic-bowl&steps=7');
    expect(notices).toEqual([]);
    expect(settings).toMatchObject({ lesson: 'downhill.1', budget: { amount: 7 } });
  });

  test('to an example that became a lesson lead to the step with its problem', () => {
    const lessonOf = (link: string) => decode(link).settings;
    expect(lessonOf('v=3&example=slope&surface=quadratic-bowl&run=sgd')).toMatchObject({
      example: '',
      lesson: 'downhill.2',
    });
    expect(lessonOf('v=3&example=slope&surface=narrow-valley&condition=4&run=sgd').lesson).toBe(
      'downhill.3',
    );
    expect(lessonOf('v=3&example=slope').lesson).toBe('downhill.2');
    expect(lessonOf('v=3&example=first-race')).toMatchObject({ example: 'first-race', lesson: '' });
  });
});

test('steps follow each other from lesson to lesson', () => {
  for (const [index, step] of steps.entries()) {
    expect(neighbour(step, 1)).toBe(steps[index + 1]);
    expect(neighbour(step, -1)).toBe(steps[index - 1]);
    expect(stepOf(step.id)).toBe(step);
  }
  expect(stepOf('nowhere.1')).toBeUndefined();
});

test('the answer of each step is what its own race shows', () => {
  for (const { step } of steps)
    expect(answerOf(step.question, race(step.link).map(trackOf))).toBe(step.question.answer);
});
