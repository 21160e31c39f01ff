// SPDX-License-Identifier: MIT
import { loadEngine } from 'fall-line/engine';
import { expect, test } from 'vitest';
import { fits, fittingChoices, offeredChoices } from '../../web/src/catalog/fitting-choices.ts';
import { decodeLink } from '../../web/src/model/links/decode.ts';
import { withDataset } from '../../web/src/playground/problem.ts';

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

test('a setting for classes is for data sets of classes, and another task resets it', () => {
  const rows = catalog.settings.network.filter(({ task }) => task);
  expect(rows.map(({ id }) => id)).toEqual(['labelSmoothing', 'balanceClasses']);
  for (const row of rows) {
    expect(fits(catalog, row, 'spiral')).toBe(true);
    expect(fits(catalog, row, 'sine')).toBe(false);
  }
  const { settings } = decodeLink(catalog, 'v=3&labelSmoothing=0.2&balanceClasses=true&l2=0.01');
  expect(settings.network).toMatchObject({ labelSmoothing: 0.2, balanceClasses: true });
  const moved = (id: string) =>
    withDataset(catalog, (_, __, change) => change, settings, id).network;
  expect(moved('circles')).toEqual(settings.network);
  expect(moved('sine')).toEqual({ ...settings.network, labelSmoothing: 0, balanceClasses: false });
});
