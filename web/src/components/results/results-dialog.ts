// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import { fileName } from '../../results/file-name.ts';
import { type FileKind, groups, type Offer } from '../../results/offers.ts';
import { dialogStyles } from '../../styles/dialog.ts';
import { shared } from '../../styles/shared.ts';
import { download } from '../../util/download.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { removeIcon } from '../controls/icons.ts';
import './race-opener.ts';
import styles from './results-dialog.css?inline';

/** A dialog with the files that can be made of a race, and one to open a race again. Removes itself when it is closed. */
@customElement('fall-line-results-dialog')
export class ResultsDialog extends PlaygroundElement {
  static override styles = [shared, dialogStyles, unsafeCSS(styles)];
  @state() private said = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render() {
    return html`<dialog
      aria-labelledby="title"
      @close=${() => this.remove()}
      @click=${this.#pressBeside}
    >
      <div class="sheet">
        <div class="head">
          <h2 id="title">${msg('Download results')}</h2>
          <button aria-label=${msg('Close')} title=${msg('Close')} @click=${this.#close}>
            ${removeIcon}
          </button>
        </div>
        <div class="content">
          ${
            isBoxed()
              ? html`<p class="quiet">
                  ${msg('The page around this frame may not allow downloads. If nothing is saved, open the race in a tab of its own.')}
                </p>`
              : nothing
          }
          ${groups.map(({ name, offers }) => {
            const suiting = offers.filter((offer) => offer.suits(this.playground));
            return suiting.length === 0
              ? nothing
              : html`<section>
                  <h3>${msg(name)}</h3>
                  <ul>
                    ${suiting.map((offer) => this.#offer(offer))}
                  </ul>
                </section>`;
          })}
          <section>
            <h3>${msg('Open a race')}</h3>
            <fall-line-race-opener
              .playground=${this.playground}
              @opened=${this.#close}
            ></fall-line-race-opener>
          </section>
        </div>
        <div class="foot"><p role="status">${this.said}</p></div>
      </div>
    </dialog>`;
  }

  #offer({ name, about, files }: Offer) {
    return html`<li>
      <span><b>${msg(name)}</b> <span class="quiet">${msg(about)}</span></span>
      <span class="files"
        >${files.map(
          (file) =>
            html`<button
              class="outlined"
              aria-label=${msg('{name} as {type}', { name: msg(name), type: file.type })}
              @click=${() => this.#save(file)}
            >
              ${file.type}
            </button>`,
        )}</span
      >
    </li>`;
  }

  async #save(file: FileKind): Promise<void> {
    this.said = msg('Making the file…');
    try {
      const made = await file.make(this.playground);
      const name = fileName(this.playground.settings, file.ending);
      download(made, name);
      this.said = msg('Downloaded as {name}.', { name });
    } catch (error) {
      console.error(error);
      this.said = msg('The file could not be made. Check the connection, then try again.');
    }
  }

  readonly #close = (): void => this.dialog.close();

  /** A press on the backdrop counts as one on the dialog itself. */
  #pressBeside(event: Event): void {
    if (event.target === this.dialog) this.#close();
  }
}

/** Whether the page is in a sandboxed frame, whose sandbox may forbid downloads. Only the page around it knows. */
const isBoxed = (): boolean => self.origin === 'null' && location.protocol !== 'file:';

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-results-dialog': ResultsDialog;
  }
}
