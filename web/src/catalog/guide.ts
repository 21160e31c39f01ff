// SPDX-License-Identifier: MIT
import type { Guide } from '../../../wasm/types.ts';

/** The sections of a component's guide in order, with their headings. */
export const guideSections: readonly (readonly [section: keyof Guide, heading: string])[] = [
  ['idea', 'The idea'],
  ['use', 'When to use it'],
  ['pitfalls', 'What goes wrong'],
];
