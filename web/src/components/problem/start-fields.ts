// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { plain } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import { readTyped } from '../../model/typed-number.ts';
import { inDomain, requestFor } from '../../model/domain.ts';
import type { Point } from '../../model/settings.ts';
import { setSurface } from '../../playground/problem.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './start-fields.css?inline';

const coordinates = ['x', 'y'] as const;

/** The common start as two numbers, and a button to return to the surface's own start. */
@customElement('fall-line-start')
export class StartFields extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  @state() private message = '';

  override render() {
    const { surface } = this.playground.race;
    const start = this.#start;
    const own = surface?.entry.start ?? start;
    const moved = start.some((value, axis) => value !== own[axis]);
    return html`<div class="row" role="group" aria-label=${msg('Start')}>
        <span>${msg('Start')}</span>
        ${coordinates.map(
          (name, axis) =>
            html`<label
              >${name}
              <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-label=${msg('Start, {name}', { name })}
                aria-invalid=${this.message !== ''}
                aria-describedby="message"
                .value=${plain(start[axis] ?? 0)}
                @change=${(event: Event) => this.#type(axis, event)}
            /></label>`,
        )}
      </div>
      <p class="quiet hint">
        ${msg('Drag the white circle on the picture, or click anywhere on it.')}
      </p>
      ${this.message ? html`<div class="message" id="message" role="alert">${this.message}</div>` : nothing}
      ${
        moved
          ? html`<button @click=${() => setSurface(this.playground, { start: own })}>
              ${msg('Back to the default start')}
            </button>`
          : nothing
      }`;
  }

  get #start(): Point {
    return this.playground.settings.surface?.start ?? [0, 0];
  }

  #type(axis: number, event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    const number = readTyped(text, false, navigator.language);
    const [row] = this.playground.catalog.settings.start;
    if (!row) return;
    if (number === undefined || !inDomain(number, row.domain)) {
      this.message = `${coordinates[axis]}: ${requestFor(row)}`;
      return;
    }
    this.message = '';
    const [x, y] = this.#start;
    void setSurface(this.playground, { start: axis === 0 ? [number, y] : [x, number] });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-start': StartFields;
  }
}
