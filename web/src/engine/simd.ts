// SPDX-License-Identifier: MIT
import { msg } from '../language/message.ts';

/** A module with one function, () -> v128, that splats a constant. It is valid only with SIMD support. */
const probe = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, 0x03,
  0x02, 0x01, 0x00, 0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x11, 0x0b,
]);

/** Why the engine cannot run here, in plain words, or undefined when it can. */
export function missingFeature(): string | undefined {
  if (typeof WebAssembly !== 'object')
    return msg('This browser does not allow WebAssembly, which the engine is made of.');
  if (WebAssembly.validate(probe)) return undefined;
  return msg(
    'The engine needs WebAssembly SIMD, which this browser lacks. Chrome 98, Firefox 93, Safari 16.4 and anything newer have it.',
  );
}
