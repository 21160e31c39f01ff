// SPDX-License-Identifier: MIT
// The races that the five questions set up. tests/claims/choosing.test.ts trains some of them.
import { describe, expect, test } from 'vitest';
import { proposedRules } from '../../web/src/choosing/proposal.ts';
import { proposedRace, sizesOf } from '../../web/src/choosing/proposed-race.ts';
import {
  type Answers,
  answersTo,
  given,
  type QuestionId,
  questionIds,
  questions,
  usualAnswers,
} from '../../web/src/choosing/questions.ts';
import { precisionOf } from '../../web/src/model/precision.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import { allAnswers, wordsOf } from '../support/all-answers.ts';
import { faults, longest } from './prose/rules.ts';
import { catalog, decode, encode, engines } from './support.ts';

const ids = (answers: Answers) => proposedRules(catalog, answers).map(({ rule }) => rule.id);
const raceOf = (answers: Partial<Answers>) =>
  proposedRace(catalog, { ...usualAnswers, ...answers });
const batchOf = (answers: Partial<Answers>) => raceOf(answers).problem.batchSize;

test('there are five questions with two to four answers', () => {
  expect(questionIds).toHaveLength(5);
  expect(allAnswers).toHaveLength(3 * 3 * 2 * 2 * 4);
  expect(new Set(allAnswers.map(wordsOf)).size).toBe(allAnswers.length);
});

describe('for all answers', () => {
  test.each(allAnswers.map((answers) => [wordsOf(answers), answers] as const))(
    '%s: four different rules that the engine accepts',
    (_, answers) => {
      const race = proposedRace(catalog, answers);
      const rules = race.racers.map(({ optimizer }) => optimizer.id);
      expect(rules).toEqual([catalog.optimizers[0]?.id, ...ids(answers)]);
      expect(new Set(rules).size).toBe(4);
      const engine = engines[precisionOf(catalog, race)];
      for (const racer of race.racers)
        expect(engine.check(runSettings(race, racer)), racer.optimizer.id).toEqual([]);
    },
  );

  test('the three rules are of three families, and suit what matters', () => {
    for (const answers of allAnswers) {
      const rules = proposedRules(catalog, answers);
      expect(new Set(rules.map(({ rule }) => rule.family)).size).toBe(3);
      for (const { suits } of rules) expect(suits[0]).toBe(given(answers)[0]?.situation);
    }
  });

  test('each rule has a short sentence', () => {
    for (const answers of allAnswers)
      for (const { why } of proposedRules(catalog, answers)) {
        expect(why).toMatch(/^It [a-z].*[^.]\.$/);
        expect(why.split(/\s+/).length).toBeLessThanOrEqual(longest);
        expect(faults(why)).toEqual([]);
      }
  });

  test('a link keeps the race', () => {
    for (const answers of allAnswers) {
      const race = proposedRace(catalog, answers);
      const { settings, notices } = decode(encode(race));
      expect(notices).toEqual([]);
      expect(settings).toEqual(race);
    }
  });
});

test('every reason that the core declares counts for some answers', () => {
  const counted = new Set(
    allAnswers.flatMap((answers) =>
      proposedRules(catalog, answers).flatMap(({ rule, suits }) =>
        suits.map((situation) => `${rule.id}: ${situation}`),
      ),
    ),
  );
  const declared = catalog.optimizers.flatMap(({ id, suits }) =>
    suits.map(({ situation }) => `${id}: ${situation}`),
  );
  expect(declared.length).toBeGreaterThan(20);
  expect(declared.filter((one) => !counted.has(one))).toEqual([]);
});

/** For how many answers to the other questions another answer to this one proposes other rules. */
function changes(id: QuestionId): number {
  return allAnswers.filter((answers) =>
    answersTo(id).some(
      ([key]) => ids({ ...answers, [id]: key } as Answers).join() !== ids(answers).join(),
    ),
  ).length;
}

test.each(questionIds)('the answer to %s matters for the rules', (id) => {
  expect(changes(id)).toBeGreaterThan(allAnswers.length / 4);
  if (id === 'matters') expect(changes(id)).toBe(allAnswers.length);
});

describe('each answer changes the race', () => {
  test('the parameters: the network, with as many as the answer says', () => {
    for (const [key, { says }] of answersTo('parameters')) {
      const race = raceOf({ parameters: key as Answers['parameters'] });
      const [racer] = race.racers;
      if (!racer) throw new Error('No racers.');
      const run = engines[precisionOf(catalog, race)].createRun(runSettings(race, racer));
      expect(says.replace(/\D/g, '')).toBe(String(run.parameters.length));
      run.dispose();
    }
  });

  test('the data: as many samples as the answer says', () => {
    for (const [key, { says }] of answersTo('data')) {
      const { dataset } = raceOf({ data: key as Answers['data'] });
      expect(says.replace(/\D/g, '')).toBe(String(dataset.values.samples));
    }
  });

  test('the noise: that of the data, and the batch', () => {
    expect(raceOf({ noise: 'little' }).dataset.values.noise).toBe(0);
    expect(raceOf({ noise: 'much' }).dataset.values.noise).toBe(
      2 * Number(decode('v=3').settings.dataset.values.noise),
    );
    expect(batchOf({ noise: 'little', data: 'little' })).toBe('full');
    expect(batchOf({ noise: 'little', data: 'some' })).toBe('full');
    expect(batchOf({ noise: 'little', data: 'much' })).toBe(250);
    expect(batchOf({ noise: 'much' })).toBe(10);
  });

  test('the cost of a gradient: the clock and the axis', () => {
    expect(raceOf({ gradients: 'cheap' })).toMatchObject({
      budget: { unit: 'steps', amount: 200 },
      view: { axis: 'steps' },
    });
    expect(raceOf({ gradients: 'costly' })).toMatchObject({
      budget: { unit: 'samples', amount: 2000 },
      view: { axis: 'samples' },
    });
    expect(raceOf({ gradients: 'costly', noise: 'little', data: 'little' }).budget.amount).toBe(
      200 * 50,
    );
  });

  test('what matters: the length of the race', () => {
    const length = (matters: Answers['matters']) => raceOf({ matters }).budget.amount;
    expect(length('start')).toBeLessThan(length('settings'));
    expect(length('settings')).toBe(length('memory'));
    expect(length('end')).toBeGreaterThan(length('memory'));
  });
});

test('rules that need the full batch are left out where gradients are noisy or data is plenty', () => {
  const full = new Set(
    catalog.optimizers.filter(({ batch }) => batch === 'full').map(({ id }) => id),
  );
  const proposesFull = (answers: Answers) => ids(answers).some((id) => full.has(id));
  expect(allAnswers.filter(proposesFull).length).toBeGreaterThan(0);
  for (const answers of allAnswers)
    if (answers.noise === 'much' || answers.data === 'much')
      expect(proposesFull(answers), wordsOf(answers)).toBe(false);
});

test('the sizes of the race are said in a sentence', () => {
  expect(sizesOf(raceOf({}))).toBe('500 samples with noise 0.16, batches of 10, 200 steps.');
  expect(sizesOf(raceOf({ noise: 'little', gradients: 'costly' }))).toBe(
    '500 samples with noise 0, the full batch, 50,000 evaluated samples.',
  );
});

test('the texts of questions end with a question mark', () => {
  for (const id of questionIds) expect(questions[id].asks).toMatch(/^[A-Z].*\?$/);
});
