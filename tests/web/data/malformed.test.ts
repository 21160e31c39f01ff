// SPDX-License-Identifier: MIT
// No file may be read other than the reader expects it: each is refused with the right words, or complete.
import { describe, expect, test } from 'vitest';
import { cellText } from '../../../web/src/data/facts.ts';
import { mostBytes } from '../../../web/src/data/limits.ts';
import { readSource } from '../../../web/src/data/read-source.ts';
import type { Table } from '../../../web/src/data/table.ts';
import { TableError } from '../../../web/src/data/table-error.ts';
import { inEnglish } from '../../../web/src/language/phrase.ts';
import { type Malformed, malformed } from './malformed/files.ts';

const read = ({ name = 'table.csv', content, also }: Malformed): Promise<Table> =>
  readSource({
    files: [
      new File([content as BlobPart], name),
      ...(also ? [new File([also as BlobPart], 'also.csv')] : []),
    ],
  });

const refusalOf = async (reading: Promise<Table>): Promise<string> => {
  const error: unknown = await reading.then(
    () => new Error('It was read.'),
    (reason: unknown) => reason,
  );
  return error instanceof TableError ? inEnglish(error.phrase) : `not refused: ${String(error)}`;
};

const cellsOf = ({ columns, rows }: Table): string[][] =>
  Array.from({ length: rows }, (_, row) => columns.map((column) => cellText(column, row)));

describe('a file with', () => {
  const refused = malformed.filter(({ refusal }) => refusal !== undefined);
  test.each(refused.map((one) => [one.fault, one] as const))('%s is refused', async (_, one) => {
    expect((await refusalOf(read(one))).slice(0, one.refusal?.length)).toBe(one.refusal);
    expect(one.refusal?.endsWith(': ') || (await refusalOf(read(one)))).toBe(
      one.refusal?.endsWith(': ') || one.refusal,
    );
  });

  const complete = malformed.filter(({ refusal }) => refusal === undefined);
  test.each(complete.map((one) => [one.fault, one] as const))('%s is complete', async (_, one) => {
    const table = await read(one);
    expect(cellsOf(table)).toEqual(one.cells);
    expect(table.notes.map(inEnglish)).toEqual(one.notes ?? []);
  });

  test('too many bytes is refused before it is read', async () => {
    const file = { name: 'huge.csv', size: mostBytes + 1 } as File;
    expect(await refusalOf(readSource({ files: [file] }))).toBe(
      '“huge.csv” has 65 MB. At most 64 MB can be read.',
    );
  });

  test('too many bytes once it is unpacked is refused', async () => {
    const blank = new Blob([new Uint8Array(mostBytes + 1).fill(32)]);
    const packed = blank.stream().pipeThrough(new CompressionStream('gzip'));
    const file = new File([await new Response(packed).arrayBuffer()], 'bomb.csv.gz');
    expect(await refusalOf(readSource({ files: [file] }))).toBe(
      '“bomb.csv.gz” has 65 MB. At most 64 MB can be read.',
    );
  });
});

test('no file at all is refused', async () => {
  expect(await refusalOf(readSource({ files: [] }))).toBe('No file was chosen.');
});

test('there are at least forty of them', () => {
  expect(malformed.length).toBeGreaterThanOrEqual(40);
});
