// SPDX-License-Identifier: MIT
// Keras scripts repeat the engine's races. Where Keras is not installed, stand-in/keras.py takes its place.
import { expect, test } from 'vitest';
import { kerasScript } from '../../web/src/sharing/code/keras.ts';
import { otherSchedules, otherSettings, problems, raceOf } from './races.ts';
import { differences, linked, ownRaces, texts, tooLarge } from './support.ts';

const compared = (links: readonly string[]) => differences(kerasScript, linked(links));

const ids = Object.entries(texts.optimizers)
  .filter(([, { keras, rule }]) => keras.call ?? rule)
  .map(([id]) => id);

test('enough rules have a class or an optimizer of Keras', () => {
  expect(ids.length).toBeGreaterThan(25);
});

// One by one, so that a new rule can be tested alone.
test.each(ids)('%s trains as the engine does', async (id) => {
  const found = await compared([raceOf(id)]);
  expect(Object.keys(found)).toHaveLength(1);
  expect(tooLarge(found)).toEqual([]);
});

test('settings of rules other than the defaults', async () => {
  const found = await compared([
    'run=momentum,learningRate=0.05,momentum=0.8,dampening=0.5&run=sgd,learningRate=1,clipNorm=0.05',
    ...otherSettings,
  ]);
  expect(tooLarge(found)).toEqual([]);
});

test('schedules and warm-ups', async () => {
  const schedules = Object.keys(texts.schedules);
  expect(schedules.length).toBeGreaterThan(5);
  const found = await compared([
    ...schedules.map((id) => `run=momentum,schedule=${id}&run=nesterov,schedule=${id}`),
    ...otherSchedules,
  ]);
  expect(tooLarge(found)).toEqual([]);
});

test('losses, activations, penalties and kinds of data', async () => {
  const found = await compared(problems);
  expect(tooLarge(found)).toEqual([]);
});

test('own data, and real data', async () => {
  const found = await differences(kerasScript, await ownRaces());
  expect(Object.keys(found)).toHaveLength(4);
  expect(tooLarge(found)).toEqual([]);
});
