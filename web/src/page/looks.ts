// SPDX-License-Identifier: MIT

/**
 * The looks of the page, set by the address's query: `?theme=dark&hide=racers`. query-notices.ts lists the
 * options of each page. The query may also have a link as `s`, for hosts that drop what follows `#`.
 */
export interface Looks {
  /** `ui`: for the frame, chart and pictures, only the chart, or the whole page. */
  ui: 'full' | 'compact' | 'chart';
  /** `theme`: light or dark, instead of the system's. */
  theme: string | null;
  /** `lang`: the language, instead of one that the reader's browser asks for. */
  lang: string | null;
  /** `autostart=1`: the race starts by itself, except for readers who prefer reduced motion. */
  autostart: boolean;
  /** `hide`: a list of hidden parts. */
  hide: ReadonlySet<string>;
  /** `show`: a list of the parts of a frame instead of the usual ones, also of single settings. */
  show: ReadonlySet<string>;
  /** `lock`: a list of parts and settings of a frame that are seen but can't be changed. */
  lock: ReadonlySet<string>;
}

export function looksOf(search: string, ui: Looks['ui']): Looks {
  const query = readQuery(search);
  const asked = query.get('ui');
  return {
    ui: asked === 'full' || asked === 'compact' || asked === 'chart' ? asked : ui,
    theme: query.get('theme'),
    lang: query.get('lang'),
    autostart: query.get('autostart') === '1',
    hide: listOf(query, 'hide'),
    show: listOf(query, 'show'),
    lock: listOf(query, 'lock'),
  };
}

const listOf = (query: URLSearchParams, key: string) =>
  new Set((query.get(key) ?? '').split(',').filter((word) => word !== ''));

/** Reads a query, also one in which `&` was escaped to `&amp;`. */
export function readQuery(search: string): URLSearchParams {
  return new URLSearchParams(search.replaceAll('&amp;', '&'));
}

/** Whether the reader prefers reduced motion, so nothing may start by itself. */
export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
