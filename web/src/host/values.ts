// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { runTexts } from '../model/links/encode.ts';
import { budgetKeys, linkKeys, surfaceKeys } from '../model/links/keys.ts';
import type { Settings, Values } from '../model/settings.ts';
import type { ChangeValue } from './protocol.ts';

/** The values of settings by the keys of changes. Null where the race has no such setting. */
export function valuesOf(
  catalog: Catalog,
  settings: Settings,
  keys: readonly string[],
): Record<string, ChangeValue> {
  const shared = sharedValues(catalog, settings);
  const runs = runTexts(catalog, settings);
  const valueOf = (key: string): ChangeValue => {
    const [, place, , field] = /^run(\d+)(\.(.+))?$/.exec(key) ?? [];
    if (place === undefined) return own(shared, key);
    if (field === undefined) return runs[Number(place) - 1] ?? null;
    return own(racerValues(catalog, settings, Number(place) - 1), field);
  };
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)]));
}

type Table = Readonly<Record<string, ChangeValue>>;

const own = (values: Table, key: string): ChangeValue =>
  Object.hasOwn(values, key) ? (values[key] ?? null) : null;

/** What all racers share, and the view. */
function sharedValues(catalog: Catalog, settings: Settings): Table {
  const { surface, dataset, problem, network, run, precision, pacing, target, budget } = settings;
  const { speed, instruments, ...view } = settings.view;
  const groups: Partial<Record<string, Values>> = {
    ...(surface
      ? { surface: surface.values, descent: surface.descent }
      : { dataset: dataset.values, problem, network }),
    run,
  };
  const rows = surface ? surfaceKeys(catalog, surface.id) : linkKeys(catalog, dataset.id);
  return {
    ...Object.fromEntries(
      rows.map(({ key, group, row }) => [key, groups[group]?.[row.id] ?? null]),
    ),
    ...(surface ? { surface: surface.id, start: surface.start } : { dataset: dataset.id }),
    ...{ precision, pacing, target, ...view, instruments: instruments.join() || null },
    speed: Number.isFinite(speed) ? speed : 'max',
    [budgetKeys[budget.unit]]: budget.amount,
  };
}

/** The settings of a racer, of its schedule and of its wrappers, and which of those it has. */
function racerValues(catalog: Catalog, { racers }: Settings, place: number): Table {
  const racer = racers[place];
  if (!racer) return {};
  const { on, optimizer, schedule, wrappers } = racer;
  const worn = ({ id }: { id: string }) => wrappers.some((one) => one.id === id);
  return {
    ...optimizer.values,
    off: !on,
    schedule: schedule.id,
    ...prefixed('schedule', schedule.values),
    ...Object.fromEntries(catalog.wrappers.map((entry) => [entry.id, worn(entry)])),
    ...Object.assign({}, ...wrappers.map(({ id, values }) => prefixed(id, values))),
  };
}

const prefixed = (owner: string, values: Values): Table =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`${owner}.${key}`, value]));
