// SPDX-License-Identifier: MIT
import type { Settings } from './settings.ts';

/**
 * Whether a race is still one that an example speaks of: on the problem of one of its states, and
 * with one of its optimizers. Whatever else is changed is what examples are for.
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
