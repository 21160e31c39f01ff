// SPDX-License-Identifier: MIT

/** The storage key of the reader's choice of light or dark. */
export const themeKey = 'fall-line-theme';
