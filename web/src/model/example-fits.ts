// SPDX-License-Identifier: MIT
import { sameProblem } from './problem-kinds.ts';
import type { Settings } from './settings.ts';

/**
 * Whether an example's text still applies to a race: it has the problem of one of the example's states,
 * and one of its optimizers. Readers are meant to change everything else.
 */
export function exampleFits(states: readonly Settings[], settings: Settings): boolean {
  return states.some((state) => sameProblem(state, settings) && sharesRule(state, settings));
}

function sharesRule(state: Settings, { racers }: Settings): boolean {
  const rules = new Set(state.racers.map(({ optimizer }) => optimizer.id));
  return racers.some(({ optimizer }) => rules.has(optimizer.id));
}
