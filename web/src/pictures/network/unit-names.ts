// SPDX-License-Identifier: MIT
import { threeDigits } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import { classInWords, type NamedData } from '../../model/data-names.ts';
import { isImage } from '../images.ts';
import { type NetworkView, strongest } from './network-view.ts';
import { inputLayer, type Part, type Unit } from './part.ts';

const outputLayer = ({ columns }: Part): number => columns.at(-1)?.layer ?? 0;

/** The heading of a column. */
export function layerName(part: Part, layer: number): string {
  if (layer === inputLayer) return part.columns[0]?.units === 1 ? msg('Input') : msg('Inputs');
  if (layer !== outputLayer(part)) return msg('Hidden {n}', { n: layer + 1 });
  return part.columns.at(-1)?.units === 1 ? msg('Output') : msg('Outputs');
}

/** The name of a unit among those of its layer, such as `class 2`. */
export function nameInLayer(part: Part, data: NamedData, { layer, unit }: Unit): string {
  if (layer === outputLayer(part) && data.classes > 2) return classInWords(data, unit);
  return `${unit + 1}`;
}

const mostLetters = 9;

/** The same, short enough to stand beside the unit. */
export function labelInLayer(part: Part, data: NamedData, unit: Unit): string {
  const name = nameInLayer(part, data, unit);
  return name.length > mostLetters ? `${name.slice(0, mostLetters - 1)}…` : name;
}

export function unitName(part: Part, data: NamedData, unit: Unit): string {
  const { layer } = unit;
  const alone = part.columns.some((column) => column.layer === layer && column.units === 1);
  const name = nameInLayer(part, data, unit);
  if (layer === inputLayer) {
    if (isImage(data.shape)) return msg('Input image');
    return alone ? msg('Input') : msg('Input {name}', { name: inputName(data, unit.unit) });
  }
  if (layer !== outputLayer(part))
    return msg('Hidden layer {n}, unit {name}', { n: layer + 1, name });
  if (alone) return msg('Output');
  return data.classes > 2 ? msg('Output for {name}', { name }) : msg('Output {name}', { name });
}

/** The name of an input: that of the table, or its number counted from 1. */
const inputName = ({ names }: NamedData, index: number): string =>
  names?.inputs[index] ?? `${index + 1}`;

/** What a weight of a layer weighs, after the word weight. */
export function sourceName(data: NamedData, layer: number, from: number): string {
  const { shape } = data;
  if (layer > 0) return msg('from unit {n}', { n: from + 1 });
  if (!isImage(shape)) return msg('from input {n}', { n: inputName(data, from) });
  const { channels, height, width } = shape;
  const pixel = from % (height * width);
  const place = { row: Math.floor(pixel / width) + 1, column: (pixel % width) + 1 };
  if (channels === 1) return msg('row {row}, column {column}', place);
  const channel = Math.floor(from / (height * width)) + 1;
  return msg('row {row}, column {column}, channel {channel}', { ...place, channel });
}

/** A unit and its numbers, for readers who can't see its picture. */
export function unitInWords(view: NetworkView, data: NamedData, unit: Unit): string {
  const name = unitName(view.part, data, unit);
  if (unit.layer === inputLayer) return name;
  const facts = [msg('mean response {value}', { value: threeDigits(view.reach(unit).mean) })];
  const bias = view.bias(unit);
  if (bias) facts.push(msg('bias {value}', { value: threeDigits(bias.value) }));
  const [most] = strongest(view.weights(unit), 1);
  if (most) {
    const source = sourceName(data, unit.layer, most.from);
    facts.push(
      msg('strongest weight {value}, {source}', { value: threeDigits(most.value), source }),
    );
  }
  return `${name}: ${facts.join(', ')}`;
}
