// SPDX-License-Identifier: MIT
import type { Settings } from './settings.ts';

/**
 * Whether an example's text still applies to a race: it has the problem of one of the example's states,
 * and one of its optimizers. Readers are meant to change everything else.
 */
export function exampleFits(states: readonly Settings[], settings: Settings): boolean {
  return states.some(
    (state) => problemOf(state) === problemOf(settings) && sharesRule(state, settings),
  );
}

const problemOf = ({ surface, dataset }: Settings): string =>
  surface ? `surface ${surface.id}` : `data ${dataset.id}`;

function sharesRule(state: Settings, { racers }: Settings): boolean {
  const rules = new Set(state.racers.map(({ optimizer }) => optimizer.id));
  return racers.some(({ optimizer }) => rules.has(optimizer.id));
}
