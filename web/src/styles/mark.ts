// SPDX-License-Identifier: MIT

/** The logo in a box of 22 x 22: contours of a slope, and the fall line. */
export const mark = {
  slope: 'M2 7c4-4 14-4 18 0M3.5 11c3.5-3 11.5-3 15 0M6 15c2.5-2 7.5-2 10 0',
  fall: 'M6 2c1 5 5 6 4 10-.6 2.6 0 5 1.5 8',
};
