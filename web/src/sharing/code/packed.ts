// SPDX-License-Identifier: MIT
/** Numbers as text within a script. */

/** An exact form of numbers: the type in Python, and its bytes. */
interface Packed {
  readonly dtype: string;
  readonly base64: string;
}

const forms: readonly (readonly [
  dtype: string,
  new (values: readonly number[]) => Uint8Array | Int32Array | Float32Array | Float64Array,
])[] = [
  ['uint8', Uint8Array],
  ['int32', Int32Array],
  ['float32', Float32Array],
  ['float64', Float64Array],
];

/** The numbers in the shortest form that holds them exactly, little-endian. */
export function packed(values: readonly number[]): Packed {
  for (const [dtype, Form] of forms) {
    const array = new Form(values);
    // Equality takes -0 for 0, which makes no difference to a race.
    if (!values.every((value, i) => array[i] === value)) continue;
    return { dtype, base64: base64(new Uint8Array(array.buffer)) };
  }
  throw new Error('Only finite numbers can be packed.');
}

function base64(bytes: Uint8Array): string {
  let text = '';
  // One call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 0x2000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x2000));
  return btoa(text);
}

/** The text in lines of this length. */
export const inLines = (text: string, length: number): string =>
  text.replaceAll(new RegExp(`.{1,${length}}`, 'g'), '$&\n').trimEnd();
