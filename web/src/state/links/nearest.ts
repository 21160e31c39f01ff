// SPDX-License-Identifier: MIT

/** What has an id, and mostly a name. */
export interface Named {
  id: string;
  name?: string;
}

/** The one of `known` that is written exactly so, or else with other capitals. */
export function inAnyCapitals<T extends string>(known: readonly T[], given: string): T | undefined {
  const small = given.toLowerCase();
  return known.find((one) => one === given) ?? known.find((one) => one.toLowerCase() === small);
}

/** `Did you mean l-bfgs?`, or what to do where nothing known is near. */
export function suggestion(given: string, known: readonly Named[], otherwise = ''): string {
  const near = nearest(given, known);
  return near === undefined ? otherwise : `Did you mean ${near}?`;
}

/** The id of what was probably meant, by id or by name; undefined where nothing is near. */
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
    // Half a name, such as one of two inventors, is nearer than a word with as many mistakes as are allowed.
    if (wanted.length >= 3 && word.includes(wanted)) return word === wanted ? 0 : 0.5;
    const distance = edits(wanted, word);
    // Of one or two letters, one mistake is as much as the whole.
    const most = wanted.length < 3 ? 0 : Math.max(1, wanted.length / 4);
    return distance <= most ? distance : Number.POSITIVE_INFINITY;
  }
}

/** Case, hyphens and blanks are what people remember least. Nothing known is longer. */
function letters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 40);
}

/** How many letters must be changed, put in, left out, or swapped with the next. */
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
