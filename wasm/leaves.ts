// SPDX-License-Identifier: MIT
import type { RawSetting } from './raw.ts';
import { isPlainObject, isTyped, problem, quote, SettingsError, unreadable } from './settings.ts';
import type { Problem } from './types.ts';

/** What crosses the border at most: far more than any setting needs, far less than memory has. */
const most = { text: 1000, list: 10_000, settings: 1000, key: 80, depth: 16 };

export interface Leaves {
  settings: RawSetting[];
  problems: Problem[];
}

/**
 * The settings tree as a list of its leaves, `problem.network.hidden` and so on, each with its kind:
 * the core knows which paths exist and what is legal there. Absent and undefined are the same.
 * What no setting can be becomes a leaf too, of kind `other`, which the core refuses. Never throws.
 */
export function leaves(tree: Record<string, unknown>): Leaves {
  const found: Leaves = { settings: [], problems: [] };
  walk(tree, '', 0, found);
  return found;
}

/** The same for a tree that is all that is asked: its problems are thrown. */
export function soundLeaves(tree: Record<string, unknown>): RawSetting[] {
  const { settings, problems } = leaves(tree);
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

function walk(value: unknown, path: string, depth: number, found: Leaves): void {
  const { settings, problems } = found;
  if (value === undefined || settings.length + problems.length > most.settings) return;
  if (settings.length + problems.length === most.settings) {
    problems.push(problem(path, `must be one of at most ${most.settings} values`, value));
    return;
  }
  const inside = contents(value, path, depth);
  if (typeof inside[0] === 'string') {
    settings.push(inside as RawSetting);
    return;
  }
  for (const [key, each] of inside as [string, unknown][]) {
    const name = key.length > most.key ? `${key.slice(0, most.key)}…` : key;
    const below = path === '' ? name : `${path}.${name}`;
    // Such a path would be another setting's.
    if (key.includes('.') || key === '')
      problems.push(problem(below, 'must stand in the object that it names, without dots', each));
    else walk(each, below, depth + 1, found);
  }
}

/** A leaf, or the keys and values of what has settings inside: an object, or a list of them by their places. */
function contents(value: unknown, path: string, depth: number): RawSetting | [string, unknown][] {
  if (typeof value === 'number') return [path, 'number', value];
  if (typeof value === 'boolean') return [path, 'boolean', value];
  if (typeof value === 'string' && value.length <= most.text) return [path, 'string', value];
  try {
    if (isListOf(value, (item) => typeof item === 'number'))
      return [path, 'numbers', Float64Array.from(value as number[])];
    const holds = isPlainObject(value) || (!isTyped(value) && isListOf(value, isPlainObject));
    if (!holds || depth >= most.depth) return [path, 'other', quote(value)];
    const inside = Object.entries(value as object);
    return inside.length > 0 || path === '' ? inside : [path, 'empty', null];
  } catch {
    return [path, 'other', unreadable];
  }
}

function isListOf(value: unknown, fits: (item: unknown) => boolean): boolean {
  if (isTyped(value)) return value.length <= most.list;
  return Array.isArray(value) && value.length <= most.list && Array.from(value).every(fits);
}
