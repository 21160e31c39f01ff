// SPDX-License-Identifier: MIT
import type { Settings } from '../model/settings.ts';
import { type Part, partsOf, usualParts } from '../page/parts.ts';
import type { FrameLooks } from './frame.ts';

/** What an author chooses for a frame. */
export interface Options {
  /** The shown parts. Those that the race does not have are ignored. */
  readonly parts: ReadonlySet<Part>;
  readonly theme: 'auto' | 'light' | 'dark';
  /** The tag of a language, or `auto` for the reader's own. */
  readonly lang: string;
  readonly autostart: boolean;
  /** In CSS pixels. Undefined: what suits the race. */
  readonly height: number | undefined;
}

const partsIn = (ui: 'compact' | 'chart') => new Set(usualParts(ui));

export const usualOptions: Options = {
  parts: partsIn('compact'),
  theme: 'auto',
  lang: 'auto',
  autostart: false,
  height: undefined,
};

/** The limits of a frame's height. */
export const heights = { least: 200, most: 2000 };

/** The looks that the options give a race. Defaults of the frame are left out. */
export function looksOf(settings: Settings, options: Options): FrameLooks {
  const { theme, lang, autostart, height } = options;
  return {
    query: {
      ...partsQuery(partsOf(settings), options.parts),
      ...(theme === 'auto' ? {} : { theme }),
      ...(lang === 'auto' ? {} : { lang }),
      ...(autostart ? { autostart: '1' } : {}),
    },
    height: height ?? fittingHeight(settings, options),
    isFixed: height !== undefined,
  };
}

/** The shortest query that shows these of the parts that a race has. */
function partsQuery(all: readonly Part[], wanted: ReadonlySet<Part>): Record<string, string> {
  const isOf = (shown: ReadonlySet<Part>): boolean =>
    all.every((part) => shown.has(part) === wanted.has(part));
  const usual = partsIn('compact');
  if (isOf(usual)) return {};
  if (isOf(partsIn('chart'))) return { ui: 'chart' };
  const shown = all.filter((part) => wanted.has(part));
  const more = shown.some((part) => !usual.has(part));
  if (more) return { show: shown.join() };
  return { hide: all.filter((part) => usual.has(part) && !wanted.has(part)).join() };
}

/** A height for a frame with contents that were not measured. */
function fittingHeight(settings: Settings, { parts: wanted }: Options): number {
  const shown = partsOf(settings).filter((part) => wanted.has(part));
  return shown.includes('pictures') || shown.includes('surface') ? 480 : 360;
}
