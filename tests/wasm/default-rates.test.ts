// SPDX-License-Identifier: MIT
// Default rates come from the sweep that tests/reference/rates.js has written, never from taste.
import { describe, expect, test } from 'vitest';
import { notSwept } from '../reference/not-swept.js';
import sweep from '../reference/rates.json' with { type: 'json' };
import { engines } from './support.ts';

const { rates, rules } = sweep;
const { optimizers } = engines.float32.catalog;
const defaults = new Map(
  optimizers.flatMap(({ id, hyperparameters }) => {
    const rate = hyperparameters.find((row) => row.id === 'learningRate');
    return rate ? [[id, rate.default] as const] : [];
  }),
);

test('every rule that has a rate was swept, or cannot be', () => {
  expect([...Object.keys(rules), ...Object.keys(notSwept)].sort()).toEqual(
    [...defaults.keys()].sort(),
  );
});

describe.each(Object.entries(rules))('%s', (id, { best, losses }) => {
  test('its default rate is the best of the sweep', () => {
    expect(losses).toHaveLength(rates.length);
    expect(best).toBe(rates[losses.indexOf(Math.min(...losses))]);
    expect(defaults.get(id)).toBe(best);
  });

  test('and lies within the rates that were tried', () => {
    expect(best).toBeGreaterThan(Math.min(...rates));
    expect(best).toBeLessThan(Math.max(...rates));
  });
});
