// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { shownPart } from '../../web/src/pictures/network/part.ts';
import {
  curveBetween,
  distanceTo,
  leastPitch,
  placement,
  rowPitch,
  unitSize,
} from '../../web/src/pictures/network/placement.ts';
import { placeOf, rampsOf } from '../../web/src/pictures/network/signs.ts';
import { type Cells, drawCells, meanOfChannels } from '../../web/src/pictures/network/tile.ts';
import type { Rgb } from '../../web/src/pictures/palette.ts';

const { fine, coarse } = leastPitch;

describe('the places of units', () => {
  test('fill the room in even columns, each centred', () => {
    const { units, columns, height, width } = placement(shownPart(2, [4, 1]), 400, fine);
    expect(height).toBe(4 * rowPitch);
    expect(width).toBeLessThanOrEqual(400);
    const [one = 0, two = 0, three = 0] = columns;
    expect(two - one).toBe(three - two);
    expect(units.filter(({ layer }) => layer === 0).map(({ y }) => y)).toEqual([23, 69, 115, 161]);
    expect(units.filter(({ layer }) => layer === -1).map(({ y }) => y)).toEqual([69, 115]);
    expect(units.filter(({ layer }) => layer === 1).map(({ y }) => y)).toEqual([92]);
  });

  test('are wider than the room if lines could not be told apart', () => {
    const part = shownPart(2, [4, 4, 4, 4, 4, 1]);
    for (const least of [fine, coarse]) {
      const { columns, width } = placement(part, 200, least);
      expect((columns[1] ?? 0) - (columns[0] ?? 0)).toBe(least);
      expect(width).toBeGreaterThan(200);
    }
  });

  test('of the first race fit on a phone', () => {
    expect(placement(shownPart(2, [8, 8, 1]), 327, coarse).width).toBeLessThanOrEqual(327);
  });
});

describe('a line between units', () => {
  const from = { layer: 0, unit: 0, x: 50, y: 20 };
  const to = { layer: 1, unit: 0, x: 250, y: 180 };
  const curve = curveBetween(from, to);

  test('begins and ends at their edges', () => {
    expect(curve[0]).toEqual([50 + unitSize / 2, 20]);
    expect(curve[3]).toEqual([250 - unitSize / 2, 180]);
  });

  test('is near a pointer on it, and far from one beside it', () => {
    expect(distanceTo(curve, 150, 100)).toBeLessThan(1);
    expect(distanceTo(curve, 69, 20)).toBeLessThan(1);
    expect(distanceTo(curve, 150, 20)).toBeGreaterThan(25);
  });
});

describe('the cells of a picture', () => {
  const grey = (level: number): Rgb => [level, level, level];
  const palette = {
    card: grey(255),
    ink: grey(0),
    classes: [[0, 0, 200] as Rgb, [200, 100, 0] as Rgb],
  };
  const { signs } = rampsOf(palette);

  function drawn(cells: Cells, scale: number, size: number) {
    const image = { width: size, height: size, data: new Uint8ClampedArray(4 * size * size) };
    drawCells(image as unknown as ImageData, 0, size, cells, scale, signs);
    return (x: number, y: number) => [
      ...image.data.slice(4 * (y * size + x), 4 * (y * size + x) + 3),
    ];
  }
  const cells = (values: number[], smooth = false): Cells => ({
    columns: 2,
    rows: 1,
    values,
    smooth,
  });

  test('have the colour of the card at 0 and for what is not a number', () => {
    const at = drawn(cells([0, Number.NaN]), 1, 20);
    expect(at(4, 10)).toEqual([255, 255, 255]);
    expect(at(14, 10)).toEqual([255, 255, 255]);
  });

  test('are paler for smaller numbers, and no stronger beyond the scale', () => {
    const half = drawn(cells([0.5, 0.5]), 1, 20)(4, 10);
    const full = drawn(cells([1, 7]), 1, 20);
    expect(full(4, 10)).toEqual(full(14, 10));
    expect(half[2]).toBeGreaterThan(full(4, 10)[2] ?? 255);
  });

  test('have stripes only where they are negative, so signs differ without colours', () => {
    const at = drawn(cells([-1, 1]), 1, 20);
    const colours = (left: number) =>
      new Set(Array.from({ length: 8 }, (_, x) => at(left + x, 10).join()));
    expect(colours(1).size).toBe(2);
    expect(colours(11).size).toBe(1);
  });

  test('leave a margin beside an image that is not square', () => {
    const at = drawn(cells([1, 1]), 1, 20);
    expect(at(4, 1)).toEqual([255, 255, 255]);
    expect(at(4, 10)).not.toEqual([255, 255, 255]);
  });

  test('blend into each other if they are smooth', () => {
    const square: Cells = { columns: 2, rows: 2, values: [0, 1, 0, 1], smooth: true };
    const at = drawn(square, 1, 20);
    const blues = [4, 8, 12, 15].map((x) => at(x, 10)[2] ?? 0);
    expect(blues).toEqual([...blues].sort((a, b) => b - a));
    expect(new Set(blues).size).toBe(4);
  });

  test('take the mean of the channels', () => {
    const shape = { channels: 2, height: 1, width: 3 };
    expect([...meanOfChannels([1, 2, 3, 3, 2, -3], shape)]).toEqual([2, 2, 0]);
  });

  test('read the ramp from -1 to 1', () => {
    expect(placeOf(-1)).toBe(0);
    expect(placeOf(1)).toBe(signs.plain.length - 3);
    expect(placeOf(-9)).toBe(placeOf(-1));
    expect(placeOf(Number.NaN)).toBe(placeOf(0));
  });
});
