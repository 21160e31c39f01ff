// SPDX-License-Identifier: MIT
import type { Problem } from './types.ts';

/** Settings that the engine refuses; `problems` lists every one of them. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.problems = problems;
  }
}

export function problem(path: string, rule: string, value: unknown): Problem {
  const text = quote(value);
  return { path, rule, value: text, message: `${path} ${rule} (got ${text})` };
}

export function refuse(path: string, rule: string, value: unknown): never {
  throw new SettingsError([problem(path, rule, value)]);
}

const longestQuote = 80;

/** A value as its writer would recognize it, short enough for a message. Never throws. */
export function quote(value: unknown): string {
  try {
    return described(value);
  } catch {
    return unreadable;
  }
}

function described(value: unknown): string {
  if (typeof value === 'string')
    return value.length > longestQuote
      ? `${JSON.stringify(value.slice(0, longestQuote))}… of ${value.length} characters`
      : JSON.stringify(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint') return 'a BigInt';
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value !== 'object' || value === null) return String(value);
  if (isPlainObject(value)) return 'an object';
  const kind = String(value.constructor.name).slice(0, longestQuote);
  return isTyped(value) ? `${kind} of ${value.length}` : `an object (${kind})`;
}

/** What stands in a message for an object that throws when it is looked at. */
export const unreadable = 'an object that cannot be read';

/** An object literal, of whichever page or worker: nothing that only looks empty, such as a Date. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

type Typed = Float64Array | Float32Array | Int32Array | Uint8Array;

/** An array of numbers by its type. */
export const isTyped = (value: unknown): value is Typed =>
  ArrayBuffer.isView(value) &&
  !(value instanceof DataView) &&
  !(value instanceof BigInt64Array) &&
  !(value instanceof BigUint64Array);

/** A copy of the object at hand, where settings or options must be given. */
export function objectAt(value: unknown, path: string): Record<string, unknown> {
  const copy = attempt(() => (isPlainObject(value) ? { ...value } : undefined));
  return copy ?? refuse(path, 'must be an object', value);
}

/** What reading a stranger's object gives; undefined where that throws. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
