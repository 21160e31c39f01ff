// SPDX-License-Identifier: MIT
import type { Guide } from '../../../wasm/types.ts';
import { marked } from '../language/message.ts';

/** The sections of a component's guide in order, with their headings. */
export const guideSections: readonly (readonly [section: keyof Guide, heading: string])[] = [
  ['idea', marked('The idea')],
  ['use', marked('When to use it')],
  ['pitfalls', marked('What goes wrong')],
];
