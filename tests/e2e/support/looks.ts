// SPDX-License-Identifier: MIT

/** Every width that has a layout of its own. Dark changes colours alone: one width is enough. */
export const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'light', width: 900 },
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 375 },
] as const;
