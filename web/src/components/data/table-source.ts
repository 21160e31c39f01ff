// SPDX-License-Identifier: MIT
import { html, LitElement, unsafeCSS } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { chosenFiles } from '../../data/dropped-files.ts';
import type { Source } from '../../data/reader-messages.ts';
import { msg } from '../../language/message.ts';
import { shared } from '../../styles/shared.ts';
import styles from './table-source.css?inline';

/**
 * Where a table comes from: a file, or a text that is pasted.
 * @fires source - The reader has chosen one.
 */
@customElement('fall-line-table-source')
export class TableSource extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
  @state() private pasted = false;
  @query('textarea') private area!: HTMLTextAreaElement;

  override render() {
    return html`<label class="drop">
        <span>${msg('Drop a file here, or choose one.')}</span>
        <input type="file" multiple aria-label=${msg('Choose a file')} @change=${this.#choose} />
        <span class="quiet"
          >${msg('A table with a row for each sample, as CSV, TSV or JSON, or images as MNIST has them: up to 64 MB.')}</span
        >
      </label>
      <label class="folder">
        ${msg('Or choose a folder of images, with a folder for each class')}
        <input type="file" webkitdirectory multiple @change=${this.#chooseFolder} />
      </label>
      <label for="paste">${msg('Or paste a table')}</label>
      <textarea
        id="paste"
        rows="8"
        spellcheck="false"
        placeholder=${'x,y,class\n0.1,2.5,red\n1.4,0.3,blue'}
        @input=${() => (this.pasted = this.area.value.trim() !== '')}
      ></textarea>
      <button class="outlined" ?disabled=${!this.pasted} @click=${this.#paste}>
        ${msg('Read the pasted table')}
      </button>`;
  }

  #choose(event: Event): void {
    const files = [...((event.target as HTMLInputElement).files ?? [])];
    if (files.length > 0) this.#send({ files });
  }

  #chooseFolder(event: Event): void {
    const files = [...((event.target as HTMLInputElement).files ?? [])];
    if (files.length > 0) this.#send(chosenFiles(files));
  }

  #paste(): void {
    this.#send({ name: msg('Pasted table'), text: this.area.value });
  }

  #send(detail: Source): void {
    this.dispatchEvent(new CustomEvent('source', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-table-source': TableSource;
  }
}
