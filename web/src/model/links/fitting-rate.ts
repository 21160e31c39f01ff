// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../../wasm/types.ts';
import type { Settings } from '../settings.ts';
import type { FittingRates, LinkDefaults } from './defaults.ts';

/** What the choice of a learning rate depends on. */
export type RatedProblem = Pick<Settings, 'surface' | 'dataset' | 'network'>;

/** The learning rate that suits an optimizer on a problem. Undefined if only its default is known. */
export function fittingRate(
  catalog: Catalog,
  { rates }: LinkDefaults,
  problem: RatedProblem,
  optimizer: string,
): number | undefined {
  if (!rates) return undefined;
  return ratesOn(catalog, rates, problem)
    .filter((known) => Object.hasOwn(known, optimizer))
    .at(-1)?.[optimizer];
}

/** Those of every kind that the problem belongs to, the most special last. */
function ratesOn(
  catalog: Catalog,
  { surfaces, networks }: FittingRates,
  { surface, dataset, network }: RatedProblem,
): Record<string, number>[] {
  if (surface) return Object.hasOwn(surfaces, surface.id) ? [surfaces[surface.id] ?? {}] : [];
  const inputs = catalog.datasets.find(({ id }) => id === dataset.id)?.inputs ?? 0;
  const weights = hiddenWeights(inputs, network.hidden);
  return networks
    .filter(({ from }) => from.inputs <= inputs && from.weights <= weights)
    .map(({ rates }) => rates);
}

/** How many weights lead into hidden layers. */
function hiddenWeights(inputs: number, hidden: unknown): number {
  const widths = Array.isArray(hidden) ? (hidden as number[]) : [];
  return widths.reduce((sum, width, i) => sum + width * (widths[i - 1] ?? inputs), 0);
}
