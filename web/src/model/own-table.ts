// SPDX-License-Identifier: MIT
/** Tables of the reader's own in links: those that are in the link, and those that must be brought. */

/** A table that is too large for a link. `data/` writes and reads the recipe and how the file is read. */
export interface WantedTable {
  name: string;
  rows: number;
  columns: number;
  recipe: unknown;
  read: unknown;
}

/** A table that a link wants, with the id of its data set. */
export interface Wanted extends WantedTable {
  id: string;
  /** The whole link, to be opened when the table is there. */
  link: string;
}

export const ownPrefix = 'own-';

/** The first character of a table in a link: its data follow, or its description. */
export const tableMarks = { data: 'd', description: 'f' } as const;

export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of a text, or undefined if it is damaged. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(plain, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

export function describe({ name, rows, columns, recipe, read }: WantedTable): string {
  const text = JSON.stringify([name, rows, columns, recipe, read]);
  return tableMarks.description + toBase64Url(new TextEncoder().encode(text));
}

/** Whether what a link says of a table is not the table itself. */
export const isDescription = (text: string): boolean => text.startsWith(tableMarks.description);

/** The description in a link, or undefined if it is none or damaged. */
export function described(text: string): WantedTable | undefined {
  if (!isDescription(text)) return undefined;
  const bytes = fromBase64Url(text.slice(1));
  if (!bytes) return undefined;
  try {
    const parts: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!Array.isArray(parts)) return undefined;
    const [name, rows, columns, recipe, read] = parts as unknown[];
    if (typeof name !== 'string' || !isCount(rows) || !isCount(columns)) return undefined;
    return { name, rows, columns, recipe, read };
  } catch {
    return undefined;
  }
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0;
