// SPDX-License-Identifier: MIT
import { type Numbers, numbersAt, rows } from './numbers.ts';
import type { RawOwnData } from './raw.ts';
import { ownShape, sizeOf } from './shape.ts';
import {
  attempt,
  inDomain,
  isPlainObject,
  isTyped,
  ofShape,
  ofType,
  problem,
  unreadable,
} from './settings.ts';
import type { Problem, SampleShape } from './types.ts';

const keys = ['inputs', 'targets', 'task', 'classes', 'shape'];

/** Settings without the user's own data, and these data. */
export interface Asked {
  tree: Record<string, unknown>;
  own: RawOwnData | null;
  problems: Problem[];
}

/** Separates the user's own samples from the settings, if they have any instead of a generator. */
export function withoutOwnData(settings: Record<string, unknown>): Asked {
  const asIs = { tree: settings, own: null, problems: [] };
  // Settings that can't be read stay as they are. leaves() reports them.
  return attempt(() => takenOut(settings)) ?? asIs;
}

function takenOut(settings: Record<string, unknown>): Asked | undefined {
  const { problem: given } = settings;
  if (!isPlainObject(given) || !isPlainObject(given.dataset)) return undefined;
  const dataset = { ...given.dataset };
  if (!('inputs' in dataset || 'targets' in dataset)) return undefined;
  const rest = Object.fromEntries(Object.entries(dataset).filter(([key]) => !keys.includes(key)));
  const tree = { ...settings, problem: { ...given, dataset: rest } };
  const path = 'problem.dataset';
  const own = attempt(() => flatten(dataset, path)) ?? [
    problem(path, ofType('must be lists of numbers'), unreadable),
  ];
  return Array.isArray(own) ? { tree, own: null, problems: own } : { tree, own, problems: [] };
}

/** Converts own samples to flat arrays. Checks shapes here; the core checks the numbers. */
function flatten(data: Record<string, unknown>, path: string): RawOwnData | Problem[] {
  const { inputs, targets, task } = data;
  const problems: Problem[] = [];
  if (task !== 'classification' && task !== 'regression')
    problems.push(
      problem(
        `${path}.task`,
        { code: 'unknown-id', rule: 'must be "classification" or "regression"' },
        task,
      ),
    );
  const flat = flatWidth(inputs, data.shape);
  const count = flat ? (inputs as Float64Array).length / flat : listed(inputs);
  if (!count)
    problems.push(
      problem(`${path}.inputs`, ofShape('must be a list with a row of numbers per sample'), inputs),
    );
  if (!isList(targets) || (count !== undefined && targets.length !== count))
    problems.push(
      problem(
        `${path}.targets`,
        ofShape('must be a list with one entry per row of inputs'),
        targets,
      ),
    );
  if (problems.length > 0) return problems;

  const at = `${path}.inputs`;
  const x = flat ? { values: flatAt(inputs, at), width: flat } : rows(inputs as unknown[], at);
  const y = targetRows(targets as ArrayLike<unknown>, `${path}.targets`, task === 'classification');
  if ('message' in x) return [x];
  if ('message' in y) return [y];
  const shape = ownShape(data.shape, x.width, `${path}.shape`);
  if ('message' in shape) return [shape];
  const classification = task === 'classification';
  if (classification && y.width !== 1)
    return [
      problem(
        `${path}.targets`,
        ofShape('must be one class number per sample'),
        (targets as unknown[])[0],
      ),
    ];
  const classes = data.classes === undefined ? classesIn(y.values) : data.classes;
  if (classification && !Number.isSafeInteger(classes))
    return [problem(`${path}.classes`, inDomain('must be an integer from 2 to 1000'), classes)];
  return {
    inputs: x.values,
    targets: y.values,
    shape,
    outputWidth: y.width,
    classes: classification ? Math.min(Math.max(classes as number, 0), 2 ** 30) : 0,
    regression: !classification,
  };
}

/** The numbers of a sample, if all samples are in one array and the shape tells where each ends. */
function flatWidth(inputs: unknown, shape: unknown): number {
  if (!isTyped(inputs) || !isPlainObject(shape)) return 0;
  const width = sizeOf({ channels: 1, ...shape } as SampleShape);
  return width > 0 && inputs.length % width === 0 ? width : 0;
}

/** Bytes stay bytes. */
const flatAt = (inputs: unknown, path: string): Numbers | Uint8Array =>
  inputs instanceof Uint8Array ? inputs : numbersAt(inputs, path);

const listed = (value: unknown): number | undefined =>
  Array.isArray(value) ? value.length : undefined;

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || isTyped(value);

/** One value or a row of values per sample. */
function targetRows(targets: ArrayLike<unknown>, path: string, classification: boolean) {
  if (isTyped(targets)) return { values: numbersAt(targets, path), width: 1 };
  const all = Array.from(targets);
  const wrong = all.findIndex((target) => typeof target !== 'number' && !isList(target));
  if (wrong >= 0)
    return problem(
      `${path}[${wrong}]`,
      ofType(
        classification
          ? 'must be a class number, such as 0 for the first class'
          : 'must be a number or a row of numbers',
      ),
      all[wrong],
    );
  return rows(
    all.map((target) => (isList(target) ? target : [target])),
    path,
  );
}

/** The largest class number plus one. The core refuses values that are no numbers. */
const classesIn = (targets: Float64Array): number =>
  targets.reduce((most, k) => (Number.isFinite(k) ? Math.max(most, k + 1) : most), 2);
