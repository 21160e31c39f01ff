// SPDX-License-Identifier: MIT
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import { raceOn } from '../../playground/own-race.ts';
import { bringReal } from '../../playground/real-data.ts';
import { realSets } from '../../real-data/sets.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';

/** The choice among the real data sets. */
@customElement('fall-line-real-choice')
export class RealChoice extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin: var(--space-2) 0;
        padding: 0;
        list-style: none;
      }
    `,
  ];

  override render() {
    const chosen = this.playground.settings.dataset.id;
    return html`<ul>
      ${realSets.map(
        ({ id, name, summary }) =>
          html`<li>
            <button
              class="outlined"
              title=${msg(summary)}
              aria-pressed=${id === chosen}
              @click=${() => this.#choose(id)}
            >
              ${msg(name)}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  async #choose(id: string): Promise<void> {
    const { playground } = this;
    try {
      const { catalog } = await playground.loadDeferred();
      await bringReal(id, [playground.catalog, catalog]);
    } catch {
      return playground.sayOutOfReach(true);
    }
    await raceOn(playground, id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-real-choice': RealChoice;
  }
}
