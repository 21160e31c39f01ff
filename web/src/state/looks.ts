// SPDX-License-Identifier: MIT

/**
 * How the page looks, fixed by the address's query for as long as the page lives: `?theme=dark&hide=racers`.
 * query-notices.ts says what each page takes. `s` beside them holds a link, for hosts that drop what
 * follows `#`.
 */
export interface Looks {
  /** `ui`: in the frame chart and pictures, or the chart alone. */
  ui: 'full' | 'compact' | 'chart';
  /** `theme`: light or dark, whatever the system says. */
  theme: string | null;
  /** `autostart=1`: the race starts by itself, except for readers who asked for less motion. */
  autostart: boolean;
  /** `hide`: a list of parts that are not drawn. */
  hide: ReadonlySet<string>;
}

export function looksOf(search: string, ui: Looks['ui']): Looks {
  const query = readQuery(search);
  const asked = query.get('ui');
  return {
    ui: asked === 'full' || asked === 'compact' || asked === 'chart' ? asked : ui,
    theme: query.get('theme'),
    autostart: query.get('autostart') === '1',
    hide: new Set(query.get('hide')?.split(',')),
  };
}

/** Where text was escaped once too often, `&` has become `&amp;`. */
export function readQuery(search: string): URLSearchParams {
  return new URLSearchParams(search.replaceAll('&amp;', '&'));
}

/** Nothing moves by itself for who asked for less motion. */
export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
