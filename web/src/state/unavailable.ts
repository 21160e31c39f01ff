// SPDX-License-Identifier: MIT
import type { OptimizerEntry, Problem } from '../../../wasm/types.ts';

/**
 * Why a rule can't work on a problem, as what follows its name: `needs a sum of squares`. Undefined
 * where it can, or where what is refused has nothing to do with the rule.
 */
export function whyUnavailable(
  { id }: OptimizerEntry,
  problems: readonly Problem[],
): string | undefined {
  const rule = problems.find(({ path }) => path === 'optimizer.id')?.rule;
  const subject = `: ${id} `;
  const start = rule?.indexOf(subject) ?? -1;
  return start < 0 ? rule : rule?.slice(start + subject.length);
}
