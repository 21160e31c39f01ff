// SPDX-License-Identifier: MIT
import type { Catalog, OptimizerEntry } from '../../../wasm/types.ts';

export interface Family {
  name: string;
  entries: readonly OptimizerEntry[];
}

/** The optimizers by family, both in the catalog's order, in which the best known come first. */
export function families({ optimizers }: Pick<Catalog, 'optimizers'>): Family[] {
  const names = [...new Set(optimizers.map(({ family }) => family))];
  return names.map((name) => ({
    name,
    entries: optimizers.filter(({ family }) => family === name),
  }));
}

/** The optimizers whose name, family, summary, or authors contain every word of the query. */
export function found({ optimizers }: Pick<Catalog, 'optimizers'>, query: string): Family[] {
  const words = query.toLowerCase().split(/\s+/);
  const hits = optimizers.filter(({ id, name, family, summary, paper }) => {
    const text = [id, name, family, summary, paper.authors].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return families({ optimizers: hits });
}
