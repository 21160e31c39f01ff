// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
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
  const [entry] = catalog.optimizers;
  if (!entry) throw new Error('The catalog is empty.');
  const problem = { path: 'problem.batchSize', rule: 'must be above 0', value: '0', message: '' };
  expect(whyUnavailable(entry, [])).toBeUndefined();
  expect(whyUnavailable(entry, [problem])).toBeUndefined();
  const rule = `must be a rule for this problem: ${entry.id} needs more`;
  expect(whyUnavailable(entry, [problem, { ...problem, path: 'optimizer.id', rule }])).toBe(
    'needs more',
  );
});
