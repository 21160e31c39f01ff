// SPDX-License-Identifier: MIT

/** The languages that a reader can choose, named in themselves. */
export const offered = [
  { tag: 'en', name: 'English' },
  { tag: 'es', name: 'Español' },
] as const;

/** For tests only: every text of the page in marks, from right to left. What has none is no message. */
export const pseudo = 'qps-plocm';

/** The tags of all languages. */
export const known: readonly string[] = [...offered.map(({ tag }) => tag), pseudo];
