// SPDX-License-Identifier: MIT
// What the rules draw on a surface, up to the pixels.
import { describe, expect, test } from 'vitest';
import type { Mark, MarkEntry, MarkKind } from '../../wasm/types.ts';
import { type Place, sliceThrough } from '../../web/src/pictures/local-model.ts';
import { magnification } from '../../web/src/pictures/marks/arrow.ts';
import { halfSides } from '../../web/src/pictures/marks/box.ts';
import { captionsOf } from '../../web/src/pictures/marks/captions.ts';
import { halfAxes } from '../../web/src/pictures/marks/curvature.ts';
import { freeBox } from '../../web/src/pictures/marks/draw-labels.ts';
import {
  leanRight,
  type ShownMark,
  shownMarks,
  stepsOf,
} from '../../web/src/pictures/marks/rule-marks.ts';
import { farthestTrial, trialsOn } from '../../web/src/pictures/marks/trials-on-slice.ts';
import { catalog } from './support.ts';

const entry = (name: string, kind: MarkKind, steps = 1): MarkEntry => ({
  name,
  kind,
  label: `The ${name}`,
  doc: '',
  steps,
});
const mark = (name: string, points: number[], more: Partial<Mark> = {}): Mark => ({
  name,
  points: Float64Array.from(points),
  values: new Float64Array(),
  ...more,
});
const shown = (kind: MarkKind, points: number[], more: Partial<Mark> = {}): ShownMark => ({
  entry: entry(kind, kind),
  mark: mark(kind, points, more),
  age: 0,
});
const caption = (...marks: ShownMark[]) =>
  captionsOf([...new Set(marks.map((each) => each.entry))], marks).map(({ text }) => text);

test('each mark is shown for as many steps as its entry says, the newest last', () => {
  const entries = [entry('moves', 'trials', 2), entry('velocity', 'arrow')];
  expect(stepsOf(entries)).toBe(2);
  expect(stepsOf([])).toBe(0);
  const steps = [0, 1, 2].map((age) => [
    mark('moves', [age, 0]),
    mark('velocity', [0, 0, age, 0]),
    mark('unknown', []),
  ]);
  const all = shownMarks(entries, steps);
  expect(all.map(({ mark: { name }, age }) => [name, age])).toEqual([
    ['moves', 1],
    ['velocity', 0],
    ['moves', 0],
  ]);
});

describe('captions', () => {
  test('give the numbers of each kind', () => {
    const values = (...numbers: number[]) => ({ values: Float64Array.from(numbers) });
    expect(caption(shown('arrow', [1, 1, 4, 5]))).toEqual(['The arrow, length 5.00']);
    expect(caption(shown('point', [1, -2]))).toEqual(['The point at 1.00, -2.00']);
    expect(caption(shown('circle', [0, 0], values(0.25)))).toEqual(['The circle, radius 0.250']);
    expect(caption(shown('curvature', [0, 0], values(-2, 800)))).toEqual([
      'The curvature, eigenvalues -2.00 and 800',
    ]);
    expect(caption(shown('spread', [0, 0], values(0.04, 9)))).toEqual([
      'The spread, standard deviations 0.200 and 3.00',
    ]);
    expect(caption(shown('box', [0, 0], values(0.1, 2)))).toEqual(['The box: x 0.100, y 2.00']);
    expect(caption(shown('members', [0, 0, 1, 1, 2, 2]))).toEqual(['The members: 3 points']);
    expect(caption(shown('number', [], values(0.314)))).toEqual(['The number 0.314']);
    expect(caption(shown('trials', [0, 0, 1, 1], { taken: 1 }))).toEqual([
      'The trials: 2 tried, 1 taken',
    ]);
  });

  test('count the trials of several steps together, and skip what was not drawn', () => {
    const moves = entry('moves', 'trials', 3);
    const marks = [undefined, 0, undefined].map((taken, age) => ({
      entry: moves,
      mark: mark('moves', [age, age], taken === undefined ? {} : { taken }),
      age,
    }));
    const captions = captionsOf([entry('velocity', 'arrow'), moves], marks);
    expect(captions.map(({ entry: { name }, text }) => [name, text])).toEqual([
      ['moves', 'The moves: 3 tried, 1 taken'],
    ]);
  });

  test('give the four numbers of a matrix', () => {
    const matrix = Float64Array.of(802, -400, -400, 200);
    const known = shown('curvature', [0, 0], { matrix });
    expect(captionsOf([known.entry], [known])[0]?.matrix).toEqual(['802', '-400', '-400', '200']);
  });
});

