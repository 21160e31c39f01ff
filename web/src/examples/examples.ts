// SPDX-License-Identifier: MIT

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

const files = import.meta.glob<Omit<Example, 'id'>>('./*.json', {
  eager: true,
  import: 'default',
});

/** All examples in the order of the numbers in `<order>-<id>.json`. The first is that of a first visit. */
export const examples: readonly Example[] = Object.entries(files)
  .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  .map(([path, file]) => ({ ...file, id: path.replace(/^\.\/\d+-|\.json$/g, '') }));
