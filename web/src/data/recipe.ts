// SPDX-License-Identifier: MIT
import type { Task } from '../../../wasm/types.ts';

/** What a column is in training. */
export type Kind = 'number' | 'category' | 'ignored';

export const kinds: readonly Kind[] = ['number', 'category', 'ignored'];

/** Rows with missing cells are left out, or cells filled by the mean and the most frequent value. */
export type Filling = 'leave-out' | 'fill';

/** How a table becomes samples. */
export interface Recipe {
  /** One for each column. That of the target counts only as an input. */
  kinds: Kind[];
  /** The index of the target column. */
  target: number;
  task: Task;
  missing: Filling;
}
