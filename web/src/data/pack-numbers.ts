// SPDX-License-Identifier: MIT
/**
 * Numbers as bytes, exactly. Those with few decimals, as most tables have them, are integers times a power of
 * ten: each as its difference to the one before, with seven bits in a byte. Others are doubles.
 */

const mostDecimals = 9;
/** 10^0, 10^1, ... from text, which is exact everywhere. */
const powers = Array.from({ length: mostDecimals + 1 }, (_, k) => Number(`1e${k}`));
/** Stands for doubles where the number of decimals would be. */
const asDoubles = 255;
/** Differences of smaller integers are exact. */
const largest = 2 ** 51;

export interface Bytes {
  bytes: Uint8Array;
  at: number;
}

export function writeNumbers(to: number[], values: Float64Array): void {
  const decimals = powers.findIndex((power) =>
    values.every((value) => {
      const scaled = Math.round(value * power);
      return Math.abs(scaled) < largest && scaled / power === value;
    }),
  );
  if (decimals < 0) {
    to.push(asDoubles);
    const view = new DataView(new ArrayBuffer(8));
    for (const value of values) {
      view.setFloat64(0, value);
      for (let i = 0; i < 8; i++) to.push(view.getUint8(i));
    }
    return;
  }
  to.push(decimals);
  let before = 0;
  for (const value of values) {
    const scaled = Math.round(value * (powers[decimals] ?? 1));
    const difference = scaled - before;
    before = scaled;
    // Zigzag: 0, -1, 1, -2, ... The arithmetic is that of doubles, because bits end at 32.
    let rest = difference >= 0 ? 2 * difference : -2 * difference - 1;
    for (; rest >= 128; rest = Math.floor(rest / 128)) to.push(128 + (rest % 128));
    to.push(rest);
  }
}

/** Throws if there are too few bytes. */
export function readNumbers(from: Bytes, count: number): Float64Array {
  const decimals = nextByte(from);
  const values = new Float64Array(count);
  if (decimals === asDoubles) {
    const view = new DataView(from.bytes.buffer, from.bytes.byteOffset, from.bytes.byteLength);
    for (let i = 0; i < count; i++, from.at += 8) values[i] = view.getFloat64(from.at);
    if (!values.every(Number.isFinite)) throw new Error('A number is not finite.');
    return values;
  }
  const power = powers[decimals];
  if (power === undefined) throw new Error('There are too many decimals.');
  let before = 0;
  for (let i = 0; i < count; i++) {
    let [rest, factor] = [0, 1];
    for (let byte = 128; byte >= 128; factor *= 128) {
      byte = nextByte(from);
      rest += (byte % 128) * factor;
      if (rest > 2 ** 53) throw new Error('An integer is too large.');
    }
    before += rest % 2 === 0 ? rest / 2 : -(rest + 1) / 2;
    values[i] = before / power;
  }
  return values;
}

function nextByte(from: Bytes): number {
  const byte = from.bytes[from.at++];
  if (byte === undefined) throw new Error('There are too few bytes.');
  return byte;
}
