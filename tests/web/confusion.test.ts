// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { confusionMatrix, predictedClasses } from '../../web/src/pictures/confusion.ts';

test('one output is the probability of class 1, more outputs are one per class', () => {
  expect(predictedClasses(Float64Array.of(0.1, 0.5, 0.51, 1), 4)).toEqual([0, 0, 1, 1]);
  const three = Float64Array.of(0.2, 0.5, 0.3, 0.9, 0.05, 0.05, 0.1, 0.1, 0.8);
  expect(predictedClasses(three, 3)).toEqual([1, 0, 2]);
});

test('rows are the true classes of the test samples, columns the predicted ones', () => {
  const data = {
    inputs: [],
    shape: { channels: 1, height: 1, width: 0 },
    targets: [2, 0, 1, 0, 1, 2],
    train: [0, 1],
    test: [5, 2, 3, 4],
    classes: 3,
    missing: { train: [], test: [] },
  };
  expect(confusionMatrix(data, [2, 1, 1, 0])).toEqual([
    [0, 1, 0],
    [1, 1, 0],
    [0, 0, 1],
  ]);
});
