// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { families, found } from '../../web/src/catalog/families.ts';
import { catalog } from './support.ts';

const idsOf = (list: ReturnType<typeof families>) =>
  list.flatMap(({ entries }) => entries.map(({ id }) => id));

test('every optimizer is in its family, both in the order of the catalog', () => {
  const all = families(catalog);
  expect(new Set(idsOf(all))).toEqual(new Set(catalog.optimizers.map(({ id }) => id)));
  expect(idsOf(all)).toHaveLength(catalog.optimizers.length);
  expect(all[0]?.entries[0]).toBe(catalog.optimizers[0]);
  for (const { name, entries } of all) {
    expect(entries.map(({ family }) => family)).toEqual(entries.map(() => name));
    const order = entries.map((entry) => catalog.optimizers.indexOf(entry));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  }
});

test('an optimizer is found by name, id, family, summary, or author, in any case', () => {
  const adam = catalog.optimizers.find(({ id }) => id === 'adam');
  for (const query of ['ADAM', 'kingma', 'adaptive   adam', adam?.summary ?? '']) {
    expect(idsOf(found(catalog, query)), query).toContain('adam');
  }
  expect(idsOf(found(catalog, 'kingma'))).not.toContain('sgd');
  expect(found(catalog, 'no such thing')).toEqual([]);
});
