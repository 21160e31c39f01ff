// SPDX-License-Identifier: MIT
import { Buffer } from 'node:buffer';

export const sections = { data: 11, dataCount: 12 };
export const headerLength = 8;
const i32Const = 0x41;
const end = 0x0b;

/**
 * Joins all data segments of a WebAssembly binary. Binaryen splits data at every few zeros and writes
 * hundreds of addresses. Compressed, the zeros are shorter.
 */
export function joinData(binary) {
  const reader = new Reader(binary, headerLength);
  const kept = [binary.subarray(0, headerLength)];
  while (reader.at < binary.length) {
    const start = reader.at;
    const id = reader.byte();
    const body = reader.bytes(reader.unsigned());
    if (id === sections.data) {
      const joined = Buffer.concat([Buffer.from([1]), segment(joinedSegments(body))]);
      kept.push(Buffer.from([id, ...unsigned(joined.length)]), joined);
    } else if (id !== sections.dataCount) kept.push(binary.subarray(start, reader.at));
  }
  return Buffer.concat(kept);
}

/** The first address and the bytes of all segments, with zeros in the gaps, as memory starts as zeros. */
export function joinedSegments(body) {
  const reader = new Reader(body, 0);
  const segments = Array.from({ length: reader.unsigned() }, () => {
    if (reader.byte() !== 0 || reader.byte() !== i32Const)
      throw new Error('Not at a fixed address.');
    const address = reader.unsigned();
    if (reader.byte() !== end) throw new Error('Not at a fixed address.');
    return { address, bytes: reader.bytes(reader.unsigned()) };
  });
  const address = Math.min(...segments.map((one) => one.address));
  const top = Math.max(...segments.map((one) => one.address + one.bytes.length));
  const bytes = Buffer.alloc(top - address);
  for (const one of segments) bytes.set(one.bytes, one.address - address);
  return { address, bytes };
}

export function segment({ address, bytes }) {
  const head = [0, i32Const, ...signed(address), end, ...unsigned(bytes.length)];
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** An unsigned integer in LEB128, the format of WebAssembly. */
export function unsigned(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}
/** A nonnegative integer in signed LEB128. Its topmost bit, the sign, must be 0. */
function signed(value) {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >>> 7)];
}

export class Reader {
  constructor(binary, at) {
    this.binary = binary;
    this.at = at;
  }
  byte() {
    return this.binary[this.at++];
  }
  bytes(length) {
    return this.binary.subarray(this.at, (this.at += length));
  }
  /** Reads an unsigned integer. Also works for addresses, which are signed but not negative. */
  unsigned() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
}
