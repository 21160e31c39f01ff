// SPDX-License-Identifier: MIT
import type { RawOwnData, RawSetting } from './raw.ts';
import type { OwnData, Problem } from './types.ts';

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

/** A value as its writer would recognize it, short enough for a message. */
export function quote(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function') return 'a function';
  return String(value);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !ArrayBuffer.isView(value);
}

/**
 * The settings tree as a list of its leaves, `problem.network.hidden` and so on, each with its kind:
 * the core knows which paths exist and what is legal there. Absent and undefined are the same.
 */
export function leaves(tree: unknown, path = ''): RawSetting[] {
  if (tree === undefined) return [];
  if (typeof tree === 'number') return [[path, 'number', tree]];
  if (typeof tree === 'boolean') return [[path, 'boolean', tree]];
  if (typeof tree === 'string') return [[path, 'string', tree]];
  if (Array.isArray(tree) && tree.every((item) => typeof item === 'number'))
    return [[path, 'numbers', Float64Array.from(tree)]];
  // A list of components, by their places.
  if (isPlainObject(tree) || (Array.isArray(tree) && tree.every(isPlainObject)))
    return Object.entries(tree).flatMap(([key, value]) =>
      leaves(value, path === '' ? key : `${path}.${key}`),
    );
  return [[path, 'other', quote(tree)]];
}

/** Whether a data set is the user's own samples rather than the name of a generator. */
export function isOwnData(dataset: unknown): dataset is OwnData {
  return isPlainObject(dataset) && ('inputs' in dataset || 'targets' in dataset);
}

/** Own samples as flat arrays. Shapes are checked here, numbers in the core. */
export function flatten(data: OwnData, path: string): RawOwnData | Problem[] {
  const problems: Problem[] = [];
  const { inputs, targets, task } = data;
  if (task !== 'classification' && task !== 'regression')
    problems.push(problem(`${path}.task`, 'must be "classification" or "regression"', task));
  if (!Array.isArray(inputs) || inputs.length === 0)
    problems.push(
      problem(`${path}.inputs`, 'must be a list with a row of numbers per sample', inputs),
    );
  if (!Array.isArray(targets) || (Array.isArray(inputs) && targets.length !== inputs.length))
    problems.push(
      problem(`${path}.targets`, 'must be a list with one entry per row of inputs', targets),
    );
  if (problems.length > 0) return problems;

  const x = rows(inputs, `${path}.inputs`);
  const y = rows(
    targets.map((target) => (Array.isArray(target) ? target : [target])),
    `${path}.targets`,
  );
  if ('message' in x) return [x];
  if ('message' in y) return [y];
  if (task === 'classification' && y.width !== 1)
    return [problem(`${path}.targets`, 'must be one class number per sample', targets[0])];
  const classes = data.classes ?? y.values.reduce((most, k) => Math.max(most, k + 1), 2);
  if (task === 'classification' && !Number.isSafeInteger(classes))
    return [problem(`${path}.classes`, 'must be an integer from 2 to 1000', classes)];
  return {
    inputs: x.values,
    targets: y.values,
    inputWidth: x.width,
    outputWidth: y.width,
    classes: task === 'classification' ? Math.min(Math.max(classes, 0), 2 ** 30) : 0,
    regression: task === 'regression',
  };
}

/** Equal rows of numbers, one after another; or the first row that is none. */
export function rows(
  table: unknown[],
  path: string,
): { values: Float64Array<ArrayBuffer>; width: number } | Problem {
  const first = table[0];
  const width = Array.isArray(first) ? first.length : 0;
  const values = new Float64Array(table.length * width);
  for (const [i, row] of table.entries()) {
    if (!Array.isArray(row) || row.length !== width || width === 0)
      return problem(`${path}[${i}]`, `must be a row of ${width || 'at least one'} numbers`, row);
    for (const [j, value] of row.entries()) {
      if (typeof value !== 'number')
        return problem(`${path}[${i}][${j}]`, 'must be a number', value);
      values[i * width + j] = value;
    }
  }
  return { values, width };
}
