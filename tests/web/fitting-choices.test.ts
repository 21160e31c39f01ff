// SPDX-License-Identifier: MIT
import { loadEngine } from 'fall-line/engine';
import { expect, test } from 'vitest';
import { fittingChoices, offeredChoices } from '../../web/src/catalog/fitting-choices.ts';

const { catalog } = await loadEngine();
const lossRow = catalog.settings.network.find(({ id }) => id === 'loss');
const losses = (dataset: string) => (lossRow ? fittingChoices(catalog, lossRow, dataset) : []);

test('a loss is offered for the tasks it is defined for', () => {
  const ids = losses('sine').map(({ id }) => id);
  expect(ids).toContain('huber');
  expect(ids).not.toContain('hinge');
});

test('the default has the name of the loss it stands for, which is not offered twice', () => {
  const [first] = losses('spiral');
  expect(first).toEqual({ id: '', name: 'cross-entropy' });
  const names = offeredChoices(losses('spiral'), '').map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('the default loss is also offered by its id if a link names it', () => {
  const ids = offeredChoices(losses('spiral'), 'cross-entropy').map(({ id }) => id);
  expect(ids).toContain('cross-entropy');
});
