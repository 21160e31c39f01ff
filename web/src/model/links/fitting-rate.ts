// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../../wasm/types.ts';
import type { LinkDefaults } from './defaults.ts';
import type { RatedProblem } from './problem-link.ts';
import { problemLinkOf } from './problem-links.ts';

/** The learning rate that suits an optimizer on a problem. Undefined if only its default is known. */
export function fittingRate(
  catalog: Catalog,
  { rates }: LinkDefaults,
  problem: RatedProblem,
  optimizer: string,
): number | undefined {
  if (!rates) return undefined;
  return problemLinkOf(problem)
    .rates(catalog, rates, problem)
    .filter((known) => Object.hasOwn(known, optimizer))
    .at(-1)?.[optimizer];
}
