// SPDX-License-Identifier: MIT
/** Changes of the problem: the data set or surface, and its settings. */
import type { Catalog, Hyperparameter, SettingValue } from '../../../wasm/types.ts';
import { fits, fittingChoices } from '../catalog/fitting-choices.ts';
import type { Deferred } from './library.ts';
import type { Playground } from './playground.ts';
import type { ProblemKind } from '../model/problem-kind.ts';
import { kindOf } from '../model/problem-kinds.ts';
import { prefersStillness } from '../page/looks.ts';
import { component, datasetRows, type Settings, type SurfaceSettings } from '../model/settings.ts';

/** Switches between kinds of problems. Each has its last race again. */
export function turnTo(playground: Playground, kind: ProblemKind['id']): Promise<void> {
  return playground.updateWithDeferred(({ catalog, decodeLink, problemLinks }) => (settings) => {
    const here = kindOf(settings).id;
    if (here === kind) return {};
    playground.left.set(here, settings);
    const last = playground.left.get(kind);
    if (last) return last;
    const view: Settings['view'] = { ...settings.view, axis: 'steps' };
    return { ...decodeLink(catalog, problemLinks[kind].first).settings, view };
  });
}

/** Sets up and plays a race in place of another. One undo brings that back. */
export async function setUpRace(playground: Playground, race: Settings): Promise<void> {
  await playground.update((settings) => {
    const here = kindOf(settings).id;
    if (here !== kindOf(race).id) playground.left.set(here, settings);
    return race;
  });
  playground.race.clearGhosts();
  if (!prefersStillness()) await playground.play();
}

/** Chooses a data set. */
export function chooseDataset(playground: Playground, id: string): Promise<void> {
  return playground.updateWithDeferred(
    ({ withSuitedRates }) =>
      (settings) =>
        withDataset(playground.catalog, withSuitedRates, settings, id),
  );
}

/**
 * What another data set changes. What the new task does not support is reset to the default. Racers with the
 * rate that suits the last problem get the rate that suits this one.
 */
export function withDataset(
  catalog: Catalog,
  withSuitedRates: Deferred['withSuitedRates'],
  settings: Settings,
  id: string,
): Partial<Settings> {
  const network: Record<string, SettingValue> = { ...settings.network };
  for (const row of catalog.settings.network) {
    const choices = fittingChoices(catalog, row, id);
    const known = !isChoice(row) || choices.some((one) => one.id === network[row.id]);
    if (!known || !fits(catalog, row, id)) network[row.id] = row.default;
  }
  const dataset = component(id, datasetRows(catalog, id));
  return withSuitedRates(catalog, settings, { dataset, network });
}

/** Changes the network. Rates adapt as in chooseDataset. */
export function setNetwork(
  playground: Playground,
  change: Record<string, SettingValue>,
): Promise<void> {
  return playground.updateWithDeferred(
    ({ catalog, withLayersAsNamed, withSuitedRates }) =>
      (settings) => {
        const network = withLayersAsNamed({ ...settings.network, ...change });
        return withSuitedRates(catalog, settings, { network });
      },
  );
}

export function setDataset(
  playground: Playground,
  change: Record<string, SettingValue>,
): Promise<void> {
  return playground.update(({ dataset: { id, values } }) => ({
    dataset: { id, values: { ...values, ...change } },
  }));
}

/** Chooses a surface. Rates adapt as in chooseDataset. */
export function chooseSurface(playground: Playground, id: string): Promise<void> {
  return playground.updateWithDeferred(
    ({ catalog, decodeLink, version, withSuitedRates }) =>
      (settings) => {
        const { surface } = decodeLink(catalog, `v=${version}&surface=${id}`).settings;
        return withSuitedRates(catalog, settings, { surface });
      },
  );
}

export function setSurface(
  playground: Playground,
  change: Partial<SurfaceSettings>,
): Promise<void> {
  return playground.update(({ surface }) =>
    surface ? { surface: { ...surface, ...change } } : {},
  );
}

const isChoice = ({ kind }: Hyperparameter): boolean => kind === 'choice';
