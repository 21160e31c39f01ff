// SPDX-License-Identifier: MIT
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PlaygroundEvent } from '../state/playground.ts';
import { shared } from '../styles/shared.ts';
import { removeIcon } from './icons.ts';
import { PlaygroundElement } from './playground-element.ts';

const shown = 12;

/** What of a link was not taken as it stood, and what went wrong with an engine. */
@customElement('fall-line-notices')
export class NoticeList extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      div {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 8px;
        align-items: start;
        padding: 8px 8px 12px 16px;
        margin-bottom: 16px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--note-soft);
        font-size: 13px;
      }
      ul {
        margin: 4px 0 0;
        padding-left: 20px;
      }
      li {
        overflow-wrap: anywhere;
      }
      code {
        font-family: var(--mono);
      }
    `,
  ];
  protected override readonly watches: readonly PlaygroundEvent[] = ['notices', 'state'];

  override render() {
    const { notices, race } = this.playground;
    return html`${race.trouble ? html`<div><p role="alert">${race.trouble}</p></div>` : nothing}
    ${notices.length > 0 ? this.#list() : nothing}`;
  }

  #list() {
    const { notices } = this.playground;
    return html`<div role="region" aria-label="About this link">
      <section>
        <b>Parts of this link were not taken as they stand.</b>
        <ul>
          ${notices
            .slice(0, shown)
            .map(
              ({ key, given, used, why }) =>
                html`<li>
                  <code>${cut(key)}</code> ${why}; given <code>${cut(given) || 'nothing'}</code>,
                  ${used === '' ? 'left out' : html`used <code>${cut(used)}</code>`}.
                </li>`,
            )}
          ${notices.length > shown ? html`<li>and ${notices.length - shown} more.</li>` : nothing}
        </ul>
      </section>
      <button aria-label="Close" title="Close" @click=${this.#close}>${removeIcon}</button>
    </div>`;
  }

  #close(): void {
    this.playground.notices = [];
    this.requestUpdate();
  }
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-notices': NoticeList;
  }
}
