// SPDX-License-Identifier: MIT
import type { Settings } from '../model/settings.ts';

/** The most rules that a name has. */
const most = 4;

/** The name of a file with something of a race: `fall-line-sgd-adam-spiral`, then what it is and its type, such as `-curves.csv`. */
export function fileName({ racers, surface, dataset }: Settings, ending: string): string {
  const rules = [...new Set(racers.filter(({ on }) => on).map(({ optimizer }) => optimizer.id))];
  const parts = ['fall-line', ...rules.slice(0, most), surface?.id ?? dataset.id];
  const race = parts.map(plain).join('-');
  return `${race}${ending.startsWith('.') ? '' : '-'}${ending}`;
}

/** A text without what file systems do not take in names. */
export const plain = (text: string): string => text.replaceAll(/[^a-z0-9-]+/gi, '-');
