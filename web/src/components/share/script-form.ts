// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { joined } from '../../language/list.ts';
import { msg } from '../../language/message.ts';
import { kindOf } from '../../model/problem-kinds.ts';
import { fileName } from '../../results/file-name.ts';
import type { Library } from '../../sharing/code/library.ts';
import type { Script } from '../../sharing/code/sections.ts';
import { copiedTextStyles } from '../../styles/copied-text.ts';
import { shared } from '../../styles/shared.ts';
import { download } from '../../util/download.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { copyFrom } from './copy.ts';
import styles from './script-form.css?inline';

/** A script that repeats the race elsewhere, to copy or to download. */
@customElement('fall-line-script-form')
export class ScriptForm extends PlaygroundElement {
  static override styles = [shared, copiedTextStyles, unsafeCSS(styles)];
  @property({ attribute: false }) library: Pick<Library, 'id' | 'name'> = {
    id: 'pytorch',
    name: 'PyTorch',
  };
  /** The address of the race, for readers of the script. Empty where it is unknown. */
  @property({ attribute: false }) address = '';
  @state() private script: Script | undefined;
  @state() private said = '';
  @query('textarea') private area!: HTMLTextAreaElement | null;
  /** Counts the scripts that were begun. Only the newest is shown. */
  #begun = 0;

  /** Settings, library and address of the newest script. */
  #of: readonly unknown[] = [];

  /** Writes a new script after every change of what it is made from. */
  protected override willUpdate(): void {
    const { settings } = this.playground;
    const [known, library, address] = this.#of;
    if (settings === known && this.library.id === library && this.address === address) return;
    if (this.library.id !== library) this.script = undefined;
    this.#of = [settings, this.library.id, this.address];
    void this.#write();
  }

  async #write(): Promise<void> {
    const mine = ++this.#begun;
    this.said = '';
    if (!kindOf(this.playground.settings).learns) return;
    try {
      const { raceScript } = await import('./race-script.ts');
      const script = await raceScript(this.playground, this.library.id, this.address);
      if (mine !== this.#begun) return;
      this.script = script;
      if (!script)
        this.said = msg('There are too many samples for a script, which has to hold all.');
    } catch {
      if (mine === this.#begun)
        this.said = msg('The script could not be written. Check the connection, then try again.');
    }
  }

  override render() {
    const { script, playground } = this;
    if (!kindOf(playground.settings).learns)
      return html`<p class="quiet">${msg('There is a script only for races on data.')}</p>`;
    return html`${
        script && script.others.length > 0
          ? html`<p class="quiet">
              ${msg('The script leaves out {racers}, which {library} code cannot repeat yet.', {
                racers: joined(script.others),
                library: this.library.name,
              })}
            </p>`
          : nothing
      }
      <textarea
        readonly
        spellcheck="false"
        wrap="off"
        dir="ltr"
        rows="16"
        aria-label=${msg('Script to copy')}
        .value=${script?.text ?? (this.said === '' ? msg('Writing the script…') : '')}
      ></textarea>
      <div class="buttons">
        <button class="primary" ?disabled=${!script} @click=${this.#copy}>${msg('Copy')}</button>
        <button ?disabled=${!script} @click=${this.#download}>${msg('Download')}</button>
        <p role="status">${this.said}</p>
      </div>`;
  }

  async #copy(): Promise<void> {
    this.said = '';
    await this.updateComplete;
    this.said = await copyFrom(this.area);
  }

  #download(): void {
    const name = fileName(this.playground.settings, `${this.library.id}.py`);
    download(new Blob([this.script?.text ?? ''], { type: 'text/x-python' }), name);
    this.said = msg('Downloaded as {name}.', { name });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-script-form': ScriptForm;
  }
}
