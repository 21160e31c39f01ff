// SPDX-License-Identifier: MIT
// Links name a table by its fingerprint, so a change of it would break them.
import { expect, test } from 'vitest';
import { fingerprint, type Prepared } from '../../../web/src/data/prepared.ts';

const prepared: Prepared = {
  name: 'a.csv',
  inputNames: ['a', 'b'],
  targetName: 't',
  classNames: ['x', 'y'],
  task: 'classification',
  shape: { channels: 1, height: 1, width: 2 },
  inputs: Float64Array.of(0.1, -2, 1e300, 0),
  targets: Float64Array.of(0, 1),
};

/** FNV-1a in 64 bits over 32-bit words, as its authors define it for bytes. */
function reference({ task, shape, classNames, inputs, targets }: Prepared): string {
  const { channels, height, width } = shape;
  const words = [task.length, channels, height, width, classNames.length];
  const view = new DataView(new ArrayBuffer(8));
  for (const value of [...inputs, ...targets]) {
    view.setFloat64(0, value, true);
    words.push(view.getUint32(0, true), view.getUint32(4, true));
  }
  const hash = words.reduce(
    (sum, word) => BigInt.asUintN(64, (sum ^ BigInt(word)) * 0x100000001b3n),
    0xcbf29ce484222325n,
  );
  return hash.toString(16).padStart(16, '0');
}

test('it is FNV-1a over all numbers', () => {
  expect(fingerprint(prepared)).toBe(reference(prepared));
});

test('names do not count, and each number does', () => {
  const own = fingerprint(prepared);
  expect(fingerprint({ ...prepared, name: 'b.csv', classNames: ['p', 'q'] })).toBe(own);
  expect(fingerprint({ ...prepared, targets: Float64Array.of(1, 1) })).not.toBe(own);
  expect(fingerprint({ ...prepared, inputs: Float64Array.of(0.1, -2, 1e300, 1e-300) })).not.toBe(
    own,
  );
});
