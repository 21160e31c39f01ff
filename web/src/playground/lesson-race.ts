// SPDX-License-Identifier: MIT
import type { Step } from '../lessons/lesson.ts';
import type { Track } from '../lessons/measures.ts';
import { decodeLink } from '../model/links/decode.ts';
import { encodeLink } from '../model/links/encode.ts';
import type { Settings } from '../model/settings.ts';
import type { Race } from '../race/race.ts';
import type { Playground } from './playground.ts';

/** The racers as a question measures them. */
export function tracksOf({ racers }: Race): Track[] {
  return racers.map(({ status, curve, path }) => ({
    diverged: status === 'diverged',
    curve: (column) => curve.column(column),
    path: (coordinate) => path.column(coordinate),
  }));
}

/**
 * Whether the race is that of the step. The view, the seeds and the starting point may differ, because
 * what a step claims holds for most of them.
 */
export function isRaceOf({ link }: Step, { catalog, settings, race }: Playground): boolean {
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
  const here = encodeLink(catalog, { ...settings, lesson: '', example: '' });
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
