// SPDX-License-Identifier: MIT
import { html } from 'lit';
import type { Racer } from '../../race/racer.ts';

/** The choice of the racer whose layers are shown. */
export function racerChooser(
  racers: readonly Racer[],
  names: ReadonlyMap<number, string>,
  chosen: Racer | undefined,
  choose: (key: number) => void,
) {
  return html`<select
    aria-label="Show the layers of"
    @change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value))}
  >
    ${racers.map(
      ({ key }) =>
        html`<option value=${key} ?selected=${key === chosen?.key}>${names.get(key)}</option>`,
    )}
  </select>`;
}
