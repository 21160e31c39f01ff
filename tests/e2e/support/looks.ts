// SPDX-License-Identifier: MIT

/** The tag of tests of intermediate widths, which are part of `npm run test:slow`. */
const between = '@between';

/** Every width with a different layout. Dark only changes colours, so one width is enough. */
export const looks: { colorScheme: 'light' | 'dark'; width: number; tag?: string }[] = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'light', width: 900, tag: between },
  { colorScheme: 'light', width: 320, tag: between },
  { colorScheme: 'dark', width: 375 },
];
