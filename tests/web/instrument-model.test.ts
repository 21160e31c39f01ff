// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { InstrumentEntry } from '../../wasm/types.ts';
import {
  abscissasOf,
  type InstrumentLine,
  layerLines,
  racerLines,
  readable,
  valueAt,
} from '../../web/src/chart/instrument-lines.ts';
import { instrumentModel } from '../../web/src/chart/instrument-model.ts';
import { byLack } from '../../web/src/components/instruments/by-lack.ts';
import { kindOf } from '../../web/src/model/problem-kinds.ts';
import type { Race } from '../../web/src/race/race.ts';
import type { Racer } from '../../web/src/race/racer.ts';
import { racer, records } from './curve.ts';
import { decode } from './support.ts';

const none = Number.NaN;
const steps = [0, 1, 2, 3];
const two = [0, 1].map((key) => racer(key, records(steps, steps)) as unknown as Racer);
const names = new Map([
  [0, 'SGD'],
  [1, 'Adam'],
]);
const instrument = (more: Partial<InstrumentEntry>) =>
  ({ per: 'run', series: [], scale: 'linear', ...more }) as InstrumentEntry;
const values = (...y: number[]) => Float64Array.from(y);
const { settings } = decode('v=3&steps=3');
const race = { kind: kindOf(settings), racers: two, ghosts: [], limit: 3 } as unknown as Race;

const line = (y: number[], more: Partial<InstrumentLine> = {}): InstrumentLine => ({
  slot: 0,
  dash: [],
  name: 'SGD',
  title: 'SGD',
  x: values(...y.map((_, x) => x)),
  y: values(...y),
  wild: false,
  ...more,
});

test('every racer has a line for each series, and the first with values bears its name', () => {
  const columns = ({ key }: Racer) =>
    key === 0
      ? [values(1, 2, 3, 4), values(5, 6, 7, 8)]
      : [values(none, none, none, none), values(1, 1, 1, 1)];
  const read = {
    instrument: instrument({ series: ['test', 'train'] }),
    axis: 'steps',
    columns,
  } as const;
  const lines = racerLines(read, two, names);
  expect(lines.map(({ name, title }) => [name, title])).toEqual([
    ['SGD', 'SGD, test'],
    ['', 'SGD, train'],
    ['Adam', 'Adam, train'],
  ]);
  expect(lines[2]?.slot).toBe(two[1]?.settings.slot);
});

test('a threshold has a dash of its own and a name, unless there are many racers', () => {
  const columns = () => [values(1, 2, 3, 4), values(9, 9, 9, 9)];
  const read = {
    instrument: instrument({ series: ['curvature', 'threshold'], limit: 1 }),
    axis: 'steps',
    columns,
  } as const;
  const namesOf = (racers: Racer[]) => racerLines(read, racers, names).map(({ name }) => name);
  expect(namesOf(two.slice(0, 1))).toEqual(['SGD', 'threshold']);
  expect(namesOf(two)).toEqual(['SGD', 'SGD, threshold', 'Adam', 'Adam, threshold']);
  expect(namesOf([...two, ...two])).toContain('');
  const lines = racerLines(read, [...two, ...two], names);
  expect(readable(lines).map(({ name }) => name)).toContain('SGD, threshold');
  expect(new Set(lines.map(({ isLimit, dash }) => `${isLimit} ${dash}`)).size).toBeGreaterThan(1);
  const { lines: drawn } = instrumentModel(lines, race, settings, read.instrument);
  expect(drawn.slice(0, 2).map(({ kind }) => kind)).toEqual(['main', 'limit']);
});

test('records that the curve has not got yet are not drawn', () => {
  const columns = () => [values(1, 2, 3, 4, 5, 6)];
  const read = { instrument: instrument({}), axis: 'steps', columns } as const;
  const [first] = racerLines(read, two, names);
  expect(Array.from(first?.y ?? [])).toEqual([1, 2, 3, 4]);
  expect(Array.from(first?.x ?? [])).toEqual(steps);
});

