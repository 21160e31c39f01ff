// SPDX-License-Identifier: MIT
import { html } from 'lit';
import { msg } from '../../language/message.ts';
import type { Racer } from '../../race/racer.ts';

/** The choice of the racer whose layers are shown. */
export function racerChooser(
  racers: readonly Racer[],
  names: ReadonlyMap<number, string>,
  chosen: Racer | undefined,
  choose: (key: number) => void,
) {
  return html`<select
    aria-label=${msg('Show the layers of')}
    @change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value))}
  >
    ${racers.map(
      ({ key }) =>
        html`<option value=${key} ?selected=${key === chosen?.key}>${names.get(key)}</option>`,
    )}
  </select>`;
}
