// SPDX-License-Identifier: MIT
/** How large a table may be. */

export const mostBytes = 64 * 1024 * 1024;
export const mostRows = 100_000;
export const mostColumns = 5000;
/** Rows times columns. A cell takes about 12 bytes while a table is prepared. */
export const mostCells = 10_000_000;
/**
 * Input numbers of a prepared table. A racer holds each as a double and as a float, so four racers fit into the
 * 224 MB of one engine. Images in bytes may be as large as a file. It is the same on all devices, because links have
 * a fingerprint of the samples.
 */
export const mostNumbers = 4_000_000;
/** The most images of each part that losses are measured on if they are bytes, by the engine's most_scored_bytes. */
export const scoredImages = 1000;
/** Different texts of a column that are remembered. A column with more is no category. */
export const mostTexts = 1000;
/** Classes of a target. A confusion matrix with more can't be read. */
export const mostClasses = 100;
/** The largest number that the engine takes. */
export const largestNumber = 1e30;
