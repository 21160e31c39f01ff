// SPDX-License-Identifier: MIT
import type { DataView as SplitData } from '../../../wasm/types.ts';
import { indexOfMax } from './field.ts';

/** The predicted class of each row. */
export function predictedClasses(predictions: Float64Array, rows: number): number[] {
  const outputs = predictions.length / rows;
  return Array.from({ length: rows }, (_, row) =>
    outputs === 1
      ? Number((predictions[row] ?? 0) > 0.5)
      : indexOfMax(predictions.subarray(row * outputs, (row + 1) * outputs)),
  );
}

/** The number of test samples of each true class (row) and predicted class (column). */
export function confusionMatrix(
  { classes, targets, test }: SplitData,
  predicted: number[],
): number[][] {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  predicted.forEach((guess, index) => {
    const row = matrix[Number(targets[test[index] ?? 0])];
    if (row) row[guess] = (row[guess] ?? 0) + 1;
  });
  return matrix;
}
