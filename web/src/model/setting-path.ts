// SPDX-License-Identifier: MIT
/** Settings by their paths in the engine, such as `optimizer.learningRate`. */
import type { Catalog, Hyperparameter, SettingValue } from '../../../wasm/types.ts';
import {
  type Component,
  optimizerRows,
  type RacerSettings,
  scheduleRows,
  type Settings,
  wrapperRows,
} from './settings.ts';

/** The row of a setting, or undefined for the choice of a component and for unknown paths. */
export function rowAt(
  catalog: Catalog,
  { optimizer, schedule, wrappers }: RacerSettings,
  path: string,
): Hyperparameter | undefined {
  const [group, ...keys] = path.split('.');
  const find = (rows: readonly Hyperparameter[], key = ''): Hyperparameter | undefined =>
    rows.find(({ id }) => id === key);
  if (group === 'schedule') return find(scheduleRows(catalog, schedule.id), keys[0]);
  if (group === 'problem') {
    const { problem, network, surface } = catalog.settings;
    return find([...problem, ...network, ...surface], keys.at(-1));
  }
  if (group !== 'optimizer') return undefined;
  if (keys[0] !== 'wrappers') return find(optimizerRows(catalog, optimizer.id), keys[0]);
  return find(wrapperRows(catalog, wrappers[Number(keys[1])]?.id ?? ''), keys[2]);
}

/** The settings with another value for one of a racer, or of the problem for all racers. */
export function withSetting(
  settings: Settings,
  key: number,
  path: string,
  value: SettingValue,
): Partial<Settings> {
  const [group, ...keys] = path.split('.');
  const id = keys.at(-1) ?? '';
  const change = { [id]: value };
  const changed = (one: Component): Component => ({ ...one, values: { ...one.values, ...change } });
  if (group !== 'problem') {
    const racers = settings.racers.map((racer) => {
      if (racer.key !== key) return racer;
      return group === 'schedule'
        ? { ...racer, schedule: changed(racer.schedule) }
        : { ...racer, optimizer: changed(racer.optimizer) };
    });
    return { racers };
  }
  const { network, problem, dataset, surface } = settings;
  if (keys[0] === 'network') return { network: { ...network, ...change } };
  if (keys[0] === 'dataset') return { dataset: changed(dataset) };
  if (!surface) return { problem: { ...problem, ...change } };
  return { surface: { ...surface, descent: { ...surface.descent, ...change } } };
}
