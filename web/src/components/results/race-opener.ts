// SPDX-License-Identifier: MIT
import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import { FileError, opened } from '../../results/opened.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';

/**
 * Opens a race that was downloaded as JSON.
 * @fires opened - The page has the race.
 */
@customElement('fall-line-race-opener')
export class RaceOpener extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      label {
        grid-template-columns: minmax(0, 1fr);
        display: grid;
        gap: var(--space-2);
        padding: var(--space-4);
        border: 2px dashed var(--edge);
        border-radius: var(--radius);
      }
      input {
        min-width: 0;
        width: 100%;
        font: inherit;
      }
      [role='alert'] {
        color: var(--warn);
        overflow-wrap: anywhere;
      }
    `,
  ];
  /** A race to open at once, if any. */
  @property({ attribute: false }) file: File | undefined;
  @state() private error = '';

  override firstUpdated(): void {
    void this.#open(this.file);
  }

  override render() {
    return html`<label @dragover=${(event: Event) => event.preventDefault()} @drop=${this.#drop}>
        <span
          >${msg('Choose a race that was downloaded as JSON, or drop it here. Then play it to see whether you get the same result.')}</span
        >
        <input
          type="file"
          accept=".json,application/json"
          aria-label=${msg('Choose a race')}
          @change=${this.#choose}
        />
      </label>
      <p role="alert">${this.error}</p>`;
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    event.stopPropagation();
    void this.#open(event.dataTransfer?.files[0]);
  }

  #choose(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file may be chosen again.
    input.value = '';
    void this.#open(file);
  }

  async #open(file: File | undefined): Promise<void> {
    if (!file) return;
    this.error = '';
    try {
      await this.playground.openLink(await opened(file));
      this.dispatchEvent(new Event('opened'));
    } catch (error) {
      const why = error instanceof FileError ? error.message : msg('The file could not be read.');
      this.error = `${file.name}: ${why}`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-race-opener': RaceOpener;
  }
}
