// SPDX-License-Identifier: MIT
import { phrase } from '../language/phrase.ts';
import { mostBytes } from './limits.ts';
import { TableError } from './table-error.ts';

/** The bytes of a file, unpacked if it is gzipped. */
export async function bytesOf(file: Blob & { readonly name: string }): Promise<Uint8Array> {
  const { name } = file;
  if (file.size > mostBytes) throw tooLarge(name, file.size);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await collected(inflated(bytes, 'gzip'), mostBytes);
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(name, mostBytes + 1);
    throw new TableError(
      phrase('“{file}” can’t be unpacked. It may be damaged or cut.', { file: name }),
    );
  }
}

const tooLarge = (name: string, size: number): TableError =>
  new TableError(
    phrase('“{file}” has {size} MB. At most {most} MB can be read.', {
      file: name,
      size: Math.ceil(size / 2 ** 20),
      most: mostBytes / 2 ** 20,
    }),
  );

const streamOf = (bytes: Uint8Array): ReadableStream<BufferSource> =>
  new Blob([bytes as BlobPart]).stream();

export const inflated = (bytes: Uint8Array, format: CompressionFormat) =>
  streamOf(bytes).pipeThrough(new DecompressionStream(format));

export const deflated = (bytes: Uint8Array, format: CompressionFormat) =>
  streamOf(bytes).pipeThrough(new CompressionStream(format));

/** All bytes of a stream. Throws a RangeError if there are more than `most`. */
export async function collected(stream: ReadableStream, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError('too many bytes');
    }
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
