// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { KeptSet } from '../../data/kept.ts';
import { grouped } from '../../format/number.ts';
import { current } from '../../language/current.ts';
import { msg, plural } from '../../language/message.ts';
import { forget, keptChanges, keptSets } from '../../playground/kept-data.ts';
import { shared } from '../../styles/shared.ts';
import styles from './kept-list.css?inline';

/**
 * The data sets that are kept on this device.
 * @fires open - The reader wants to race on one of them. The detail is its id.
 */
@customElement('fall-line-kept-list')
export class KeptList extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
  @state() private sets: readonly KeptSet[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    keptChanges.addEventListener('change', this.#list);
    void this.#list();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    keptChanges.removeEventListener('change', this.#list);
  }

  override render() {
    if (this.sets.length === 0) return nothing;
    return html`<h3 id="kept">${msg('Kept on this device')}</h3>
      <ul aria-labelledby="kept">
        ${this.sets.map((set) => this.#set(set))}
      </ul>`;
  }

  #set({ id, name: given, rows, bytes, since }: KeptSet) {
    // Only points that were drawn have no name of their own.
    const name = given || msg('Drawn points');
    return html`<li>
      <span class="name" title=${name}>${name}</span>
      <span class="quiet"
        >${plural(rows, '{n} row', '{n} rows')}, ${sizeText(bytes)}, ${dayText(since)}</span
      >
      <span class="buttons">
        <button
          class="outlined"
          aria-label=${msg('Open {name}', { name })}
          @click=${() => this.dispatchEvent(new CustomEvent('open', { detail: id }))}
        >
          ${msg('Open')}
        </button>
        <button
          class="outlined"
          aria-label=${msg('Remove {name} from this device', { name })}
          @click=${() => forget(id)}
        >
          ${msg('Remove')}
        </button>
      </span>
    </li>`;
  }

  readonly #list = async (): Promise<void> => {
    this.sets = await keptSets();
  };
}

function sizeText(bytes: number): string {
  const [kilobytes, megabytes] = [Math.ceil(bytes / 1000), Math.ceil(bytes / 1e6)];
  return bytes < 1e6
    ? msg('{n} kB', { n: grouped(kilobytes) })
    : msg('{n} MB', { n: grouped(megabytes) });
}

const dayText = (time: number): string =>
  new Intl.DateTimeFormat(current().tag, { dateStyle: 'medium' }).format(time);

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-kept-list': KeptList;
  }
}
