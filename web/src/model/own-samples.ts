// SPDX-License-Identifier: MIT
import type { Core, DatasetEntry, OwnData } from '../../../wasm/types.ts';

/** The samples of the reader's own data sets, by their ids in the catalog. */
export const ownSamples = new Map<string, OwnData>();

export type Sample = ReturnType<Core['sample']>;

/** An own data set in the catalog, with some samples for its picture. */
export interface OwnEntry extends DatasetEntry {
  sample: Sample;
  /** The table in a link: its numbers, or what must be brought. Empty for a data set that comes with the page. */
  table: string;
  /** Whether the reader has drawn its points on the plane. */
  drawn?: boolean;
  /** Where such a one is from, and under what licence. */
  source?: { text: string; url: string; licence: { name: string; url: string } };
}
