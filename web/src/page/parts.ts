// SPDX-License-Identifier: MIT
import { marked } from '../language/message.ts';
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

/** The parts of a frame with these looks: those of `show`, or else the usual ones, without those of `hide`. */
export function shownParts({ ui, show, hide }: Pick<Looks, 'ui' | 'show' | 'hide'>): Set<Part> {
  const wanted = show.size > 0 ? [...show].filter(isPart) : ui === 'chart' ? chart : compact;
  return new Set(wanted.filter((part) => !hide.has(part)));
}

/** The settings that a frame shows one by one, in the order of `show`. */
export function shownSettings({ show, hide }: Pick<Looks, 'show' | 'hide'>): SettingName[] {
  return [...show].filter((word) => !hide.has(word)).flatMap((word) => settingName(word) ?? []);
}

/** Whether the author has locked a setting, or all controls. */
export function isLocked({ lock }: Pick<Looks, 'lock'>, { racer, id }: SettingName): boolean {
  return lock.has('controls') || lock.has(`${racer + 1}.${id}`) || (racer === 0 && lock.has(id));
}
