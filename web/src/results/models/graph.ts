// SPDX-License-Identifier: MIT
import type { Numbers } from './model.ts';
import { littleEndian } from './npz.ts';
import { bytes, type Field, integer, joined } from './protobuf.ts';

/** Fields are numbered as in https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */

type Extent = number | string;

/** The version of the operators, and the oldest version of the format that has it. */
const opset = 13;
const irVersion = 7;
/** TensorProto.DataType */
const int64 = 7;

/** A graph of operators, which is built from its input to its output. */
export class Graph {
  readonly #nodes: Field[] = [];
  readonly #constants: Field[] = [];
  readonly #number: typeof Float32Array | typeof Float64Array;
  #count = 0;

  constructor(number: typeof Float32Array | typeof Float64Array) {
    this.#number = number;
  }

  /** Of the graph's numbers: 1 is float, and 11 is double. */
  get #type(): number {
    return this.#number === Float32Array ? 1 : 11;
  }

  /** An array of the model. Returns its name. */
  constant(values: ArrayLike<number>, shape: readonly number[], name = this.#fresh()): string {
    const numbers: Numbers = new this.#number(values);
    this.#constants.push(this.#tensor(name, shape, this.#type, littleEndian(numbers)));
    return name;
  }

  /** Positions, as operators on shapes want them. */
  positions(values: readonly number[]): string {
    const name = this.#fresh();
    const raw = new Uint8Array(8 * values.length);
    const view = new DataView(raw.buffer);
    for (const [index, value] of values.entries()) view.setBigInt64(8 * index, BigInt(value), true);
    this.#constants.push(this.#tensor(name, [values.length], int64, raw));
    return name;
  }

  /** Applies an operator. Returns the name of its first output. */
  node(
    operator: string,
    inputs: readonly string[],
    {
      attributes = {},
      lists = {},
      outputs = [this.#fresh()],
    }: {
      attributes?: Readonly<Record<string, number>>;
      lists?: Readonly<Record<string, readonly number[]>>;
      outputs?: string[];
    } = {},
  ): string {
    this.#nodes.push(
      bytes(1, [
        ...inputs.map((name) => bytes(1, name)),
        ...outputs.map((name) => bytes(2, name)),
        bytes(4, operator),
        ...Object.entries(attributes).map(([name, value]) =>
          bytes(5, [bytes(1, name), integer(3, value), integer(20, 2)]),
        ),
        ...Object.entries(lists).map(([name, values]) =>
          bytes(5, [bytes(1, name), ...values.map((value) => integer(8, value)), integer(20, 7)]),
        ),
      ]),
    );
    return outputs[0] ?? '';
  }

  /** The file, in which `about` says for people what the model is. */
  file(
    about: { name: string; producer: string; version: string; words: string },
    input: { name: string; shape: readonly Extent[] },
    output: { name: string; shape: readonly Extent[] },
  ): Uint8Array<ArrayBuffer> {
    const graph = [
      ...this.#nodes,
      bytes(2, about.name),
      ...this.#constants,
      bytes(11, this.#valueInfo(input)),
      bytes(12, this.#valueInfo(output)),
    ];
    return joined([
      integer(1, irVersion),
      bytes(2, about.producer),
      bytes(3, about.version),
      bytes(6, about.words),
      bytes(7, graph),
      bytes(8, [bytes(1, ''), integer(2, opset)]),
    ]);
  }

  #fresh(): string {
    return `t${++this.#count}`;
  }

  #tensor(name: string, shape: readonly number[], type: number, raw: Uint8Array): Field {
    return bytes(5, [
      ...shape.map((extent) => integer(1, extent)),
      integer(2, type),
      bytes(8, name),
      bytes(9, raw),
    ]);
  }

  #valueInfo({ name, shape }: { name: string; shape: readonly Extent[] }): Field[] {
    const extents = shape.map((extent) =>
      bytes(1, [typeof extent === 'number' ? integer(1, extent) : bytes(2, extent)]),
    );
    return [bytes(1, name), bytes(2, [bytes(1, [integer(1, this.#type), bytes(2, extents)])])];
  }
}
