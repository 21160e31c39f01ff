// SPDX-License-Identifier: MIT

/** A race with what to look for in it. */
export interface Example {
  id: string;
  title: string;
  /** In the menu, under the title. */
  line: string;
  /** Two sentences. */
  text: string;
  /** Races to compare, the first of them opened: as after the hash of a link. */
  states: readonly { label?: string; link: string }[];
}

const files = import.meta.glob<Omit<Example, 'id'>>('./*.json', {
  eager: true,
  import: 'default',
});

/** In the order of the numbers in `<order>-<id>.json`. The first is the race of a first visit. */
export const examples: readonly Example[] = Object.entries(files)
  .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  .map(([path, file]) => ({ ...file, id: path.replace(/^\.\/\d+-|\.json$/g, '') }));
