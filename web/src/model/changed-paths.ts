// SPDX-License-Identifier: MIT

/** The paths at which two trees of values differ, such as `racers.0.optimizer.values.learningRate`. */
export function changedPaths(a: unknown, b: unknown, path: readonly string[] = []): string[] {
  if (Object.is(a, b)) return [];
  if (!isTree(a) || !isTree(b)) return [path.join('.')];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) => changedPaths(a[key], b[key], [...path, key]));
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