describe('drawings', () => {
  test('a short arrow is drawn a power of ten as long', () => {
    expect(magnification(24)).toBe(1);
    expect(magnification(300)).toBe(1);
    expect(magnification(23)).toBe(10);
    expect(magnification(0.024)).toBe(1000);
    expect(magnification(0)).toBe(0);
    expect(magnification(1e-9)).toBe(0);
  });

  test('the axes of a curvature are as the roots of the curvatures, and the sides of a box as its factors', () => {
    expect(halfAxes([1, 100], 50)).toEqual([50, 5]);
    expect(halfAxes([-400, 100], 50)).toEqual([25, 50]);
    expect(halfAxes([0, 100], 50)).toEqual([50, 3]);
    expect(halfSides([0.1, 0.2], 50)).toEqual([25, 50]);
    expect(halfSides([0, 0], 50)).toEqual([2, 2]);
  });

  test('a label moves up or down until it is free, or is left out', () => {
    const taken = (...ys: number[]) => ys.map((y) => ({ left: 0, right: 200, y }));
    expect(freeBox([100, 50], [1, 0], 30, [])).toEqual({ left: 106, right: 136, y: 50 });
    expect(freeBox([100, 50], [0, 1], 30, [])).toEqual({ left: 85, right: 115, y: 60 });
    expect(freeBox([100, 50], [-1, 0], 30, [])).toEqual({ left: 64, right: 94, y: 50 });
    expect(freeBox([100, 50], [1, 0], 30, taken(50))?.y).toBe(65);
    expect(freeBox([100, 50], [1, 0], 30, taken(50, 65))?.y).toBe(35);
    expect(freeBox([100, 50], [1, 0], 30, taken(20, 35, 50, 65, 80))).toBeUndefined();
  });

  test('a name goes to the left of marks on the right', () => {
    expect(leanRight([shown('arrow', [1, 0, 3, 0])], [1, 0])).toBe(true);
    expect(leanRight([shown('arrow', [1, 0, -3, 0])], [1, 0])).toBe(false);
    expect(leanRight([], [1, 0])).toBe(false);
  });
});

/** After a step from (0, 0) to (3, 4) on x² + y². */
const place: Place = {
  at: [3, 4],
  from: [0, 0],
  slot: 0,
  taylor: { value: 25, gradient: [6, 8], hessian: [2, 0, 2] },
};
const search = shown('trials', [6, 8, 3, 4, 1.5, 2, 5, 0], { taken: 1 });

describe('a slice along the last step', () => {
  const slice = sliceThrough(place, 'step', 100, farthestTrial(place, [search]));

  test('has the direction of the step, and reaches its beginning and the farthest trial', () => {
    expect(slice.way).toEqual([0.6, 0.8]);
    expect(slice.slope).toBeCloseTo(10);
    expect(slice.reach).toBeCloseTo(1.15 * 5);
    expect(sliceThrough(place, 'step', 100, 20).reach).toBeCloseTo(23);
    expect(sliceThrough(place, 'step', 4, 20).reach).toBe(4);
    expect(sliceThrough(place, 'step', 100, 1e6).reach).toBeCloseTo(57.5);
  });

  test('goes downhill if there was no step', () => {
    const still = { ...place, from: undefined };
    expect(sliceThrough(still, 'step', 10)).toEqual(sliceThrough(place, 'downhill', 10));
    expect(sliceThrough({ ...place, from: [3, 4] }, 'step', 10)).toEqual(
      sliceThrough(place, 'downhill', 10),
    );
  });

  test('holds the trial points that lie on it', () => {
    const trials = trialsOn(slice, place, [search]);
    expect(trials.map(({ taken }) => taken)).toEqual([false, true, false]);
    expect(trials.map(({ distance }) => distance)).toEqual([
      expect.closeTo(5),
      expect.closeTo(0),
      expect.closeTo(-2.5),
    ]);
    expect(trialsOn(slice, place, [{ ...search, age: 1 }])).toEqual([]);
    expect(trialsOn(slice, place, [shown('members', [3, 4])])).toEqual([]);
  });
});

test('every mark of the catalog has words', () => {
  const marks = catalog.optimizers.flatMap((rule) => rule.marks);
  expect(marks.length).toBeGreaterThan(20);
  for (const { label, doc, steps, name } of marks) {
    expect(label, name).toMatch(/^[A-Z]/);
    expect(doc, name).toMatch(/\.$/);
    expect(steps, name).toBeGreaterThanOrEqual(1);
  }
});
