// SPDX-License-Identifier: MIT
import { msg } from './message.ts';

/**
 * The same data with texts in the page's language: the properties `read`, wherever they are. They are
 * translated when somebody reads them, so data may be loaded before their language.
 */
export function speaking<T>(data: T, read: ReadonlySet<string>): T {
  if (Array.isArray(data)) return data.map((item: unknown) => speaking(item, read)) as T;
  if (typeof data !== 'object' || data === null) return data;
  const spoken = {};
  for (const [key, value] of Object.entries(data)) {
    const isText = read.has(key) && typeof value === 'string';
    const property = isText ? { get: () => msg(value) } : { value: speaking(value, read) };
    Object.defineProperty(spoken, key, { ...property, enumerable: true });
  }
  return spoken as T;
}
