// SPDX-License-Identifier: MIT
import type { Problem } from './types.ts';

/** Thrown for settings that the engine refuses. `problems` lists all of them, as data beside the message. */
export class SettingsError extends Error {
  /** Tells it from other errors, also across instances of the module. */
  override readonly name = 'SettingsError';
  /** Each refusal, in the order of the settings. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.problems = problems;
  }
}

/** What a value must be, and what kind of refusal it is if it is not. */
export type Demand = Pick<Problem, 'code' | 'rule'>;

export function problem(path: string, { code, rule }: Demand, value: unknown): Problem {
  const text = quote(value);
  return { code, path, rule, value: text, message: `${path} ${rule} (got ${text})` };
}

/** Demands by the kind of refusal. */
export const ofType = (rule: string): Demand => ({ code: 'wrong-type', rule });
export const ofShape = (rule: string): Demand => ({ code: 'wrong-shape', rule });
export const inDomain = (rule: string): Demand => ({ code: 'out-of-domain', rule });

/** A count with its noun: '1 number', '2 numbers'. */
export const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

export function refuse(path: string, demand: Demand, value: unknown): never {
  throw new SettingsError([problem(path, demand, value)]);
}

const longestQuote = 80;

/** A value as the user wrote it, shortened for a message. Never throws. */
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

/** Stands in a message for an object that throws when it is read. */
export const unreadable = 'an object that cannot be read';

/** Whether a value is a plain object, also one of another page or worker, and not a Date or the like. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

type Typed = Float64Array | Float32Array | Int32Array | Uint8Array;

/** Whether a value is a typed array of numbers. */
export const isTyped = (value: unknown): value is Typed =>
  ArrayBuffer.isView(value) &&
  !(value instanceof DataView) &&
  !(value instanceof BigInt64Array) &&
  !(value instanceof BigUint64Array);

/** A copy of an object of settings or options. Refuses anything but a plain object. */
export function objectAt(value: unknown, path: string): Record<string, unknown> {
  const copy = attempt(() => (isPlainObject(value) ? { ...value } : undefined));
  return copy ?? refuse(path, ofType('must be an object'), value);
}

/** The result of reading a user's object, or undefined if that throws. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
