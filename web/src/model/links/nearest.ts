// SPDX-License-Identifier: MIT
import { msg } from '../../language/message.ts';

/** Something with an id and usually a name. */
export interface Named {
  id: string;
  name?: string;
}

/** The member of `known` that equals `given`, or else differs only in capitals. */
export function inAnyCapitals<T extends string>(known: readonly T[], given: string): T | undefined {
  const small = given.toLowerCase();
  return known.find((one) => one === given) ?? known.find((one) => one.toLowerCase() === small);
}

/** What a reason says of a name that was probably meant, or else of where to look. */
export interface Suggestion {
  /** For readers, in the page's language: `Did you mean l-bfgs?` */
  hint: string;
  /** For programs: `l-bfgs`. */
  near?: string;
}

/** Suggests a similar known name, or says `otherwise`. */
export function suggestion(given: string, known: readonly Named[], otherwise = ''): Suggestion {
  const near = nearest(given, known);
  if (near !== undefined) return { hint: msg('Did you mean {name}?', { name: near }), near };
  return { hint: otherwise === '' ? '' : msg(otherwise) };
}

/** The id that was probably meant, by similar id or name, or undefined. */
export function nearest(given: string, known: readonly Named[]): string | undefined {
  const wanted = letters(given);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { id, name = id } of known) {
    const distance = Math.min(distanceTo(letters(id)), distanceTo(letters(name)));
    if (distance < least) [best, least] = [id, distance];
  }
  return best;

  function distanceTo(word: string): number {
    // Part of a name, such as one of two inventors, is better than a word with the most allowed edits.
    if (wanted.length >= 3 && word.includes(wanted)) return word === wanted ? 0 : 0.5;
    const distance = edits(wanted, word);
    // With one or two letters, a single edit changes too much.
    const most = wanted.length < 3 ? 0 : Math.max(1, wanted.length / 4);
    return distance <= most ? distance : Number.POSITIVE_INFINITY;
  }
}

/** Ignores case, hyphens and blanks, which people remember least. Shortened, as no known name is longer. */
function letters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 40);
}

/** The edit distance: letters to change, insert, delete, or swap with the next. */
function edits(a: string, b: string): number {
  let last: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        at(next, j - 1) + 1,
        at(row, j) + 1,
        at(row, j - 1) + (same ? 0 : 1),
        swapped ? at(last, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [last, row] = [row, next];
  }
  return at(row, b.length);
}

const at = (row: readonly number[], index: number): number =>
  row[index] ?? Number.POSITIVE_INFINITY;
