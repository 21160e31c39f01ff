// SPDX-License-Identifier: MIT
// What races have beside a rule with its defaults: the same losses in 64 bits, step by step.
import { expect, test } from 'vitest';
import { pytorchScript } from '../../web/src/sharing/code/pytorch.ts';
import { otherSchedules, otherSettings, otherSettingsInPyTorch, problems } from './races.ts';
import { differences, linked, ownRaces, texts, tooLarge } from './support.ts';

const compared = (links: readonly string[]) => differences(pytorchScript, linked(links));

test('settings of rules other than the defaults', async () => {
  const found = await compared([
    'run=momentum,learningRate=0.05,momentum=0.8,dampening=0.5',
    ...otherSettings,
  ]);
  expect(tooLarge(found)).toEqual([]);
});

test('settings of rules that no script for Keras has', async () => {
  const found = await compared(otherSettingsInPyTorch);
  expect(tooLarge(found)).toEqual([]);
});

test('schedules and warm-ups', async () => {
  const schedules = Object.keys(texts.schedules);
  expect(schedules.length).toBeGreaterThan(5);
  const found = await compared([
    ...schedules.map((id) => `run=momentum,schedule=${id}`),
    ...otherSchedules,
  ]);
  expect(tooLarge(found)).toEqual([]);
});

test('losses, activations, penalties and kinds of data', async () => {
  const found = await compared(problems);
  expect(tooLarge(found)).toEqual([]);
});

test('wrappers', async () => {
  const found = await compared([
    'run=adam,lookahead,lookahead.k=3&run=sgd,sam,sam.rho=0.1',
    'run=momentum,weight-averaging,weight-averaging.start=0.25,weight-averaging.budget=200',
    'run=adam,lookahead,sam,weight-averaging,weight-averaging.start=0.25,weight-averaging.budget=200',
    'run=svrg,lookahead&run=aw-sgd,lookahead,weight-averaging,weight-averaging.start=0.25,weight-averaging.budget=200',
  ]);
  expect(tooLarge(found)).toEqual([]);
});

test('own data, and real data', async () => {
  const found = await differences(pytorchScript, await ownRaces());
  expect(Object.keys(found)).toHaveLength(4);
  expect(tooLarge(found)).toEqual([]);
});
