// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { curvesCsv } from '../../../web/src/results/curves-csv.ts';
import { open, reached } from '../race-support.ts';

async function csvOf(link: string, names: string[]) {
  const race = await open(`speed=max&${link}`);
  race.play();
  await reached(race, 'finished');
  const named = new Map(race.racers.map(({ key }, i) => [key, names[i] ?? '']));
  const [header = '', ...lines] = curvesCsv(race.racers, named).split('\r\n');
  return { race, header: header.split(','), lines };
}

test('every record of every racer is a line, with all digits', async () => {
  const { race, header, lines } = await csvOf('steps=20&run=sgd&run=adam', ['SGD', 'Adam']);
  expect(header).toEqual([
    'racer',
    ...['step', 'epoch', 'samplesSeen', 'milliseconds'],
    ...['trainLoss', 'testLoss', 'trainAccuracy', 'testAccuracy'],
    ...['weightNorm1', 'weightNorm2', 'weightNorm3', 'learningRate'],
  ]);
  expect(lines.pop()).toBe('');
  const table = lines.map((line) => line.split(','));
  const column = header.indexOf('trainLoss');
  const losses = race.racers.flatMap(({ curve }) => [...curve.column('trainLoss')]);
  expect(losses.length).toBeGreaterThan(20);
  expect(table.map((cells) => Number(cells[column]))).toEqual(losses);
  expect(new Set(table.map(([name]) => name))).toEqual(new Set(['SGD', 'Adam']));
  // No rate was used before the first step.
  expect(table[0]?.[header.indexOf('learningRate')]).toBe('');
});

test('on a surface there are coordinates, and no columns of a network', async () => {
  const { header, lines } = await csvOf('surface=rosenbrock&steps=3&run=sgd', ['a "wide", name']);
  expect(header).toEqual([
    ...['racer', 'step', 'epoch', 'samplesSeen', 'milliseconds', 'trainLoss'],
    ...['x', 'y', 'learningRate'],
  ]);
  expect(lines[0]).toMatch(/^"a ""wide"", name",0,/);
});
