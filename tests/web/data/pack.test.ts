// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { mostPacked, pack, unpack } from '../../../web/src/data/pack.ts';
import { readNumbers, writeNumbers } from '../../../web/src/data/pack-numbers.ts';
import { fingerprint, type Prepared } from '../../../web/src/data/prepared.ts';
import { type Recipe, recipeFrom, recipeText } from '../../../web/src/data/recipe.ts';
import { describe as describeTable, described } from '../../../web/src/model/own-table.ts';
import { generator } from '../support.ts';

/** Random samples of random sizes, with numbers of many kinds. */
function samples(seed: number): Prepared {
  const next = generator(seed);
  const upTo = (n: number) => Math.floor(next() * n);
  const rows = 2 + upTo(40);
  const width = 1 + upTo(6);
  const classes = next() < 0.5 ? 0 : 2 + upTo(4);
  const kinds = [
    () => upTo(100) - 50,
    () => Math.round(next() * 1e4) / 100,
    () => next() * 1e-9,
    () => (next() - 0.5) * 1e30,
    () => upTo(2),
    () => -upTo(2 ** 31) * 2 ** 20,
  ];
  const columns = Array.from({ length: width }, () => kinds[upTo(kinds.length)] ?? next);
  return {
    name: `tábla ${seed}.csv`,
    inputNames: columns.map((_, i) => `x${i}`),
    targetName: 'y',
    classNames: Array.from({ length: classes }, (_, k) => `class ${k} “ü”`),
    task: classes > 0 ? 'classification' : 'regression',
    shape: { channels: 1, height: 1, width },
    inputs: Float64Array.from(
      { length: rows * width },
      (_, i) => (columns[i % width] ?? next)() + 0,
    ),
    targets: Float64Array.from({ length: rows }, () => (classes > 0 ? upTo(classes) : next())),
  };
}

describe('samples in a link', () => {
  test('come back with the same bits and names, from 500 tables', async () => {
    for (let seed = 1; seed <= 500; seed++) {
      const prepared = samples(seed);
      const text = await pack(prepared);
      expect(text).toMatch(/^d[\w-]+$/);
      const back = await unpack(text ?? '');
      expect(back).toEqual(prepared);
      expect(back && fingerprint(back)).toBe(fingerprint(prepared));
    }
  });

  test('with images keep their shape', async () => {
    const one = samples(7);
    const inputs = new Float64Array(one.targets.length * 6).map((_, i) => i % 255);
    const inputNames = Array.from({ length: 6 }, (_, i) => `pixel ${i}`);
    const images = { ...one, inputs, inputNames, shape: { channels: 1, height: 2, width: 3 } };
    expect(await unpack((await pack(images)) ?? '')).toEqual(images);
  });

  test('are short: 150 rows of four numbers with one decimal', async () => {
    const next = generator(3);
    const inputs = Float64Array.from({ length: 600 }, () => Math.round(next() * 60) / 10);
    const targets = Float64Array.from({ length: 150 }, (_, i) => Math.floor(i / 50));
    const flowers = { ...samples(1), inputs, targets, inputNames: ['a', 'b', 'c', 'd'] };
    const names = ['setosa', 'versicolor', 'virginica'];
    const text = await pack({
      ...flowers,
      classNames: names,
      task: 'classification',
      shape: { channels: 1, height: 1, width: 4 },
    });
    expect(text?.length).toBeLessThan(1200);
  });

  test('are left out where they are too many', async () => {
    const next = generator(5);
    const rows = 2000;
    const inputs = Float64Array.from({ length: 2 * rows }, () => next());
    const many = { ...samples(2), inputs, inputNames: ['a', 'b'] };
    const targets = new Float64Array(rows).map((_, i) => i % 2);
    const shape = { channels: 1, height: 1, width: 2 };
    expect(await pack({ ...many, targets, shape })).toBeUndefined();
    expect(mostPacked).toBeGreaterThan(4000);
  });

  test('that are damaged are refused, or have another fingerprint', async () => {
    const next = generator(11);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let seed = 1; seed <= 100; seed++) {
      const prepared = samples(seed);
      const text = (await pack(prepared)) ?? '';
      const at = 1 + Math.floor(next() * (text.length - 1));
      const other = alphabet[Math.floor(next() * 64)] ?? '';
      for (const damaged of [
        text.slice(0, at),
        text.slice(0, at) + other + text.slice(at + 1),
        text.slice(0, at) + other + text.slice(at),
      ]) {
        const back = await unpack(damaged);
        if (damaged === text || !back) continue;
        // The last character may have bits that mean nothing.
        expect([fingerprint(back) === fingerprint(prepared), damaged.slice(0, -1)]).toEqual([
          damaged.slice(0, -1) === text.slice(0, -1),
          damaged.slice(0, -1),
        ]);
      }
    }
  });

  test.each(['', 'd', 'dAAAA', 'd!', 'e123', 'f123', `d${'A'.repeat(9000)}`])(
    'are not in %j',
    async (text) => expect(await unpack(text)).toBeUndefined(),
  );
});

describe('numbers as bytes', () => {
  test.each([
    [[0.1, 0.2, 0.3]],
    [[1e30, -1e30, 1e-300, 5e-324]],
    [[2 ** 51 - 1, -(2 ** 51) + 1, 0]],
    [[1 / 3, 2 / 3]],
    [[0, 0, 0]],
    [[123456.789012345, -0.000000001]],
    [[]],
  ])('%j', (values) => {
    const bytes: number[] = [];
    writeNumbers(bytes, Float64Array.from(values));
    const from = { bytes: Uint8Array.from(bytes), at: 0 };
    expect([...readNumbers(from, values.length)]).toEqual(values);
    expect(from.at).toBe(bytes.length);
  });
});

describe('the description of a table', () => {
  const recipe: Recipe = {
    kinds: ['number', 'number', 'ignored', 'category', 'number'],
    target: 3,
    task: 'classification',
    missing: 'fill',
  };

  test('comes back', () => {
    const table = {
      name: 'größe (1).csv',
      rows: 3,
      columns: 5,
      recipe: 'x',
      read: { header: true },
    };
    expect(describeTable(table)).toMatch(/^f[\w-]+$/);
    expect(described(describeTable(table))).toEqual(table);
    expect(described('f')).toBeUndefined();
    expect(described('fAAAA')).toBeUndefined();
    expect(described(describeTable({ ...table, rows: -1 }))).toBeUndefined();
  });

  test('has the recipe as a short text', () => {
    expect(recipeText(recipe)).toBe('2n1i1c1n.3.c.f');
    expect(recipeFrom('2n1i1c1n.3.c.f', 5)).toEqual(recipe);
    for (const text of ['2n1i1c1n.5.c.f', '2n1i1c2n.3.c.f', '2n.1.c', '', '9999n.1.r.l', 3, null])
      expect(recipeFrom(text, 5)).toBeUndefined();
  });
});
