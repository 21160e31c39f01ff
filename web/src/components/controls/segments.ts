// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';

/** A choice between a few options: all visible if there is room, otherwise a drop-down (styles/shared.ts). `locked`: why it can't be changed, if so. */
export function segments<T extends string>(
  label: string,
  choices: readonly (readonly [value: T, name: string])[],
  chosen: T,
  choose: (value: T) => void,
  locked = '',
) {
  const pick = (event: Event): void => choose((event.target as HTMLSelectElement).value as T);
  return html`<div class="segments" role="group" aria-label=${label} title=${locked || nothing}>
      ${choices.map(
        ([value, name]) =>
          html`<button
            aria-pressed=${value === chosen}
            ?disabled=${locked !== ''}
            @click=${() => choose(value)}
          >
            ${name}
          </button>`,
      )}
    </div>
    <select
      class="segments-narrow"
      aria-label=${label}
      title=${locked || nothing}
      ?disabled=${locked !== ''}
      @change=${pick}
    >
      ${choices.map(
        ([value, name]) =>
          html`<option value=${value} ?selected=${value === chosen}>${name}</option>`,
      )}
    </select>`;
}
