// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../../wasm/types.ts';
import { type RacerSettings, type Settings, usualAxis, type Values } from '../settings.ts';
import {
  defaultsFor,
  linkDefaults,
  optimizerDefaults,
  scheduleDefaults,
  version,
} from './defaults.ts';
import { fittingRate } from './fitting-rate.ts';
import { type Pair, writePairs } from './grammar.ts';
import { budgetKeys } from './keys.ts';
import { problemLinkOf } from './problem-links.ts';
import { sameValue, writeValue } from './value.ts';

/**
 * The settings as a flat, readable text: the version, then all values that differ from the frozen
 * defaults. Settings that are not frozen yet are always written, so the link keeps its meaning.
 */
export function encodeLink(catalog: Catalog, settings: Settings): string {
  const { lesson, example } = settings;
  const race = [
    ...problemLinkOf(settings).write(catalog, settings),
    ...pagePairs(settings),
    ...runPairs(catalog, settings),
    ...expectPairs(settings),
  ];
  // A link that says nothing but the step of a lesson has the step's race.
  if (lesson !== '' && race.length === 0) race.push(budgetPair(settings));
  return writePairs([
    ['v', version],
    ...(lesson === '' ? [] : [['lesson', lesson] as const]),
    ...(example === '' ? [] : [['example', example] as const]),
    ...race,
  ]);
}

const expectPairs = ({ expect }: Settings): Pair[] =>
  expect.length > 0 ? [['expect', expect.join()]] : [];

const budgetPair = ({ budget: { unit, amount } }: Settings): Pair => [
  budgetKeys[unit],
  String(amount),
];

function pagePairs(settings: Settings): Pair[] {
  const { precision, budget, target, pacing, view } = settings;
  const { page } = linkDefaults;
  const { axis, scale, show, speed, instruments } = view;
  const pairs: Pair[] = [];
  if (precision !== page.precision) pairs.push(['precision', precision]);
  if (budget.unit !== 'steps' || budget.amount !== page.steps) pairs.push(budgetPair(settings));
  if (target !== null) pairs.push(['target', String(target)]);
  if (pacing !== page.pacing) pairs.push(['pacing', pacing]);
  if (axis !== usualAxis(pacing, page.axis)) pairs.push(['axis', axis]);
  if (scale !== page.scale) pairs.push(['scale', scale]);
  if (show !== page.show) pairs.push(['show', show]);
  if (speed !== page.speed) pairs.push(['speed', Number.isFinite(speed) ? String(speed) : 'max']);
  if (instruments.length > 0) pairs.push(['instruments', instruments.join()]);
  return pairs;
}

/** The text of each racer. */
export function runTexts(catalog: Catalog, settings: Settings): string[] {
  return settings.racers.map((racer) =>
    encodeRun(racer, fittingRate(catalog, linkDefaults, settings, racer.optimizer.id)),
  );
}

function runPairs(catalog: Catalog, settings: Settings): Pair[] {
  const runs = runTexts(catalog, settings);
  const usual = problemLinkOf(settings).frozenRuns(linkDefaults, settings);
  if (sameValue(runs, usual)) return [];
  return runs.length > 0 ? runs.map((run) => ['run', run]) : [['run', '']];
}

/**
 * `id,hyperparameter=value,...`, then `schedule=id,schedule.hyperparameter=value,...` and for each
 * wrapper `id,id.hyperparameter=value,...`, with `off` for a racer that is switched off. It
 * omits only the default learning rate, and only where it suits the problem.
 */
function encodeRun(
  { optimizer, schedule, wrappers, on }: RacerSettings,
  fitting: number | undefined,
): string {
  const usual = optimizerDefaults(linkDefaults, optimizer.id);
  const { learningRate, ...others } = usual;
  const fits = fitting === undefined || fitting === learningRate;
  const scheduled = schedule.id === linkDefaults.unscheduled ? [] : [`schedule=${schedule.id}`];
  return [
    optimizer.id,
    ...changed(optimizer.values, fits ? usual : others),
    ...scheduled,
    ...changed(schedule.values, scheduleDefaults(linkDefaults, schedule.id), 'schedule.'),
    ...wrappers.flatMap(({ id, values }) => [
      id,
      ...changed(values, defaultsFor(linkDefaults.wrappers, id), `${id}.`),
    ]),
    ...(on ? [] : ['off']),
  ].join(',');
}

function changed(values: Values, defaults: Values, prefix = ''): string[] {
  return Object.entries(values)
    .filter(([key, value]) => !sameValue(value, defaults[key]))
    .map(([key, value]) => `${prefix}${key}=${writeValue(value)}`);
}
