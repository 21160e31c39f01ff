// SPDX-License-Identifier: MIT

/** A square of the input plane. */
export interface Square {
  left: number;
  bottom: number;
  side: number;
}

const margin = 0.08;

/** The smallest square that holds all samples, with a margin. */
export function squareAround(inputs: readonly number[][]): Square {
  const xs = inputs.map((row) => row[0] ?? 0);
  const ys = inputs.map((row) => row[1] ?? 0);
  const [left, right] = extent(xs);
  const [bottom, top] = extent(ys);
  const side = Math.max(right - left, top - bottom, 1e-9) * (1 + 2 * margin);
  return { left: (left + right - side) / 2, bottom: (bottom + top - side) / 2, side };
}

/** The number of inputs per sample. */
export function inputsOf(data: { inputs: readonly number[][] } | undefined): number {
  return data?.inputs[0]?.length ?? 0;
}

export function extent(values: Iterable<number>): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 1];
}

/** The centres of `cells` x `cells` cells, row by row from the top. */
export function gridInputs({ left, bottom, side }: Square, cells: number): Float64Array {
  const inputs = new Float64Array(2 * cells * cells);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const at = 2 * (row * cells + column);
      inputs[at] = left + ((column + 0.5) / cells) * side;
      inputs[at + 1] = bottom + (1 - (row + 0.5) / cells) * side;
    }
  }
  return inputs;
}

export function toCanvas(
  square: Square,
  size: number,
  [x = 0, y = 0]: readonly number[],
): [number, number] {
  return [((x - square.left) / square.side) * size, (1 - (y - square.bottom) / square.side) * size];
}
