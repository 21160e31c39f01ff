// SPDX-License-Identifier: MIT
import { phrase } from '../language/phrase.ts';
import { bytesOf } from './bytes.ts';
import { isHiddenFile, isImageFile } from './image-files.ts';
import { looksLikeIdx, parseIdx, readIdx } from './read-idx.ts';
import { looksLikeJson, readJson } from './read-json.ts';
import { readDelimited } from './read-delimited.ts';
import { readImages } from './read-images.ts';
import type { Source } from './reader-messages.ts';
import type { ReadOptions, Table } from './table.ts';
import { TableError } from './table-error.ts';

/** Reads a table from files or from a text. */
export async function readSource(
  source: Source,
  options: ReadOptions = {},
  progress: (share: number) => void = () => {},
): Promise<Table> {
  if ('text' in source) return readText(source.text, source.name, options, progress);
  const paths = source.paths ?? source.files.map(({ name }) => name);
  const visible = source.files.filter((_, index) => !isHiddenFile(paths[index] ?? ''));
  const shown = paths.filter((path) => !isHiddenFile(path));
  const [first] = visible;
  if (!first) throw new TableError(phrase('No file was chosen.'));
  if (shown.some(isImageFile)) {
    const other = shown.find((path) => !isImageFile(path));
    if (other !== undefined)
      throw new TableError(
        phrase('“{file}” is no image, but the others are. Bring images alone.', { file: other }),
      );
    return readImages(visible, shown, progress);
  }
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const file of visible) files.push({ name: file.name, bytes: await bytesOf(file) });
  if (files.every(({ bytes }) => looksLikeIdx(bytes)))
    return readIdx(files.map(({ name, bytes }) => parseIdx(bytes, name)));
  const [only, ...others] = files;
  if (!only || others.length > 0)
    throw new TableError(
      phrase('Bring one table, or two files as MNIST has them, or a folder of images.'),
    );
  return readText(textOf(only.bytes, only.name), only.name, options, progress);
}

function readText(
  text: string,
  name: string,
  options: ReadOptions,
  progress: (share: number) => void,
): Table {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (body.trim() === '') throw new TableError(phrase('The table is empty.'));
  return looksLikeJson(body) ? readJson(body, name) : readDelimited(body, name, options, progress);
}

/** The text in a file: UTF-8, UTF-16 with a byte order mark, or else Windows-1252, which reads any bytes. */
export function textOf(bytes: Uint8Array, name: string): string {
  const starts = (...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 3, 4))
    throw new TableError(
      phrase('“{file}” is a spreadsheet or an archive. Save the table as CSV first.', {
        file: name,
      }),
    );
  if (starts(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
