// SPDX-License-Identifier: MIT

/**
 * The buffers of all typed arrays in an answer, each once. They are transferred instead of copied,
 * which is safe because the engine copies every array that it returns. In a list of numbers there is
 * nothing to find, so a long one costs nothing.
 */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (value === null || typeof value !== 'object') return;
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (!Array.isArray(value)) for (const member of Object.values(value)) collect(member, found);
  else if (typeof value[0] === 'object') for (const item of value) collect(item, found);
}
