// SPDX-License-Identifier: MIT
// Default learning rates must be those of the sweep by tests/reference/rates.js.
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

/** What to do if a test here fails. */
const remedy = (id: string) => `Run: npm run references -- ${id}`;

test('every rule with a learning rate was swept, or is listed as an exception', () => {
  const known = new Set([...Object.keys(rules), ...Object.keys(notSwept)]);
  for (const id of defaults.keys()) expect([...known], remedy(id)).toContain(id);
  for (const id of known) expect([...defaults.keys()]).toContain(id);
});

describe.each(Object.entries(rules))('%s', (id, { best, losses }) => {
  test('the default rate is the best of the sweep', () => {
    expect(losses).toHaveLength(rates.length);
    expect(best).toBe(rates[losses.indexOf(Math.min(...losses))]);
    expect(defaults.get(id), remedy(id)).toBe(best);
  });

  test('the best rate is not at an end of the sweep', () => {
    expect(best).toBeGreaterThan(Math.min(...rates));
    expect(best).toBeLessThan(Math.max(...rates));
  });
});