test('layers have dashes of their own in the colour of their racer', () => {
  const columns = () => [values(1), values(2), values(3)];
  const [, adam] = two;
  if (!adam) throw new Error('Adam is missing.');
  const all = layerLines(
    { instrument: instrument({ per: 'layer' }), axis: 'steps', columns },
    adam,
  );
  expect(all.map(({ name }) => name)).toEqual(['layer 1', 'layer 2', 'output layer']);
  expect(new Set(all.map(({ dash }) => dash.join())).size).toBe(3);
  expect(new Set(all.map(({ slot }) => slot))).toEqual(new Set([adam.settings.slot]));
  const hidden = layerLines(
    { instrument: instrument({ per: 'hidden-layer' }), axis: 'steps', columns },
    adam,
  );
  expect(hidden.map(({ title }) => title)).toEqual(['Layer 1', 'Layer 2', 'Layer 3']);
});

test('a value is that of the last record at or before the place', () => {
  const read = line([4, 5, 6]);
  expect([-1, 0, 0.5, 2, 9].map((at) => valueAt(read, at))).toEqual([none, 4, 4, 6, 6]);
  expect(Array.from(abscissasOf([line([1]), read, line([1, 2])]))).toEqual([0, 1, 2]);
});

test('the frame holds all lines but those of racers that diverged', () => {
  const tame = line([1, 2, 8]);
  const wild = line([1, 1e30], { wild: true, name: 'Adam' });
  const log = instrument({ scale: 'log' });
  expect(instrumentModel([tame, wild], race, settings, log).y).toEqual({ min: 1, max: 10 });
  expect(instrumentModel([wild], race, settings, log).y).toEqual({ min: 1, max: 1e30 });
  expect(instrumentModel([], race, settings, log).y).toEqual({ min: 0.1, max: 1 });
  const linear = instrument({});
  expect(instrumentModel([line([-3, 0.4])], race, settings, linear).y).toEqual({
    min: -5,
    max: 0.5,
  });
  expect(instrumentModel([tame], race, settings, instrument({ most: 180 })).y).toEqual({
    min: 0,
    max: 180,
  });
});

test('on a logarithmic scale, tiny values are drawn at the lowest label', () => {
  const log = instrument({ scale: 'log' });
  const { lines } = instrumentModel([line([1, 1e-20])], race, settings, log);
  expect(lines[0]?.points.at(-1)).toEqual({ x: 1, y: 1e-12 });
});

test('on a logarithmic scale, zeros are left out', () => {
  const { lines, x } = instrumentModel(
    [line([1, 0, 4])],
    race,
    settings,
    instrument({ scale: 'log' }),
  );
  expect(lines[0]?.points).toEqual([
    { x: 0, y: 1 },
    { x: 2, y: 4 },
  ]);
  expect(x).toEqual({ min: 0, max: 3 });
});

test('lines without names are beside the others, and all share the points', () => {
  const long = Array.from({ length: 5000 }, (_, x) => Math.sin(x));
  const lines = Array.from({ length: 40 }, (_, slot) => [
    line(long, { slot }),
    line(long, { slot, name: '' }),
  ]).flat();
  const model = instrumentModel(lines, race, settings, instrument({}));
  const besides = model.lines.filter(({ kind }) => kind === 'beside');
  expect(besides.map(({ name }) => name)).toEqual(Array(40).fill(''));
  const points = model.lines.reduce((sum, one) => sum + one.points.length, 0);
  expect(points).toBeLessThanOrEqual(1200);
  expect(points).toBeGreaterThan(600);
});

test('what lacks the same is named together', () => {
  expect(byLack([])).toBe('');
  expect(
    byLack([
      ['A', 'a network'],
      ['B', ''],
      ['C', 'the full batch'],
      ['D', 'a network'],
    ]),
  ).toBe('Needs a network: A, D. Needs the full batch: C.');
});
