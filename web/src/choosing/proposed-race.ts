// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { grouped, plain } from '../format/number.ts';
import { msg } from '../language/message.ts';
import { decodeLink } from '../model/links/decode.ts';
import { version } from '../model/links/defaults.ts';
import { type RacerSettings, type Settings, unscheduled } from '../model/settings.ts';
import { fresh } from '../playground/suited-rates.ts';
import { proposedRules } from './proposal.ts';
import { type Answers, setUpOf } from './questions.ts';

/** The race that answers propose: the first race with their problem, their clock, and their rules. */
export function proposedRace(catalog: Catalog, answers: Answers): Settings {
  const first = decodeLink(catalog, `v=${version}`).settings;
  const { hidden, samples, noise, batch, unit, steps } = setUpOf(answers);
  const { dataset } = first;
  const share = 1 - Number(first.problem.testFraction);
  // A batch of all training samples is the full one, also for rules that take no other.
  const whole = samples * share;
  const problem = {
    dataset: {
      ...dataset,
      values: { ...dataset.values, samples, noise: noise * Number(dataset.values.noise) },
    },
    problem: { ...first.problem, batchSize: batch < whole ? batch : 'full' },
    network: { ...first.network, hidden },
  };
  const onProblem = { ...first, ...problem };
  const rules = [catalog.optimizers[0], ...proposedRules(catalog, answers).map(({ rule }) => rule)];
  const racers = rules.flatMap((rule, place): RacerSettings[] =>
    rule
      ? [
          {
            key: place,
            slot: place,
            on: true,
            optimizer: fresh(catalog, rule.id, onProblem),
            wrappers: [],
            schedule: unscheduled(catalog),
          },
        ]
      : [],
  );
  return {
    ...onProblem,
    racers,
    budget: { unit, amount: unit === 'steps' ? steps : steps * Math.min(batch, whole) },
    view: { ...first.view, axis: unit },
  };
}

/** The sizes of a proposed race in a sentence. */
export function sizesOf({ dataset, problem, budget }: Settings): string {
  const { samples, noise } = dataset.values;
  const { batchSize } = problem;
  const { unit, amount } = budget;
  const sizes = {
    samples: grouped(Number(samples)),
    noise: plain(Number(noise)),
    amount: grouped(amount),
  };
  if (batchSize === 'full')
    return unit === 'samples'
      ? msg(
          '{samples} samples with noise {noise}, the full batch, {amount} evaluated samples.',
          sizes,
        )
      : msg('{samples} samples with noise {noise}, the full batch, {amount} steps.', sizes);
  const batched = { ...sizes, batch: grouped(Number(batchSize)) };
  return unit === 'samples'
    ? msg(
        '{samples} samples with noise {noise}, batches of {batch}, {amount} evaluated samples.',
        batched,
      )
    : msg('{samples} samples with noise {noise}, batches of {batch}, {amount} steps.', batched);
}
