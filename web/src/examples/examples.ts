// SPDX-License-Identifier: MIT

/** A race with what to look for in it. A further state of the same race stands in `next`. */
export interface Example {
  title: string;
  /** Two sentences. */
  text: string;
  /** As after the hash of a link. */
  link: string;
  next?: { label: string; link: string };
}

const files = import.meta.glob<Example>('./*.json', { eager: true, import: 'default' });

/** In the order of their file names. */
export const examples: readonly Example[] = Object.keys(files)
  .sort()
  .flatMap((path) => files[path] ?? []);
