// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { remedyFor } from '../../web/src/race/remedy.ts';
import { catalog } from './support.ts';

const component = (id: string, values: Record<string, number>) =>
  remedyFor(catalog, { id, values });

test('a remedy is a tenth of the step size, whatever the optimizer calls it', () => {
  expect(component('sgd', { learningRate: 0.5 })).toMatchObject({ value: 0.5, better: 0.05 });
  expect(component('cma-es', { sigma: 2 })?.row.id).toBe('sigma');
  expect(component('cma-es', { sigma: 2 })?.better).toBe(0.2);
});

test('a step size beyond the slider comes back into its range', () => {
  expect(component('sgd', { learningRate: 1e6 })?.better).toBe(1);
});

test('an optimizer without a step size has no remedy', () => {
  // A smaller damping would lengthen its steps.
  expect(component('levenberg-marquardt', { mu: 0.1 })).toBeUndefined();
  expect(component('bfgs', { c1: 0.1 })).toBeUndefined();
});

test('every optimizer but those that find their step size by themselves has one', () => {
  const without = catalog.optimizers.filter(
    ({ hyperparameters }) => !hyperparameters.some(({ role }) => role === 'step-size'),
  );
  expect(without.map(({ id }) => id)).toEqual([
    'bfgs',
    'l-bfgs',
    'conjugate-gradient',
    'levenberg-marquardt',
    'particle-swarm',
  ]);
});
