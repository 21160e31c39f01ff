// SPDX-License-Identifier: MIT
import type { Catalog, OptimizerEntry, Situation } from '../../../wasm/types.ts';
import { msg } from '../language/message.ts';
import { type Answers, given } from './questions.ts';

/** A rule of a proposed race, and why it is in it. */
export interface Proposed {
  readonly rule: OptimizerEntry;
  readonly why: string;
  /** The situations that it suits, the most important first. The sentence is about the first two. */
  readonly suits: readonly Situation[];
}

const fitting = 3;

/**
 * Three rules that suit the answers, by what the core declares of each. Rules that suit what matters come
 * first, because the race is looked at for that, and among them those that suit the most other answers.
 * One of each family is taken, so the three work differently. Among equals it is the first in the catalog,
 * which begins with the best known. The catalog's first rule is the baseline.
 */
export function proposedRules(
  { optimizers }: Pick<Catalog, 'optimizers'>,
  answers: Answers,
): Proposed[] {
  const situations = given(answers).flatMap(({ situation }) => situation ?? []);
  const best = optimizers
    .slice(1)
    .filter((rule) => works(rule, situations))
    .map((rule) => proposed(rule, situations))
    .filter(({ suits }) => suits.length > 0)
    .sort((a, b) => score(b, situations) - score(a, situations));
  const families = new Set<string>();
  return best
    .filter(({ rule: { family } }) => !families.has(family) && families.add(family))
    .slice(0, fitting);
}

/**
 * Whether a rule can do with the answers. One that takes the full batch in every step needs little data and
 * exact gradients, and one with a number for every pair of parameters needs few of them.
 */
function works({ batch, dense }: OptimizerEntry, situations: readonly Situation[]): boolean {
  const tooMuch = situations.includes('much-data') || situations.includes('much-noise');
  return !(batch === 'full' && tooMuch) && (!dense || situations.includes('few-parameters'));
}

function proposed(rule: OptimizerEntry, situations: readonly Situation[]): Proposed {
  const reasons = situations.flatMap((one) =>
    rule.suits.filter(({ situation }) => situation === one),
  );
  const [why = '', also] = reasons.map((reason) => reason.why);
  return {
    rule,
    suits: reasons.map(({ situation }) => situation),
    why:
      also === undefined ? msg('It {why}.', { why }) : msg('It {why}, and {also}.', { why, also }),
  };
}

/** `situations` begin with what matters, which outweighs all others. */
const score = ({ suits }: Proposed, situations: readonly Situation[]): number =>
  suits.length + (suits[0] === situations[0] ? situations.length : 0);
