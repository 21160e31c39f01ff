// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { Problem } from '../../wasm/types.ts';
import { unavailableRules, whyUnavailable } from '../../web/src/model/unavailable.ts';
import { catalog, decode, engines } from './support.ts';

const unavailable = (link: string) =>
  unavailableRules(catalog, decode(link).settings, async (precision, settings) =>
    engines[precision].check(settings),
  );

const squares = catalog.optimizers.filter(({ needs }) => needs.includes('residuals'));

test('a rule that needs a sum of squares is unavailable with other losses', async () => {
  expect(squares.length).toBeGreaterThan(0);
  const spiral = await unavailable('dataset=spiral');
  for (const { id } of squares) expect(spiral.get(id)).toMatch(/^needs a sum of squares/);
  expect(spiral.has('adam')).toBe(false);
});

test('no rule is unavailable for its precision, because each is checked in the one it would use', async () => {
  expect([...(await unavailable('dataset=sine'))]).toEqual([]);
  expect([...(await unavailable('dataset=sine&precision=float64'))]).toEqual([]);
});

test('a large network is too large for rules with n × n matrices', async () => {
  const large = await unavailable('dataset=sine&hidden=40,40');
  expect(large.get('newton')).toMatch(/^needs at most 500 parameters, and this network has 1761$/);
  expect(large.has('l-bfgs')).toBe(false);
});

test('a refusal for another reason does not make the rule unavailable', () => {
  const value = { path: '', rule: '', value: '', message: '' };
  const batch: Problem = { ...value, code: 'out-of-domain' };
  const clipping: Problem = { ...value, code: 'unfit', reason: 'uses no gradient' };
  expect(whyUnavailable([])).toBeUndefined();
  expect(whyUnavailable([batch, clipping])).toBeUndefined();
  const unmet: Problem = { ...value, code: 'unmet-need', reason: 'needs more' };
  expect(whyUnavailable([batch, unmet])).toBe('needs more');
});
