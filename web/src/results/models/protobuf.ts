// SPDX-License-Identifier: MIT
/** The little of https://protobuf.dev/programming-guides/encoding/ that a model needs. */

/** A field of a message: its number, and its bytes. */
export type Field = Uint8Array;

const text = new TextEncoder();

/** An integer from 0 to 2^53. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}

/** A field with an integer, which is not negative. */
export const integer = (field: number, value: number): Field =>
  Uint8Array.from([...varint(field * 8), ...varint(value)]);

/** A field with bytes, a text, or a message of fields. */
export function bytes(field: number, value: Uint8Array | string | readonly Field[]): Field {
  const content =
    typeof value === 'string'
      ? text.encode(value)
      : value instanceof Uint8Array
        ? value
        : joined(value);
  return joined([Uint8Array.from([...varint(field * 8 + 2), ...varint(content.length)]), content]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
