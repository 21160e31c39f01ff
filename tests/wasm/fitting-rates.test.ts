// SPDX-License-Identifier: MIT
// The learning rates for links that leave them out must come from tests/reference/fitting-rates.js. Its cheapest parts are repeated here.
import { describe, expect, test } from 'vitest';
import { linkDefaults } from '../../web/src/model/links/defaults.ts';
import { slowWhenWide, networkKinds } from '../reference/network-kinds.js';
import { bestOnNetworks } from '../reference/network-rate.js';
import { alwaysDefault } from '../reference/not-swept.js';
import { bestOnSurface } from '../reference/surface-rate.js';
import { rates as tried } from '../reference/sweep.js';
import { engines } from './support.ts';

const { catalog } = engines.float32;
const swept = catalog.optimizers.filter(
  ({ id, hyperparameters }) =>
    hyperparameters.some((row) => row.id === 'learningRate') && !(id in alwaysDefault),
);
const { surfaces = {}, networks = [] } = linkDefaults.rates ?? {};

test('every surface and every kind of network is there', () => {
  expect(Object.keys(surfaces)).toEqual(catalog.surfaces.map(({ id }) => id));
  expect(networks.map(({ from }) => from)).toEqual(networkKinds.map(({ from }) => from));
});

test('every rule with a rate was swept on every kind of network, or is too slow', () => {
  for (const [index, { from }] of networkKinds.entries()) {
    const slow = from.weights > 0 ? slowWhenWide : [];
    const expected = swept.filter(({ id }) => !slow.includes(id)).map(({ id }) => id);
    expect(Object.keys(networks[index]?.rates ?? {})).toEqual(expected);
  }
});

test('every rate was tried', () => {
  for (const rate of [...Object.values(surfaces), ...networks.map(({ rates }) => rates)].flatMap(
    Object.values,
  ))
    expect(tried).toContain(rate);
});

test.each(catalog.surfaces)('the race of $id opens with its rates', ({ id, race }) => {
  for (const { optimizer, learningRate } of race)
    expect(surfaces[id]?.[optimizer]).toBe(learningRate);
});

describe.each(['himmelblau', 'saddle'])('on %s', (id) => {
  const surface = catalog.surfaces.find((entry) => entry.id === id);
  test.each(Object.entries(surfaces[id] ?? {}))('%s at %d is the best', (rule, rate) => {
    expect(surface && bestOnSurface(engines.float64, surface, rule)).toBe(rate);
  });
});

test('on small networks of images, Adam has its best rate', () => {
  const [, kind] = networkKinds;
  const adam = swept.find(({ id }) => id === 'adam');
  expect(kind && adam && bestOnNetworks(engines.float32, kind, adam)).toBe(networks[1]?.rates.adam);
});
