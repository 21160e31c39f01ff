// SPDX-License-Identifier: MIT
// Ordinary runs are rarely told that something is wrong. `npm run diagnoses` asks far more of them.
import { expect, test } from 'vitest';
import { catalog, decode } from '../support.ts';
import { diagnosed, listed } from './census.ts';

const starts = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('the first race is told nothing, from any start', () => {
  const { racers } = decode('v=3').settings;
  const ids = racers.map(({ optimizer }) => optimizer.id);
  const runs = [...diagnosed('dataset=spiral', starts(20), 2000, ids)];
  expect(runs).toHaveLength(80);
  expect(runs.flatMap(listed)).toEqual([]);
});

test('few ordinary runs are told anything', () => {
  // Other rules take too long here.
  const cheap = catalog.optimizers.filter(
    ({ precision, needs }) => precision === undefined && needs.includes('gradient'),
  );
  const ids = cheap.map(({ id }) => id);
  const runs = ['blobs', 'spiral', 'xor', 'plane', 'sine', 'pinwheel'].flatMap((data) => [
    ...diagnosed(`dataset=${data}`, [1], 1000, ids),
  ]);
  expect(runs.length).toBeGreaterThan(150);
  const told = runs.flatMap(listed);
  expect(told.length, told.join('\n')).toBeLessThan(0.05 * runs.length);
});
