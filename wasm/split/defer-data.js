// SPDX-License-Identifier: MIT
import { Buffer } from 'node:buffer';
import { headerLength, joinedSegments, Reader, sections, segment, unsigned } from './join-data.js';

/** What core/catalog/deferred.hpp puts around data that only functions of the rest read. */
const marks = { begin: '<deferred data of fall-line', end: 'deferred data of fall-line>' };

/**
 * Moves the data between marks from the first part to the rest, which writes them when it is
 * instantiated. The first part has joined data.
 */
export function deferData(first, rest) {
  const { start, body, stop } = dataOf(first);
  const all = joinedSegments(body);
  const moved = [];
  for (;;) {
    const from = all.bytes.indexOf(marks.begin);
    if (from < 0) break;
    const to = all.bytes.indexOf(marks.end, from) + marks.end.length;
    if (to < from) throw new Error('Deferred data have no end.');
    moved.push({ address: all.address + from, bytes: Buffer.from(all.bytes.subarray(from, to)) });
    all.bytes.fill(0, from, to);
  }
  if (moved.length === 0) throw new Error('There are no deferred data.');
  return {
    first: Buffer.concat([first.subarray(0, start), section([all]), first.subarray(stop)]),
    rest: Buffer.concat([rest, section(moved)]),
  };
}

/** The data section, and where it starts and stops. */
function dataOf(binary) {
  const reader = new Reader(binary, headerLength);
  while (reader.at < binary.length) {
    const start = reader.at;
    const id = reader.byte();
    const body = reader.bytes(reader.unsigned());
    if (id === sections.data) return { start, body, stop: reader.at };
  }
  throw new Error('There are no data.');
}

function section(segments) {
  const body = Buffer.concat([Buffer.from(unsigned(segments.length)), ...segments.map(segment)]);
  return Buffer.concat([Buffer.from([sections.data, ...unsigned(body.length)]), body]);
}
