// SPDX-License-Identifier: MIT
/** Changes of racers in their cards. */
import type { Catalog, SettingValue } from '../../../wasm/types.ts';
import type { Playground } from './playground.ts';
import {
  type Component,
  component,
  type RacerSettings,
  scheduleRows,
  type Settings,
  takesRate,
  unscheduled,
  wrapperRows,
} from '../model/settings.ts';

/** Makes the values that a racer was changed to its starting values. */
export function keepChanges(playground: Playground, key: number): Promise<void> {
  return setRacer(playground, key, () => {
    const current = playground.racer(key)?.current;
    return current ? { optimizer: current } : {};
  });
}

export function chooseOptimizer(playground: Playground, key: number, id: string): Promise<void> {
  return playground.updateWithDeferred(({ catalog, fresh }) =>
    changed(key, (racer, settings) => ({
      optimizer: fresh(catalog, id, settings),
      wrappers: fittingWrappers(catalog, racer.wrappers, id),
      schedule: takesRate(catalog, id) ? racer.schedule : unscheduled(catalog),
    })),
  );
}

/** Without the wrappers that the new rule would refuse. */
function fittingWrappers(
  { wrappers }: Catalog,
  chosen: readonly Component[],
  rule: string,
): Component[] {
  return chosen.filter(({ id }) => !wrappers.find((entry) => entry.id === id)?.unfit[rule]);
}

export function chooseSchedule(playground: Playground, key: number, id: string): Promise<void> {
  const schedule = component(id, scheduleRows(playground.catalog, id));
  return setRacer(playground, key, () => ({ schedule }));
}

type Change = Record<string, SettingValue>;

export function setSchedule(playground: Playground, key: number, change: Change): Promise<void> {
  return setRacer(playground, key, ({ schedule: { id, values } }) => ({
    schedule: { id, values: { ...values, ...change } },
  }));
}

/** Adds a wrapper as the outermost. */
export function addWrapper(playground: Playground, key: number, id: string): Promise<void> {
  const added = component(id, wrapperRows(playground.catalog, id));
  return setRacer(playground, key, ({ wrappers }) => ({ wrappers: [...wrappers, added] }));
}

export function removeWrapper(playground: Playground, key: number, id: string): Promise<void> {
  return setRacer(playground, key, ({ wrappers }) => ({
    wrappers: wrappers.filter((wrapper) => wrapper.id !== id),
  }));
}

export function setWrapper(
  playground: Playground,
  key: number,
  id: string,
  change: Change,
): Promise<void> {
  return setRacer(playground, key, ({ wrappers }) => ({
    wrappers: wrappers.map((wrapper) =>
      wrapper.id === id ? { id, values: { ...wrapper.values, ...change } } : wrapper,
    ),
  }));
}

export function switchRacer(playground: Playground, key: number, on: boolean): Promise<void> {
  return setRacer(playground, key, () => ({ on }));
}

export function removeRacer(playground: Playground, key: number): Promise<void> {
  return playground.update(({ racers }) => ({
    racers: racers.filter((racer) => racer.key !== key),
  }));
}

type RacerChange = (racer: RacerSettings, settings: Settings) => Partial<RacerSettings>;

function setRacer(playground: Playground, key: number, change: RacerChange): Promise<void> {
  return playground.update(changed(key, change));
}

/** The change of the settings that changes one racer. */
function changed(key: number, change: RacerChange) {
  return (settings: Settings): Partial<Settings> => ({
    racers: settings.racers.map((racer) =>
      racer.key === key ? { ...racer, ...change(racer, settings) } : racer,
    ),
  });
}
