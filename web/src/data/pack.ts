// SPDX-License-Identifier: MIT
import { fromBase64Url, tableMarks, toBase64Url } from '../model/own-table.ts';
import { collected, deflated, inflated } from './bytes.ts';
import { mostClasses, mostColumns, mostRows } from './limits.ts';
import { readNumbers, writeNumbers } from './pack-numbers.ts';
import type { Prepared } from './prepared.ts';

/** The longest table in a link, in characters. Chat programs cut longer links. */
export const mostPacked = 6000;
/** What a table in a link may unpack to. Beyond that it is an attack. */
const mostUnpacked = 2 ** 20;

/** Names and sizes, in their order: they are followed by the numbers, column by column. */
type Head = [
  name: string,
  inputNames: string[],
  targetName: string,
  classNames: string[],
  rows: number,
  image: [height: number, width: number] | null,
];

/** The samples as a text for a link. Undefined if they are too many, or if this browser can't pack them. */
export async function pack(prepared: Prepared): Promise<string | undefined> {
  const { name, inputNames, targetName, classNames, shape, inputs, targets } = prepared;
  const width = inputNames.length;
  if (inputs.length > 20_000 || typeof CompressionStream === 'undefined') return undefined;
  const image: Head[5] = shape.height > 1 ? [shape.height, shape.width] : null;
  const head: Head = [name, inputNames, targetName, classNames, targets.length, image];
  const bytes = [...new TextEncoder().encode(JSON.stringify(head)), 0];
  for (let column = 0; column < width; column++)
    writeNumbers(
      bytes,
      targets.map((_, row) => inputs[row * width + column] ?? 0),
    );
  writeNumbers(bytes, targets);
  const packed = await collected(deflated(Uint8Array.from(bytes), 'deflate'), mostUnpacked);
  const text = tableMarks.data + toBase64Url(packed);
  return text.length <= mostPacked ? text : undefined;
}

/** The samples in the text of a link, or undefined if it is damaged. */
export async function unpack(text: string): Promise<Prepared | undefined> {
  if (!text.startsWith(tableMarks.data)) return undefined;
  const packed = fromBase64Url(text.slice(1));
  if (!packed) return undefined;
  try {
    return preparedIn(await collected(inflated(packed, 'deflate'), mostUnpacked));
  } catch {
    return undefined;
  }
}

/** Throws for anything that `pack` does not write. */
function preparedIn(bytes: Uint8Array): Prepared {
  const end = bytes.indexOf(0);
  const [name, inputNames, targetName, classNames, rows, image] = headOf(
    JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))),
  );
  const width = inputNames.length;
  const inputs = new Float64Array(rows * width);
  const from = { bytes, at: end + 1 };
  for (let column = 0; column < width; column++)
    readNumbers(from, rows).forEach((value, row) => (inputs[row * width + column] = value));
  const targets = readNumbers(from, rows);
  if (from.at !== bytes.length) throw new Error('There are more bytes than numbers.');
  const classes = classNames.length;
  if (classes > 0 && targets.some((k) => !Number.isInteger(k) || k < 0 || k >= classes))
    throw new Error('There are other classes than named.');
  const [height, columns] = image ?? [1, width];
  return {
    name,
    inputNames,
    targetName,
    classNames,
    task: classes > 0 ? 'classification' : 'regression',
    shape: { channels: 1, height, width: columns },
    inputs,
    targets,
  };
}

function headOf(head: unknown): Head {
  if (!Array.isArray(head) || head.length !== 6) throw new Error('There is no head.');
  const [name, inputNames, targetName, classNames, rows, image] = head as unknown[];
  const areTexts = (list: unknown, most: number): list is string[] =>
    Array.isArray(list) && list.length <= most && list.every((one) => typeof one === 'string');
  const isCount = (n: unknown, most: number): n is number =>
    Number.isInteger(n) && Number(n) > 0 && Number(n) <= most;
  const areExtents =
    image === null ||
    (Array.isArray(image) &&
      image.length === 2 &&
      image.every((extent) => isCount(extent, mostColumns)));
  if (
    typeof name !== 'string' ||
    typeof targetName !== 'string' ||
    !areTexts(inputNames, mostColumns) ||
    !areTexts(classNames, mostClasses) ||
    !isCount(rows, mostRows) ||
    inputNames.length === 0 ||
    inputNames.length * rows > mostUnpacked ||
    classNames.length === 1 ||
    !areExtents
  )
    throw new Error('The head is damaged.');
  const extents = image as Head[5];
  if (extents && extents[0] * extents[1] !== inputNames.length)
    throw new Error('The image has another size.');
  return [name, inputNames, targetName, classNames, rows, extents];
}
