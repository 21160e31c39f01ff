// SPDX-License-Identifier: MIT
import type { RawSetting } from './raw.ts';
import {
  isPlainObject,
  isTyped,
  ofShape,
  problem,
  quote,
  SettingsError,
  unreadable,
} from './settings.ts';
import type { Problem } from './types.ts';

/** Limits of what is passed to the module: far above any real setting, far below its memory. */
const most = { text: 1000, list: 10_000, settings: 1000, key: 80, depth: 16 };

const misplaced = 'must stand in the object that it names, without dots';

export interface Leaves {
  settings: RawSetting[];
  problems: Problem[];
}

/**
 * Flattens the settings tree into leaves such as `problem.network.hidden`, each with its kind. The core
 * knows which paths exist and which values are allowed there. A value of undefined counts as absent.
 * A value of a type that no setting has becomes a leaf of kind `other`, which the core refuses. Never
 * throws.
 */
export function leaves(tree: Record<string, unknown>): Leaves {
  const found: Leaves = { settings: [], problems: [] };
  walk(tree, '', 0, found);
  return found;
}

/** The same, but throws SettingsError if there are problems. */
export function soundLeaves(tree: Record<string, unknown>): RawSetting[] {
  const { settings, problems } = leaves(tree);
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

function walk(value: unknown, path: string, depth: number, found: Leaves): void {
  const { settings, problems } = found;
  if (value === undefined || settings.length + problems.length > most.settings) return;
  if (settings.length + problems.length === most.settings) {
    problems.push(problem(path, ofShape(`must be one of at most ${most.settings} values`), value));
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
    // With a dot or an empty key, the path would mean another setting.
    if (key.includes('.') || key === '')
      problems.push(problem(below, { code: 'unknown-setting', rule: misplaced }, each));
    else walk(each, below, depth + 1, found);
  }
}

/** A leaf, or the entries of an object or of a list of objects, by key or index. */
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
