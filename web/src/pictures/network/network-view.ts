// SPDX-License-Identifier: MIT
import type { Layer, UnitRange } from '../../../../wasm/types.ts';
import { type Column, inputLayer, type Part, type Unit, unitsOf } from './part.ts';

/** A weight that enters a unit. */
export interface Weight {
  /** The index of what it weighs: an input, or a unit of the layer before. */
  from: number;
  value: number;
  /** Its place in the run's parameters. */
  index: number;
}

/** The responses of a unit to some samples. */
export interface Reach {
  mean: number;
  low: number;
  high: number;
}

/** The rows of inputs that a run is asked about: a grid or a line of the input space, then some samples. */
export interface Question {
  /** Numbers per row. */
  width: number;
  rows: Float64Array;
  /** How many rows belong to the grid. 0 if the input space can't be drawn. */
  grid: number;
}

/** What a run answered. */
export interface Answers {
  layers: readonly Layer[];
  parameters: Float32Array | Float64Array;
  /** For each row of the question one number per unit of `rangesOf`. */
  activations: Float64Array;
}

/** The units whose activations are needed, as the engine wants them. */
export function rangesOf({ columns }: Part): UnitRange[] {
  return columns
    .filter(({ layer }) => layer !== inputLayer)
    .map(({ layer, first, count }) => [layer, first, count]);
}

/** The numbers of the shown part of a network at one moment. */
export class NetworkView {
  readonly part: Part;
  readonly question: Question;
  readonly #answers: Answers;
  /** The place of a column's first unit among all whose activations were asked for. */
  readonly #places = new Map<number, number>();
  readonly #asked: number;
  readonly #responses = new Map<string, Float64Array>();
  readonly #scales = new Map<number, { weight: number; bias: number }>();

  constructor(part: Part, question: Question, answers: Answers) {
    this.part = part;
    this.question = question;
    this.#answers = answers;
    let place = 0;
    for (const { layer, count } of part.columns) {
      if (layer === inputLayer) continue;
      this.#places.set(layer, place);
      place += count;
    }
    this.#asked = place;
  }

  /** The number of samples of the question. */
  get samples(): number {
    return this.#rows - this.question.grid;
  }

  get #rows(): number {
    return this.question.rows.length / this.question.width;
  }

  /** What the unit answers to each row of the grid. */
  response(unit: Unit): Float64Array {
    const key = `${unit.layer},${unit.unit}`;
    const response = this.#responses.get(key) ?? this.#answersOf(unit, 0, this.question.grid);
    this.#responses.set(key, response);
    return response;
  }

  /** What the unit answers to the samples. */
  reach(unit: Unit): Reach {
    const values = this.#answersOf(unit, this.question.grid, this.#rows);
    let [sum, low, high] = [0, Infinity, -Infinity];
    for (const value of values) {
      sum += value;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return { mean: sum / values.length, low, high };
  }

  #answersOf({ layer, unit }: Unit, from: number, to: number): Float64Array {
    const { rows, width } = this.question;
    const isInput = layer === inputLayer;
    const all = isInput ? rows : this.#answers.activations;
    const step = isInput ? width : this.#asked;
    const place = isInput
      ? unit
      : (this.#places.get(layer) ?? 0) + unit - this.#column(layer).first;
    const values = new Float64Array(to - from);
    for (let row = from; row < to; row++)
      values[row - from] = all[row * step + place] ?? Number.NaN;
    return values;
  }

  /** The largest finite response, in absolute value, of the shown units of a layer to the grid. */
  loudest(layer: number): number {
    return largest(unitsOf(this.#column(layer)).map((unit) => largest(this.response(unit))));
  }

  /** All weights that enter a unit, in order. None for an input. */
  weights(unit: Unit): Weight[] {
    const { layer, row } = this.#row(unit);
    if (!layer) return [];
    const first = layer.weights + row * layer.columns;
    return Array.from({ length: layer.columns }, (_, from) => {
      const index = first + from;
      return { from, index, value: this.#answers.parameters[index] ?? Number.NaN };
    });
  }

  /** The weight from one unit to another, or undefined if they are not connected. */
  weight(from: Unit, to: Unit): Weight | undefined {
    const { layer, row } = this.#row(to);
    if (!layer || !this.isDense(to.layer) || from.layer !== to.layer - 1) return undefined;
    const index = layer.weights + row * layer.columns + from.unit;
    return { from: from.unit, index, value: this.#answers.parameters[index] ?? Number.NaN };
  }

  bias(unit: Unit): Omit<Weight, 'from'> | undefined {
    const { layer, row } = this.#row(unit);
    if (!layer) return undefined;
    const index = layer.biases + row;
    return { index, value: this.#answers.parameters[index] ?? Number.NaN };
  }

  /** The layer of a unit, and its row in the matrix of weights. Units of one place each share a row. */
  #row({ layer: number, unit }: Unit) {
    const layer = this.#answers.layers[number];
    return { layer, row: layer ? Math.floor((unit * layer.rows) / layer.units) : 0 };
  }

  /** Whether each unit of a layer has its own weight for each unit before it. */
  isDense(number: number): boolean {
    const { layers } = this.#answers;
    const layer = layers[number];
    const seen = number === 0 ? this.question.width : layers[number - 1]?.units;
    return layer !== undefined && layer.rows === layer.units && layer.columns === seen;
  }

  /** The largest weight and the largest bias of a whole layer, in absolute value. */
  scale(number: number): { weight: number; bias: number } {
    const known = this.#scales.get(number);
    if (known) return known;
    const layer = this.#answers.layers[number];
    if (!layer) return { weight: 0, bias: 0 };
    const { weights, biases, rows } = layer;
    const { parameters } = this.#answers;
    const scale = {
      weight: largest(parameters.subarray(weights, biases)),
      bias: largest(parameters.subarray(biases, biases + rows)),
    };
    this.#scales.set(number, scale);
    return scale;
  }

  #column(layer: number): Column {
    const column = this.part.columns.find((one) => one.layer === layer);
    return column ?? { layer, units: 0, first: 0, count: 0 };
  }
}

/** The largest absolute value. Values that are not finite don't count. */
export function largest(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (size > most && size < Infinity) most = size;
  }
  return most;
}

/** The `most` strongest weights, the strongest first. Equal ones stay in order. */
export function strongest(weights: readonly Weight[], most: number): Weight[] {
  const kept: Weight[] = [];
  for (const weight of weights) {
    const size = Math.abs(weight.value);
    let place = kept.length;
    while (place > 0 && size > Math.abs(kept[place - 1]?.value ?? Infinity)) place--;
    if (place < most) kept.splice(place, 0, weight);
    if (kept.length > most) kept.pop();
  }
  return kept;
}
