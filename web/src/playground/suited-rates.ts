// SPDX-License-Identifier: MIT
/** The learning rates that the page chooses. */
import type { Catalog, SettingValue } from '../../../wasm/types.ts';
import { linkDefaults } from '../model/links/defaults.ts';
import { fittingRate } from '../model/links/fitting-rate.ts';
import type { RatedProblem } from '../model/links/problem-link.ts';
import { type Component, component, optimizerRows, type Settings } from '../model/settings.ts';

/** An optimizer with its defaults, but with the learning rate that suits the problem. */
export function fresh(catalog: Catalog, id: string, problem: RatedProblem): Component {
  const usual = component(id, optimizerRows(catalog, id));
  const learningRate = fittingRate(catalog, linkDefaults, problem, id);
  return learningRate === undefined ? usual : withRate(usual, learningRate);
}

/** Adapts learning rates to a change of the problem. A rate that did not suit the old problem was set by hand and stays. */
export function withSuitedRates(
  catalog: Catalog,
  settings: Settings,
  change: Partial<RatedProblem>,
): Partial<Settings> {
  const after = { ...settings, ...change };
  const racers = settings.racers.map((racer) => {
    const { optimizer } = racer;
    const rateOn = (problem: RatedProblem) =>
      fresh(catalog, optimizer.id, problem).values.learningRate;
    const rate = rateOn(after);
    if (rate === undefined || rateOn(settings) !== optimizer.values.learningRate) return racer;
    return { ...racer, optimizer: withRate(optimizer, rate) };
  });
  return { ...change, racers };
}

const withRate = ({ id, values }: Component, learningRate: SettingValue): Component => ({
  id,
  values: { ...values, learningRate },
});
