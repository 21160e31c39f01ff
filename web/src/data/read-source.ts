// SPDX-License-Identifier: MIT
import { marked } from '../language/message.ts';
import { mostBytes } from './limits.ts';
import { readDelimited } from './read-delimited.ts';
import type { Source } from './reader-messages.ts';
import type { ReadOptions, Table } from './table.ts';
import { TableError } from './table-error.ts';

/** Reads a table from files or from a text. */
export async function readSource(
  source: Source,
  options: ReadOptions,
  progress: (share: number) => void = () => {},
): Promise<Table> {
  if ('text' in source) return readText(source.text, source.name, options, progress);
  const [file] = source.files;
  if (!file) throw new TableError(marked('No file was chosen.'));
  if (file.size > mostBytes)
    throw new TableError(marked('“{name}” has {size} MB. At most {most} MB can be read.'), {
      name: file.name,
      size: Math.ceil(file.size / 2 ** 20),
      most: mostBytes / 2 ** 20,
    });
  return readText(textOf(await file.arrayBuffer(), file.name), file.name, options, progress);
}

function readText(
  text: string,
  name: string,
  options: ReadOptions,
  progress: (share: number) => void,
): Table {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (body.trim() === '') throw new TableError(marked('The table is empty.'));
  return readDelimited(body, name, options, progress);
}

/** The text in a file: UTF-8, UTF-16 with a byte order mark, or else Windows-1252, which reads any bytes. */
export function textOf(buffer: ArrayBuffer, name: string): string {
  const bytes = new Uint8Array(buffer);
  const starts = (...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 3, 4))
    throw new TableError(
      marked('“{name}” is a spreadsheet or an archive. Save the table as CSV first.'),
      {
        name,
      },
    );
  if (starts(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
