// SPDX-License-Identifier: MIT
import { kindOf } from '../model/problem-kinds.ts';
import type { Settings } from '../model/settings.ts';
import type { FrameLooks } from './frame.ts';

/** What an author chooses for a frame. */
export interface Options {
  readonly ui: 'compact' | 'chart';
  /** The ids of hidden parts. Those that the race does not have are ignored. */
  readonly hidden: ReadonlySet<string>;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly autostart: boolean;
  /** In CSS pixels. Undefined: what suits the race. */
  readonly height: number | undefined;
}

export const usualOptions: Options = {
  ui: 'compact',
  hidden: new Set(),
  theme: 'auto',
  autostart: false,
  height: undefined,
};

/** The limits of a frame's height. */
export const heights = { least: 200, most: 2000 };

/** The parts of a frame that can be hidden, as far as this race has them: the id, and the name. */
export function partsOf(settings: Settings, ui: Options['ui']): (readonly [string, string])[] {
  const { learns, onPlane } = kindOf(settings);
  const parts: (readonly [string, string])[] = [];
  if (ui === 'compact' && (learns || onPlane))
    parts.push(['pictures', onPlane ? 'Surface' : 'Pictures']);
  if (settings.lesson !== '') parts.push(['lesson', 'Lesson text']);
  return parts;
}

/** A height for a frame with contents that were not measured. */
export function fittingHeight(settings: Settings, { ui, hidden }: Options): number {
  const { onPlane } = kindOf(settings);
  const pictured = ui === 'compact' && !hidden.has('pictures');
  const text = settings.lesson !== '' && !hidden.has('lesson') ? 200 : 0;
  return (pictured ? (onPlane ? 560 : 480) : 360) + text;
}

/** The looks that the options give a race. Defaults of the frame are left out. */
export function looksOf(settings: Settings, options: Options): FrameLooks {
  const { ui, theme, autostart, hidden } = options;
  const hide = partsOf(settings, ui).filter(([id]) => hidden.has(id));
  return {
    query: {
      ...(ui === 'compact' ? {} : { ui }),
      ...(theme === 'auto' ? {} : { theme }),
      ...(autostart ? { autostart: '1' } : {}),
      ...(hide.length === 0 ? {} : { hide: hide.map(([id]) => id).join() }),
    },
    height: options.height ?? fittingHeight(settings, options),
    isFixed: options.height !== undefined,
  };
}
