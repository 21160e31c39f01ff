// SPDX-License-Identifier: MIT

/** Where the reader's choice of light or dark is stored. */
export const themeKey = 'fall-line-theme';
