// SPDX-License-Identifier: MIT
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { OwnData } from '../../../wasm/types.ts';
import { csvOf } from '../../../web/src/results/csv.ts';
import { dataCsv } from '../../../web/src/results/data-csv.ts';
import { resultsCsv } from '../../../web/src/results/results-csv.ts';
import type { ShownData } from '../../../web/src/engine/thinned.ts';
import type { Racer } from '../../../web/src/race/racer.ts';
import { wholeData } from '../../../web/src/race/whole-data.ts';
import { byteImages, manySamples, raced } from './support.ts';

const read = (text: string): string[][] =>
  Papa.parse<string[]>(text, { skipEmptyLines: true }).data;

const csvOfData = async (data: ShownData, racer?: Racer): Promise<string> =>
  (await dataCsv(wholeData(data, racer))).text();

test('any text and every digit come back', () => {
  const rows = [
    ['plain', 'a "wide" name', 'one, two'],
    ['line\nbreak', '', 'ends with return\r'],
    [0.1 + 0.2, 5e-324, -1.7976931348623157e308],
  ];
  const back = read(csvOf(rows));
  expect(back.slice(0, 2)).toEqual(rows.slice(0, 2));
  expect(back[2]?.map(Number)).toEqual(rows[2]);
});

test('numbers that do not exist are empty', () => {
  expect(csvOf([['a', Number.NaN, 1]])).toBe('a,,1\r\n');
});

test('the data have all samples with their part', async () => {
  const { race } = await raced('dataset=moons&steps=2&run=sgd');
  const { data } = race;
  if (!data) throw new Error('The race has no data.');
  const [header, ...rows] = read(await csvOfData(data));
  expect(header).toEqual(['input1', 'input2', 'target', 'split']);
  expect(rows.map((row) => row.slice(0, 2).map(Number))).toEqual(data.inputs);
  expect(rows.map((row) => Number(row[2]))).toEqual(data.targets);
  const parts = rows.map((row) => row[3]);
  expect(data.test.every((index) => parts[index] === 'test')).toBe(true);
  expect(parts.filter((part) => part === 'train')).toHaveLength(data.train.length);
});

test.each([
  ['numbers, at once', manySamples],
  ['bytes, in several pieces', byteImages],
])('the data of a race with many samples have all of them: %s', async (_, own: OwnData) => {
  const { race } = await raced('steps=2&hidden=2&run=sgd', own);
  const { data } = race;
  const [racer] = race.racers;
  if (!data?.counts || !racer) throw new Error('The page has all samples.');
  const [, ...rows] = read(await csvOfData(data, racer));
  const width = data.inputs[0]?.length ?? 0;
  expect(rows.flatMap((row) => row.slice(0, width).map(Number))).toEqual(
    Array.from(own.inputs as ArrayLike<number | number[]>).flat(),
  );
  expect(rows.map((row) => Number(row[width]))).toEqual(own.targets);
  const whole = await racer.ask('data', []);
  const tested = rows.flatMap((row, place) => (row[width + 1] === 'test' ? [place] : []));
  expect(tested).toEqual([...(whole?.test ?? [])].sort((a, b) => a - b));
  expect(rows.length - tested.length).toBe(data.counts.train);
});

test('inputs and classes have the names of the table', async () => {
  const data = { inputs: [[1, 2]], targets: [1], train: [0], test: [] };
  const names = { inputs: ['width', 'a, b'], classes: ['cat', 'dog'] };
  const pieces = wholeData(data as unknown as ShownData, undefined);
  expect(read(await (await dataCsv(pieces, names)).text())).toEqual([
    ['width', 'a, b', 'target', 'split'],
    ['1', '2', 'dog', 'train'],
  ]);
});

test('several targets each have a column', async () => {
  const data = {
    inputs: [[1], [2]],
    targets: [
      [3, 4],
      [5, 6],
    ],
    train: [0],
    test: [1],
  };
  const [header, ...rows] = read(await csvOfData(data as unknown as ShownData));
  expect(header).toEqual(['input', 'target1', 'target2', 'split']);
  expect(rows).toEqual([
    ['1', '3', '4', 'train'],
    ['2', '5', '6', 'test'],
  ]);
});

test('the results are ranked as on the page, with settings in one cell', async () => {
  const subject = await raced('dataset=moons&steps=40&run=sgd&run=adam');
  const [header = [], ...rows] = read(resultsCsv(subject));
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
  const { standings } = subject.race.comparison;
  expect(column('racer')).toEqual(standings.map(({ racer }) => subject.names.get(racer.key)));
  expect(column('testLoss').map(Number)).toEqual(standings.map(({ loss }) => loss));
  expect(column('status')).toEqual(['finished', 'finished']);
  expect(column('settings')).toContain('η 0.01, β₁ 0.9, β₂ 0.999');
  expect(header).toEqual([
    ...['place', 'racer', 'optimizer', 'settings', 'status'],
    ...['step', 'epoch', 'samplesSeen', 'milliseconds'],
    ...['trainLoss', 'testLoss', 'trainAccuracy', 'testAccuracy'],
  ]);
});

test('on a surface the results have the points', async () => {
  const { header, row } = await raced('surface=rosenbrock&steps=5&run=adam').then((subject) => {
    const [first = [], second = []] = read(resultsCsv(subject));
    return { header: first, row: second };
  });
  expect(header).toEqual(expect.arrayContaining(['x', 'y']));
  expect(Number(row[header.indexOf('x')])).not.toBeNaN();
});
