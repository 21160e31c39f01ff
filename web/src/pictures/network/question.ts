// SPDX-License-Identifier: MIT
import type { DataView as SplitData } from '../../../../wasm/types.ts';
import { curveInputs } from '../fit.ts';
import { isImage } from '../images.ts';
import { gridInputs, inputsOf, squareAround } from '../plane.ts';
import type { Question } from './network-view.ts';

/** Cells per side of a unit's picture of the input plane. They are drawn smoothly. */
export const cells = 20;
/** Points of a unit's curve over one input. */
const curvePoints = 41;
/** More samples, or more numbers in all, would not change a mean much, but delay training. */
const mostSamples = 500;
const mostNumbers = 2 ** 16;

const known = new WeakMap<SplitData, Question>();

/** The rows of inputs to which units answer in their pictures. The same for all racers on the data. */
export function questionFor(data: SplitData): Question {
  const question = known.get(data) ?? makeQuestion(data);
  known.set(data, question);
  return question;
}

function makeQuestion(data: SplitData): Question {
  const width = inputsOf(data);
  const grid = gridOf(data, width);
  const { train, inputs } = data;
  const count = Math.min(train.length, mostSamples, Math.max(1, Math.floor(mostNumbers / width)));
  const rows = new Float64Array(grid.length + count * width);
  rows.set(grid);
  for (let row = 0; row < count; row++) {
    const sample = train[Math.floor((row * train.length) / count)] ?? 0;
    rows.set(inputs[sample] ?? [], grid.length + row * width);
  }
  return { width, rows, grid: grid.length / width };
}

function gridOf(data: SplitData, width: number): Float64Array {
  if (isImage(data.shape) || width > 2) return new Float64Array(0);
  return width === 1
    ? curveInputs(data, curvePoints)
    : gridInputs(squareAround(data.inputs), cells);
}
