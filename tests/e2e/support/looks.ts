// SPDX-License-Identifier: MIT

/** Tests of widths between the widest and a phone's: part of `npm run test:slow`. */
const between = '@between';

/** Every width that has a layout of its own. Dark changes colours alone: one width is enough. */
export const looks: { colorScheme: 'light' | 'dark'; width: number; tag?: string }[] = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'light', width: 900, tag: between },
  { colorScheme: 'light', width: 320, tag: between },
  { colorScheme: 'dark', width: 375 },
];
