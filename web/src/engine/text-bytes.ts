// SPDX-License-Identifier: MIT

/** The bytes of a binary that plugins/binary-scripts.ts wrote as text: the low bytes of its characters. */
export function bytesOfText(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
