// SPDX-License-Identifier: MIT
import type { Catalog, Precision, Problem, RunSettings } from '../../../wasm/types.ts';
import { engineText } from '../catalog/engine-texts.ts';
import { precisionOf } from './precision.ts';
import { runSettings } from './run-settings.ts';
import { component, optimizerRows, type Settings, unscheduled } from './settings.ts';

/**
 * Why a rule can't work on a problem, to follow its name: `needs a sum of squares`. Undefined if it can,
 * or if the refusal has other reasons.
 */
export function whyUnavailable(problems: readonly Problem[]): string | undefined {
  const reason = problems.find(({ code }) => code === 'unmet-need')?.reason;
  return reason === undefined ? undefined : engineText(reason);
}

/** Asks an engine of that precision for the problems of settings. */
export type Check = (precision: Precision, settings: RunSettings) => Promise<Problem[]>;

/** Why rules can't work on the problem of a race, by id, each checked in the precision it would use. */
export async function unavailableRules(
  catalog: Catalog,
  settings: Settings,
  check: Check,
): Promise<Map<string, string>> {
  const found = await Promise.all(
    catalog.optimizers.map(async (entry) => {
      const optimizer = component(entry.id, optimizerRows(catalog, entry.id));
      const bare = { wrappers: [], schedule: unscheduled(catalog) };
      const racer = { key: 0, slot: 0, on: true, optimizer, ...bare };
      const precision = precisionOf(catalog, { ...settings, racers: [racer] });
      const problems = await check(precision, runSettings(settings, racer));
      return [entry.id, whyUnavailable(problems)] as const;
    }),
  );
  return new Map(found.filter((pair): pair is [string, string] => pair[1] !== undefined));
}
