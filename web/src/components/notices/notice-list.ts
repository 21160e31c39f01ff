// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import { msg, plural, rich } from '../../language/message.ts';
import { parts, told } from '../../language/phrase.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import type { Notice } from '../../model/links/notices.ts';
import { fullPage } from '../../page/full-page.ts';
import { shared } from '../../styles/shared.ts';
import { openOwnData } from '../data/open-own-data.ts';
import { removeIcon } from '../controls/icons.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './notice-list.css?inline';

const shown = 12;

/** Notices about a link, and about engine failures. */
@customElement('fall-line-notices')
export class NoticeList extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['notices', 'state'];

  override render() {
    const { notices, race } = this.playground;
    return html`${race.trouble ? html`<div><p role="alert">${race.trouble}</p></div>` : nothing}
    ${notices.length > 0 ? this.#list() : nothing}`;
  }

  #list() {
    const { notices } = this.playground;
    const heading = notices.every(({ choice, wanted }) => choice || wanted)
      ? msg('About this link')
      : msg('Some parts of this link could not be used.');
    return html`<div role="region" aria-label=${msg('About this link')}>
      <section>
        <b>${heading}</b>
        <ul>
          ${notices.slice(0, shown).map((notice) => html`<li>${sentences(notice)}${this.#bring(notice)}</li>`)}
          ${notices.length > shown ? html`<li>${plural(notices.length - shown, 'and {n} more.', 'and {n} more.')}</li>` : nothing}
        </ul>
      </section>
      <button aria-label=${msg('Close')} title=${msg('Close')} @click=${this.#close}>
        ${removeIcon}
      </button>
    </div>`;
  }

  /** Leads to the dialog for a table that the link wants. In a frame it has no room. */
  #bring({ wanted }: Notice) {
    if (!wanted) return nothing;
    if (this.hasAttribute('compact'))
      return html` <a
        href="${fullPage()}#${wanted.link.replace(/^#/, '')}"
        target="_blank"
        rel="noopener"
        >${msg('Bring the table in the playground')}</a
      >`;
    return html` <button class="outlined" @click=${() => openOwnData(this.playground)}>
      ${msg('Bring the table…')}
    </button>`;
  }

  #close(): void {
    this.playground.notices = [];
    this.requestUpdate();
  }
}

/** The sentences of a notice: the field, why, and what is used instead. */
function sentences({ field, says, used, instead, hint }: Notice) {
  if (field === '') return told(says);
  return html`${parts(says, { field: html`<code>${cut(field)}</code>` })}
  ${used === '' ? msg('It was left out.') : rich('Used instead: {value}.', { value: html`<code>${instead ? told(instead) : cut(used)}</code>` })}
  ${hint}`;
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-notices': NoticeList;
  }
}
