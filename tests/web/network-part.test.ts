// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import {
  type Column,
  holdsUnit,
  neighbour,
  shownPart,
  unitsOf,
} from '../../web/src/pictures/network/part.ts';

const shown = ({ layer, first, count, units }: Column) =>
  `${layer}: ${first} to ${first + count - 1} of ${units}`;

describe('the shown part of a network', () => {
  test('is all of a small one, inputs included', () => {
    const part = shownPart(2, [8, 8, 1]);
    expect(part.columns.map(shown)).toEqual([
      '-1: 0 to 1 of 2',
      '0: 0 to 7 of 8',
      '1: 0 to 7 of 8',
      '2: 0 to 0 of 1',
    ]);
    expect(part.gap).toBeUndefined();
  });

  test('is the first eight units of a wide layer, or those from a chosen one on', () => {
    expect(shownPart(30, [64, 3]).columns.map(shown)).toEqual([
      '-1: 0 to 7 of 30',
      '0: 0 to 7 of 64',
      '1: 0 to 2 of 3',
    ]);
    const firsts = new Map([
      [-1, 24],
      [0, 40],
    ]);
    expect(shownPart(30, [64, 3], firsts).columns.map(shown)).toEqual([
      '-1: 24 to 29 of 30',
      '0: 40 to 47 of 64',
      '1: 0 to 2 of 3',
    ]);
  });

  test('has units even if a layer has fewer than before', () => {
    expect(shownPart(2, [4, 1], new Map([[0, 40]])).columns.map(shown)[1]).toBe('0: 3 to 3 of 4');
  });

  test('leaves out the hidden layers in the middle of a deep one', () => {
    const layers = (hidden: number) =>
      shownPart(2, [...new Array<number>(hidden).fill(4), 1]).columns.map(({ layer }) => layer);
    expect(layers(6)).toEqual([-1, 0, 1, 2, 3, 4, 5, 6]);
    expect(layers(12)).toEqual([-1, 0, 1, 2, 9, 10, 11, 12]);
    const { gap, columns } = shownPart(2, [...new Array<number>(12).fill(4), 1]);
    expect(gap).toEqual({ after: 3, from: 4, to: 9, hidden: 12 });
    // The gap is after the third hidden layer.
    expect(columns[gap?.after ?? 0]?.layer).toBe(2);
    expect(shownPart(2, [...new Array<number>(7).fill(4), 1]).gap).toMatchObject({
      from: 4,
      to: 4,
    });
  });

  test('of a linear model is its inputs and outputs', () => {
    expect(shownPart(3, [1]).columns.map(shown)).toEqual(['-1: 0 to 2 of 3', '0: 0 to 0 of 1']);
  });

  test('holds the units that it shows', () => {
    const part = shownPart(2, [20, 1], new Map([[0, 8]]));
    expect(holdsUnit(part, { layer: 0, unit: 8 })).toBe(true);
    expect(holdsUnit(part, { layer: 0, unit: 15 })).toBe(true);
    expect(holdsUnit(part, { layer: 0, unit: 7 })).toBe(false);
    expect(holdsUnit(part, { layer: 0, unit: 16 })).toBe(false);
    expect(holdsUnit(part, { layer: 5, unit: 0 })).toBe(false);
    expect(unitsOf(part.columns[1] as Column).map(({ unit }) => unit)).toEqual([
      8, 9, 10, 11, 12, 13, 14, 15,
    ]);
  });
});

describe('the neighbour of a unit', () => {
  const part = shownPart(2, [20, 4, 1], new Map([[0, 8]]));

  test('is above or below it, within its column', () => {
    expect(neighbour(part, { layer: 0, unit: 9 }, 'up')).toEqual({ layer: 0, unit: 8 });
    expect(neighbour(part, { layer: 0, unit: 8 }, 'up')).toEqual({ layer: 0, unit: 8 });
    expect(neighbour(part, { layer: 0, unit: 15 }, 'down')).toEqual({ layer: 0, unit: 15 });
    expect(neighbour(part, { layer: 0, unit: 12 }, 'first')).toEqual({ layer: 0, unit: 8 });
    expect(neighbour(part, { layer: 0, unit: 12 }, 'last')).toEqual({ layer: 0, unit: 15 });
  });

  test('in the next column is the one at the same height', () => {
    // Four units beside eight: the first of them is at the height of the third.
    expect(neighbour(part, { layer: 0, unit: 10 }, 'right')).toEqual({ layer: 1, unit: 0 });
    expect(neighbour(part, { layer: 1, unit: 0 }, 'left')).toEqual({ layer: 0, unit: 10 });
    expect(neighbour(part, { layer: 0, unit: 8 }, 'right')).toEqual({ layer: 1, unit: 0 });
    expect(neighbour(part, { layer: 0, unit: 15 }, 'right')).toEqual({ layer: 1, unit: 3 });
    expect(neighbour(part, { layer: 2, unit: 0 }, 'left')).toEqual({ layer: 1, unit: 2 });
  });

  test('beyond the first and the last column is the unit itself', () => {
    expect(neighbour(part, { layer: -1, unit: 1 }, 'left')).toEqual({ layer: -1, unit: 1 });
    expect(neighbour(part, { layer: 2, unit: 0 }, 'right')).toEqual({ layer: 2, unit: 0 });
  });

  test('crosses the layers that are left out', () => {
    const deep = shownPart(2, [...new Array<number>(10).fill(3), 1]);
    expect(neighbour(deep, { layer: 2, unit: 1 }, 'right')).toEqual({ layer: 7, unit: 1 });
  });
});
