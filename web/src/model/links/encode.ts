// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../../wasm/types.ts';
import {
  type RacerSettings,
  type Settings,
  type SurfaceSettings,
  usualAxis,
  type Values,
} from '../settings.ts';
import {
  defaultsFor,
  linkDefaults,
  optimizerDefaults,
  surfaceDefaults,
  scheduleDefaults,
  version,
} from './defaults.ts';
import { fittingRate } from './fitting-rate.ts';
import { type Pair, writePairs } from './grammar.ts';
import { budgetKeys, type Group, type LinkKey, linkKeys, surfaceKeys } from './keys.ts';
import { writeValue } from './value.ts';

/**
 * The settings as a flat, readable text: the version, then all values that differ from the frozen
 * defaults. Settings that are not frozen yet are always written, so the link keeps its meaning.
 */
export function encodeLink(catalog: Catalog, settings: Settings): string {
  return writePairs([
    ['v', version],
    ...(settings.example === '' ? [] : [['example', settings.example] as const]),
    ...(settings.surface
      ? surfacePairs(catalog, settings, settings.surface)
      : problemPairs(catalog, settings)),
    ...pagePairs(settings),
    ...runPairs(catalog, settings),
  ]);
}

type Grouped = Partial<Record<Group, Values>>;

function problemPairs(catalog: Catalog, settings: Settings): Pair[] {
  const { dataset, problem, network, run } = settings;
  const frozen = defaultsFor(linkDefaults.datasets, dataset.id);
  return [
    ...(dataset.id === linkDefaults.dataset ? [] : [['dataset', dataset.id] as const]),
    ...rowPairs(
      linkKeys(catalog, dataset.id),
      { dataset: dataset.values, problem, network, run },
      { ...linkDefaults, dataset: frozen },
    ),
  ];
}

function surfacePairs(
  catalog: Catalog,
  { run }: Settings,
  { id, values, start, descent }: SurfaceSettings,
): Pair[] {
  const frozen = surfaceDefaults(linkDefaults, id);
  const keys = surfaceKeys(catalog, id);
  const defaults = { surface: frozen?.values ?? {}, descent: linkDefaults.surface };
  return [
    ['surface', id],
    ...(same(start, frozen?.start) ? [] : [['start', start.join()] as const]),
    ...rowPairs(keys, { surface: values, descent, run }, { ...defaults, run: linkDefaults.run }),
  ];
}

function rowPairs(keys: LinkKey[], values: Grouped, defaults: Grouped): Pair[] {
  return keys.flatMap(({ key, group, row }) => {
    const value = values[group]?.[row.id];
    if (value === undefined || same(value, defaults[group]?.[row.id])) return [];
    return [[key, writeValue(value)] as const];
  });
}

function pagePairs({ precision, budget, target, pacing, view }: Settings): Pair[] {
  const { page } = linkDefaults;
  const { axis, scale, show, speed } = view;
  const pairs: Pair[] = [];
  if (precision !== page.precision) pairs.push(['precision', precision]);
  if (budget.unit !== 'steps' || budget.amount !== page.steps) {
    pairs.push([budgetKeys[budget.unit], String(budget.amount)]);
  }
  if (target !== null) pairs.push(['target', String(target)]);
  if (pacing !== page.pacing) pairs.push(['pacing', pacing]);
  if (axis !== usualAxis(pacing, page.axis)) pairs.push(['axis', axis]);
  if (scale !== page.scale) pairs.push(['scale', scale]);
  if (show !== page.show) pairs.push(['show', show]);
  if (speed !== page.speed) pairs.push(['speed', Number.isFinite(speed) ? String(speed) : 'max']);
  return pairs;
}

function runPairs(catalog: Catalog, settings: Settings): Pair[] {
  const { surface, racers } = settings;
  const runs = racers.map((racer) =>
    encodeRun(racer, fittingRate(catalog, linkDefaults, settings, racer.optimizer.id)),
  );
  const usual = surface ? surfaceDefaults(linkDefaults, surface.id)?.runs : linkDefaults.runs;
  if (same(runs, usual)) return [];
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
    .filter(([key, value]) => !same(value, defaults[key]))
    .map(([key, value]) => `${prefix}${key}=${writeValue(value)}`);
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && a.join() === b.join());
}
