// SPDX-License-Identifier: MIT
import { type Example, told } from './example.ts';

export type { Example } from './example.ts';

const files = import.meta.glob<Omit<Example, 'id'>>('./*.json', {
  eager: true,
  import: 'default',
});

/** All examples in the order of the numbers in `<order>-<id>.json`. The first is that of a first visit. */
export const examples: readonly Example[] = Object.entries(files)
  .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  .map(([path, file]) => told({ ...file, id: path.replace(/^\.\/\d+-|\.json$/g, '') }));
