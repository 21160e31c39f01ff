// SPDX-License-Identifier: MIT

type Cell = string | number;

/** Rows as CSV (RFC 4180), the header first. Numbers have every digit. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');

/** Numbers that do not exist are empty, as readers of CSV expect. */
function written(cell: Cell): string {
  const text = typeof cell === 'number' && Number.isNaN(cell) ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
