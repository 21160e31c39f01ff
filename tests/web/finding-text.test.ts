// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { Finding } from '../../wasm/types.ts';
import { tell } from '../../web/src/model/finding-text.ts';
import { withSetting } from '../../web/src/model/setting-path.ts';
import type { Settings } from '../../web/src/model/settings.ts';
import { catalog, decode } from './support.ts';

const settingsOf = (link: string): Settings => decode(`v=3&${link}`).settings;
const [racer] = settingsOf('run=sgd').racers;
const told = (finding: Finding) => racer && tell(catalog, racer, finding);

test('a finding is told with its numbers and the name of the setting', () => {
  const measured = { step: 1234, value: 10, triedSteps: 500, triedLoss: 0.123456 };
  const remedy = { path: 'optimizer.learningRate', value: 0.1 };
  expect(told({ fault: 'diverged', measured, cause: 'the loss is odd', remedy })).toEqual({
    name: 'Diverged',
    text: 'Stopped at step 1,234: the loss is odd. Its learning rate of 10 is too high for this problem. From the same start, 0.1 stays finite for 500 steps.',
    details: '',
    remedy: 'learning rate 0.1',
  });
});

test('a sentence is left out if the finding lacks what it quotes', () => {
  const found = told({ fault: 'diverged', measured: { step: 3 }, cause: 'the loss is odd' });
  expect(found?.text).toBe('Stopped at step 3: the loss is odd.');
  expect(found?.remedy).toBeUndefined();
});

test('a number is as short as its sentence needs', () => {
  const said = (step: number, triedLoss: number) => {
    const measured = { step, firstLoss: 2, lastLoss: 1, triedSteps: step, triedLoss };
    return told({ fault: 'rate-too-low', measured, remedy })?.text;
  };
  const remedy = { path: 'optimizer.learningRate', value: 0.1 };
  expect(said(12345, 0.0123456)).toContain('reaches 0.0123 in 12,345 steps.');
  expect(said(5, 1399.7)).toContain('reaches 1,400 in 5 steps.');
  expect(said(5, -1.2677460609e26)).toContain('reaches -1.27e26 in 5 steps.');
});

test('a remedy is named by its row, its choice, or its component', () => {
  const remedies = {
    'optimizer.clipNorm': [1, 'gradient clipping 1'],
    'problem.network.l2': [0.003, 'L2 penalty 0.003'],
    'problem.network.activation': ['relu', 'activation ReLU'],
    'optimizer.id': ['rmsprop', 'optimizer RMSProp'],
    'schedule.id': ['cosine', 'schedule Cosine'],
  } as const;
  for (const [path, [value, words]] of Object.entries(remedies))
    expect(told({ fault: 'diverged', measured: {}, remedy: { path, value } })?.remedy).toBe(words);
});

test('a fault that the catalog does not have yet is not told', () => {
  expect(
    racer && tell({ ...catalog, faults: [] }, racer, { fault: 'diverged', measured: {} }),
  ).toBe(undefined);
});

test('a remedy changes one setting, of one racer or of the problem', () => {
  const settings = settingsOf('run=sgd&run=adam');
  const change = (path: string) => withSetting(settings, 1, path, 0.5);
  const [first, second] = settings.racers;
  expect(change('optimizer.learningRate').racers).toEqual([
    first,
    {
      ...second,
      optimizer: { id: 'adam', values: { ...second?.optimizer.values, learningRate: 0.5 } },
    },
  ]);
  expect(change('schedule.warmupSteps').racers?.[1]?.schedule.values.warmupSteps).toBe(0.5);
  expect(change('problem.network.l2')).toEqual({ network: { ...settings.network, l2: 0.5 } });
  expect(change('problem.testFraction').problem?.testFraction).toBe(0.5);
  expect(change('problem.dataset.noise').dataset?.values.noise).toBe(0.5);
  const surface = withSetting(settingsOf('surface=saddle'), 0, 'problem.gradientNoise', 0.5);
  expect(surface.surface?.descent.gradientNoise).toBe(0.5);
});
