// SPDX-License-Identifier: MIT
import { html } from 'lit';
import { chooseLanguage } from '../../language/chosen.ts';
import { current } from '../../language/current.ts';
import { offered } from '../../language/offered.ts';
import { msg } from '../../language/message.ts';
import { languageIcon } from '../controls/icons.ts';

/** The choice of the page's language. Only a symbol is seen of it, over which the select lies. */
export function languageChoice() {
  const label = msg('Language');
  return html`<label class="language" title=${label}>
    ${languageIcon}
    <select
      aria-label=${label}
      @change=${({ target }: Event) => chooseLanguage((target as HTMLSelectElement).value)}
    >
      ${offered.map(
        ({ tag, name }) =>
          html`<option value=${tag} lang=${tag} ?selected=${tag === current().tag}>
            ${name}
          </option>`,
      )}
    </select>
  </label>`;
}
