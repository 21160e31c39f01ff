// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { marked } from '../language/message.ts';
import { kindOf } from '../model/problem-kinds.ts';
import { optimizerRows, type Settings } from '../model/settings.ts';
import type { Looks } from './looks.ts';

/** The parts that a frame can show. `full` is the link to the playground with the same race. */
export const parts = [
  'transport',
  'chart',
  'pictures',
  'surface',
  'network',
  'instruments',
  'lesson',
  'controls',
  'full',
] as const;

export type Part = (typeof parts)[number];

/** The parts with controls that an author can lock. */
export const lockable: readonly Part[] = ['transport', 'chart', 'surface', 'controls'];

/** What a locked control says about itself. */
export const lockedBy = marked('The author of this page has locked this.');

/** One setting of one racer: `learningRate` of the first, `2.learningRate` of the second. */
export interface SettingName {
  /** The place of the racer, from 0. */
  readonly racer: number;
  readonly id: string;
}

const chart: readonly Part[] = ['transport', 'chart', 'lesson', 'full'];
const compact: readonly Part[] = [...chart, 'pictures', 'surface'];

const isPart = (word: string): word is Part => parts.some((part) => part === word);

/** The name of a setting in a list of parts, or undefined if the word has another form. */
export function settingName(word: string): SettingName | undefined {
  const [, place = '1', id] = /^(?:([1-9]\d?)\.)?([a-zA-Z]\w*)$/.exec(word) ?? [];
  return id === undefined || isPart(id) ? undefined : { racer: Number(place) - 1, id };
}

/** The parts that a frame shows by default. */
export const usualParts = (ui: Looks['ui']): readonly Part[] => (ui === 'chart' ? chart : compact);

/** What a race has that a frame can show. */
export interface Showable {
  readonly parts: readonly Part[];
  /** The ids of the settings of each racer. */
  readonly settings: readonly (readonly string[])[];
}

export const showableIn = (catalog: Catalog, settings: Settings): Showable => ({
  parts: partsOf(settings),
  settings: settings.racers.map(({ optimizer }) =>
    optimizerRows(catalog, optimizer.id).map(({ id }) => id),
  ),
});

/** The parts of a frame that this race has. */
export function partsOf(settings: Settings): Part[] {
  const { learns, onPlane } = kindOf(settings);
  const has: Partial<Record<Part, boolean>> = {
    pictures: learns,
    network: learns,
    surface: onPlane,
    lesson: settings.lesson !== '',
  };
  return parts.filter((part) => has[part] ?? true);
}

/** What `show` names of a race. Undefined if that is nothing, because of a mistake or another race. */
function named(show: Looks['show'], race: Showable) {
  const words = [...show];
  const settings = words
    .flatMap((word) => settingName(word) ?? [])
    .filter(({ racer, id }) => race.settings[racer]?.includes(id));
  const chosen = words.filter(isPart);
  const hasAny = settings.length > 0 || chosen.some((part) => race.parts.includes(part));
  return hasAny ? { parts: chosen, settings } : undefined;
}

export const namesNothing = (show: Looks['show'], race: Showable): boolean => !named(show, race);

/**
 * What a frame with these looks shows of a race: the parts of `show`, or else the usual ones, and the settings
 * of `show` one by one, in its order. Those of `hide` are left out.
 */
export function shownIn(
  { ui, show, hide }: Pick<Looks, 'ui' | 'show' | 'hide'>,
  race: Showable,
): { parts: ReadonlySet<Part>; settings: readonly SettingName[] } {
  const { parts, settings } = named(show, race) ?? { parts: usualParts(ui), settings: [] };
  return {
    parts: new Set(parts.filter((part) => !hide.has(part))),
    settings: settings.filter(
      ({ racer, id }) => !hide.has(`${racer + 1}.${id}`) && !(racer === 0 && hide.has(id)),
    ),
  };
}

/** Whether the author has locked a setting, or all controls. */
export function isLocked({ lock }: Pick<Looks, 'lock'>, { racer, id }: SettingName): boolean {
  return lock.has('controls') || lock.has(`${racer + 1}.${id}`) || (racer === 0 && lock.has(id));
}
