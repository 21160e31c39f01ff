// SPDX-License-Identifier: MIT
import type { Catalog, Problem } from '../../../wasm/types.ts';
import { engineText, ruleText } from '../catalog/engine-texts.ts';
import { msg } from '../language/message.ts';
import { rowAt } from './setting-path.ts';
import type { RacerSettings } from './settings.ts';
import { whyUnavailable } from './unavailable.ts';

/** Why the engine refused a racer, in sentences for readers. Names replace the engine's paths. */
export function refusalText(
  catalog: Catalog,
  settings: RacerSettings,
  problems: readonly Problem[],
): string {
  const { id } = settings.optimizer;
  const entry = catalog.optimizers.find((one) => one.id === id);
  const why = whyUnavailable(problems);
  if (entry && why)
    return msg('{name} does not work on this problem: it {why}.', { name: entry.name, why });
  return problems.map((problem) => sentences(catalog, settings, problem)).join(' ');
}

function sentences(catalog: Catalog, settings: RacerSettings, problem: Problem): string {
  const { path, rule, value, reason } = problem;
  const [, index] = /^optimizer\.wrappers\.([0-9]+)\.id$/.exec(path) ?? [];
  const chosen = settings.wrappers[Number(index)];
  const wrapper = catalog.wrappers.find(({ id }) => id === chosen?.id);
  if (wrapper && reason)
    return msg('{name} cannot be used here: the optimizer {why}.', {
      name: wrapper.name,
      why: engineText(reason),
    });
  return ruleText(subjectOf(catalog, settings, path) ?? path, rule, value);
}

/** The name on the page of a path of the engine. */
function subjectOf(catalog: Catalog, settings: RacerSettings, path: string): string | undefined {
  return path === 'problem' ? msg('The problem') : rowAt(catalog, settings, path)?.name;
}
