// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import type { Step } from '../lessons/lesson.ts';
import { stepOf } from '../lessons/lessons.ts';
import type { Track } from '../lessons/measures.ts';
import { decodeLink } from '../model/links/decode.ts';
import { encodeLink } from '../model/links/encode.ts';
import type { Settings } from '../model/settings.ts';
import type { Race } from '../race/race.ts';

/** The racers as a question measures them. */
export function tracksOf({ racers }: Race): Track[] {
  return racers.map(({ status, curve, path }) => ({
    diverged: status === 'diverged',
    curve: (column) => curve.column(column),
    path: (coordinate) => path.column(coordinate),
  }));
}

/** A race with the settings that it has, or is to have. */
interface SetRace {
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly race: Race;
}

/** Whether a lesson waits for the reader's prediction, so nothing may give the answer away. */
export function awaitsPrediction(set: SetRace): boolean {
  const step = stepOf(set.settings.lesson)?.step;
  return step !== undefined && set.race.at === 0 && isRaceOf(step, set);
}

/**
 * Whether the race is that of the step. The view, the seeds and the starting point may differ, because
 * what a step claims holds for most of them.
 */
export function isRaceOf({ link }: Step, { catalog, settings, race }: SetRace): boolean {
  const own = decodeLink(catalog, link).settings;
  const asHere: Settings = {
    ...own,
    view: settings.view,
    run: settings.run,
    dataset: withSeedOf(own.dataset, settings.dataset),
    surface: own.surface && {
      ...own.surface,
      start: settings.surface?.start ?? own.surface.start,
    },
  };
  const here = encodeLink(catalog, { ...settings, lesson: '', example: '', expect: [] });
  return (
    encodeLink(catalog, asHere) === here && race.racers.every(({ changes }) => changes.length === 0)
  );
}

function withSeedOf(to: Settings['dataset'], from: Settings['dataset']): Settings['dataset'] {
  const { seed } = from.values;
  return seed === undefined || to.values.seed === undefined
    ? to
    : { ...to, values: { ...to.values, seed } };
}
