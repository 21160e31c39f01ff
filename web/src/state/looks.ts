// SPDX-License-Identifier: MIT

/** How the page looks, fixed by the address's query for as long as the page lives. */
export interface Looks {
  ui: 'full' | 'compact' | 'chart';
  theme: string | null;
  autostart: boolean;
  /** Parts not shown, by name. */
  hide: ReadonlySet<string>;
}

export function looksOf(search: string, ui: Looks['ui']): Looks {
  const query = new URLSearchParams(search);
  const asked = query.get('ui');
  return {
    ui: asked === 'full' || asked === 'compact' || asked === 'chart' ? asked : ui,
    theme: query.get('theme'),
    autostart: query.get('autostart') === '1',
    hide: new Set((query.get('hide') ?? '').split(',').filter((part) => part !== '')),
  };
}

/** Nothing moves by itself for who asked for less motion. */
export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
