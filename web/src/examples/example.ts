// SPDX-License-Identifier: MIT
import { speaking } from '../language/speaking.ts';

/** A race, with a text about what to look for. */
export interface Example {
  id: string;
  title: string;
  /** The line in the menu, under the title. */
  line: string;
  /** Two or three sentences. */
  text: string;
  /** Races to compare, as in the hash of a link. The first one is opened. */
  states: readonly { label?: string; link: string }[];
}

const texts = new Set(['title', 'line', 'text', 'label']);

/** An example with its texts in the page's language. */
export const told = (example: Example): Example => speaking(example, texts);
