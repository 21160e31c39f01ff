// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import type { Racer } from '../../race/racer.ts';
import { fileName, plain } from '../../results/file-name.ts';
import { type FileKind, type Group, groups, type Offer } from '../../results/offers.ts';
import { dialogStyles } from '../../styles/dialog.ts';
import { shared } from '../../styles/shared.ts';
import { download } from '../../util/download.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { Modal } from '../controls/modal.ts';
import './race-opener.ts';
import styles from './results-dialog.css?inline';

/** A dialog with the files that can be made of a race, and one to open a race again. Removes itself when it is closed. */
@customElement('fall-line-results-dialog')
export class ResultsDialog extends PlaygroundElement {
  static override styles = [shared, dialogStyles, unsafeCSS(styles)];
  /** A race to open at once, if any. */
  @property({ attribute: false }) file: File | undefined;
  @state() private said = '';
  /** The key of the racer whose model is wanted. */
  @state() private chosen = -1;
  readonly #modal = new Modal(this);

  override render() {
    return this.#modal.draw({
      name: msg('Download results'),
      content: html`${
          isBoxed()
            ? html`<p class="quiet">
                ${msg('The page around this frame may not allow downloads. If nothing is saved, open the race in a tab of its own.')}
              </p>`
            : nothing
        }
        ${groups.map((group) => this.#group(group))}
        <section>
          <h3>${msg('Open a race')}</h3>
          <fall-line-race-opener
            .playground=${this.playground}
            .file=${this.file}
            @opened=${this.#modal.close}
          ></fall-line-race-opener>
        </section>`,
      foot: html`<p role="status">${this.said}</p>`,
    });
  }

  #group({ name, offers, ofRacer }: Group) {
    const suiting = offers.filter((offer) => offer.suits(this.playground));
    if (suiting.length === 0) return nothing;
    return html`<section>
      <h3>${msg(name)}</h3>
      ${ofRacer ? this.#choice() : nothing}
      <ul>
        ${suiting.map((offer) => this.#offer(offer, ofRacer ? this.#racer : undefined))}
      </ul>
    </section>`;
  }

  /** The racer that the reader chose, or the first one. */
  get #racer(): Racer | undefined {
    const { shown } = this.playground.race;
    return shown.find(({ key }) => key === this.chosen) ?? shown[0];
  }

  #choice() {
    const { race, names } = this.playground;
    return html`<label class="racer"
      >${msg('Racer')}
      <select
        @change=${({ target }: Event) => (this.chosen = Number((target as HTMLSelectElement).value))}
      >
        ${race.shown.map(
          ({ key }) =>
            html`<option value=${key} ?selected=${key === this.#racer?.key}>
              ${names.get(key)}
            </option>`,
        )}
      </select></label
    >`;
  }

  #offer({ name, about, files }: Offer, racer: Racer | undefined) {
    return html`<li>
      <span><b>${msg(name)}</b> <span class="quiet">${msg(about)}</span></span>
      <span class="files"
        >${files.map(
          (file) =>
            html`<button
              class="outlined"
              aria-label=${msg('{name} as {type}', { name: msg(name), type: file.type })}
              @click=${() => this.#save(file, racer)}
            >
              ${file.type}
            </button>`,
        )}</span
      >
    </li>`;
  }

  async #save(file: FileKind, racer: Racer | undefined): Promise<void> {
    this.said = msg('Making the file…');
    try {
      const made = await file.make(this.playground, racer);
      const name = fileName(this.playground.settings, this.#ending(file, racer));
      download(made, name);
      this.said = msg('Downloaded as {name}.', { name });
    } catch (error) {
      console.error(error);
      this.said = msg('The file could not be made. Check the connection, then try again.');
    }
  }

  /** What the name of a file ends in. That of a racer has its name. */
  #ending({ ending }: FileKind, racer: Racer | undefined): string {
    const name = racer && this.playground.names.get(racer.key);
    return name === undefined ? ending : `${plain(name.toLowerCase())}-${ending}`;
  }
}

/** Whether the page is in a sandboxed frame, whose sandbox may forbid downloads. Only the page around it knows. */
const isBoxed = (): boolean => self.origin === 'null' && location.protocol !== 'file:';

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-results-dialog': ResultsDialog;
  }
}
