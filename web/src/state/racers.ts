// SPDX-License-Identifier: MIT
/** What is changed of the racers in their cards, and of the surface they are on. */
import type { SettingValue } from '../../../wasm/types.ts';
import type { Playground } from './playground.ts';
import {
  type Component,
  component,
  optimizerRows,
  type RacerSettings,
  scheduleRows,
  takesRate,
  unscheduled,
  wrapperRows,
} from './settings.ts';
import { atSuitedRate } from './surface.ts';

/**
 * A hyperparameter changed in the middle of a race applies at the next step and stays out of the
 * link. What the engine cannot change in between starts the racer anew; it trains up to the others.
 */
export async function setHyperparameter(
  playground: Playground,
  key: number,
  id: string,
  value: SettingValue,
): Promise<void> {
  const { race } = playground;
  const racer = playground.racer(key);
  const midRace = racer && race.at > 0 && race.state !== 'finished' && racer.racing;
  if (midRace && (await race.configure(racer, { [id]: value }))) return;
  await setRacer(playground, key, ({ optimizer }) => ({
    optimizer: { ...optimizer, values: { ...optimizer.values, [id]: value } },
  }));
  if (race.state === 'finished') race.reset();
}

/** The values a racer was changed to become those it starts with. */
export function keepChanges(playground: Playground, key: number): Promise<void> {
  const current = playground.racer(key)?.current;
  return setRacer(playground, key, () => (current ? { optimizer: current } : {}));
}

export function chooseOptimizer(playground: Playground, key: number, id: string): Promise<void> {
  const { catalog } = playground;
  return setRacer(playground, key, (racer) => ({
    optimizer: fresh(playground, id),
    // What the new rule can't have would only be refused.
    wrappers: racer.wrappers.filter(
      (wrapper) => !catalog.wrappers.find((entry) => entry.id === wrapper.id)?.unfit[id],
    ),
    schedule: takesRate(catalog, id) ? racer.schedule : unscheduled(catalog),
  }));
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

/** Around what is there already. */
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

export function addRacer(playground: Playground, id: string, from?: RacerSettings): Promise<void> {
  const { racers } = playground.settings;
  const optimizer = from?.optimizer ?? fresh(playground, id);
  const key = 1 + Math.max(-1, ...racers.map((racer) => racer.key));
  const taken = new Set(racers.map(({ slot }) => slot));
  let slot = 0;
  while (taken.has(slot)) slot++;
  const wrappers = from?.wrappers ?? [];
  const schedule = from?.schedule ?? unscheduled(playground.catalog);
  const racer = { key, slot, on: true, optimizer, wrappers, schedule };
  return playground.update({ racers: [...racers, racer] });
}

export function removeRacer(playground: Playground, key: number): Promise<void> {
  const { racers } = playground.settings;
  return playground.update({ racers: racers.filter((racer) => racer.key !== key) });
}

/** Racers at the rates that suited the surface before go on at those that suit this one. */
export async function chooseSurface(playground: Playground, id: string): Promise<void> {
  const { decodeLink, version } = await playground.learn();
  const { catalog, settings } = playground;
  const { surface } = decodeLink(catalog, `v=${version}&surface=${id}`).settings;
  const before = settings.surface?.id;
  const racers = settings.racers.map((racer) => ({
    ...racer,
    optimizer: atSuitedRate(catalog, racer.optimizer, id, before),
  }));
  await playground.update({ surface, racers });
}

function setRacer(
  playground: Playground,
  key: number,
  change: (racer: RacerSettings) => Partial<RacerSettings>,
): Promise<void> {
  return playground.update({
    racers: playground.settings.racers.map((racer) =>
      racer.key === key ? { ...racer, ...change(racer) } : racer,
    ),
  });
}

/** An optimizer at its defaults, at the rate that suits the surface where one is known. */
function fresh({ catalog, settings }: Playground, id: string): Component {
  const optimizer = component(id, optimizerRows(catalog, id));
  return atSuitedRate(catalog, optimizer, settings.surface?.id);
}
