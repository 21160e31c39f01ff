// SPDX-License-Identifier: MIT
import type { Guide } from '../../../wasm/types.ts';

/** What a newcomer reads after a component's summary, in this order, each under its heading. */
export const guideParts: readonly (readonly [part: keyof Guide, heading: string])[] = [
  ['idea', 'The idea'],
  ['use', 'When to use it'],
  ['pitfalls', 'What goes wrong'],
];
