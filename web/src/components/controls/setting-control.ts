// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Choice, Hyperparameter, SettingValue } from '../../../../wasm/types.ts';
import { plain } from '../../format/number.ts';
import { positionOf, positions, valueAt } from '../../format/slider-scale.ts';
import { msg } from '../../language/message.ts';
import { helpText } from '../../model/names.ts';
import { readTyped } from '../../model/typed-number.ts';
import { inDomain, requestFor } from '../../model/domain.ts';
import type { Playground } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import './layers-editor.ts';
import styles from './setting-control.css?inline';

/** A setting was changed to an allowed value. */
export type SettingEvent = CustomEvent<{ id: string; value: SettingValue }>;

/** A control for a row of the catalog. The row determines its look, its allowed values, and its help. */
@customElement('fall-line-setting')
export class SettingControl extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) row!: Hyperparameter;
  @property({ attribute: false }) value!: SettingValue;
  /** Replaces the choices of the row, if only some make sense. */
  @property({ attribute: false }) choices: readonly Choice[] | undefined;
  /** Why the engine refuses the value, if it does. Emptied by the next change. */
  @property({ attribute: false }) refusal = '';
  /** What checks a text. */
  @property({ attribute: false }) playground: Playground | undefined;
  /** Why it can't be changed here, if so. */
  @property({ attribute: false }) locked = '';
  @state() private message = '';
  @query('.box') private box!: HTMLInputElement | null;
  /** The text last set in the box. */
  #shown = '';
  /** Whether the typed text was accepted, so it may be replaced by the formatted value. */
  #taken = false;
  @state() private docHidden = false;
  readonly #text = new LazyElements(this, () => import('./text-field.ts'));

  override render() {
    const { row } = this;
    const message = this.#trouble;
    return html`<div
      class="row ${this.docHidden || message ? 'quiet-doc' : ''}"
      @keydown=${this.#escape}
      @pointerleave=${this.#showDoc}
      @focusout=${this.#showDoc}
    >
      <label for=${row.kind === 'number' || row.kind === 'integer' ? 'slider' : 'field'}>
        <span>${row.name}${row.symbol ? html` ${this.#symbol(row.symbol)}` : nothing}</span>
      </label>
      ${this.#field()}
      <div id="doc" class="doc">
        ${helpText(row)}${row.unit ? ` ${msg('In {unit}.', { unit: row.unit })}` : nothing}
      </div>
      ${message ? html`<div class="message" id="message" role="alert">${message}</div>` : nothing}
    </div>`;
  }

  get #trouble(): string {
    return this.message || this.refusal;
  }

  /** The symbol, with a subscript after an underscore, as in `η_τ`. */
  #symbol(symbol: string) {
    const [base, subscript] = symbol.split('_');
    return html`<span class="symbol"
      >${base}${subscript === undefined ? nothing : html`<sub>${subscript}</sub>`}</span
    >`;
  }

  #field() {
    switch (this.row.kind) {
      case 'switch':
        return html`<input
          id="field"
          type="checkbox"
          aria-describedby="doc"
          .checked=${this.value === true}
          @change=${(event: Event) => this.#emit((event.target as HTMLInputElement).checked)}
        />`;
      case 'choice':
        return html`<select id="field" aria-describedby="doc" @change=${this.#choose}>
          ${this.#options(this.choices ?? this.row.choices ?? [])}
        </select>`;
      case 'integers':
        return html`<fall-line-layers
          class="wide"
          id="field"
          .row=${this.row}
          .value=${this.value as number[]}
          @layers=${(event: CustomEvent<number[]>) => this.#emit(event.detail)}
        ></fall-line-layers>`;
      case 'text':
        return this.#text.ready
          ? html`<fall-line-text
              class="wide"
              id="field"
              .playground=${this.playground}
              .row=${this.row}
              .value=${this.value as string}
              @text=${(event: CustomEvent<string>) => this.#emit(event.detail)}
            ></fall-line-text>`
          : nothing;
      default:
        return this.#number();
    }
  }

  #options(choices: readonly Choice[]) {
    return choices.map(
      ({ id, name }) => html`<option value=${id} ?selected=${id === this.value}>${name}</option>`,
    );
  }

  #number() {
    const { row, value } = this;
    const { slider, kind, choices = [] } = row;
    const number = typeof value === 'number' ? value : undefined;
    const worded = choices.length > 0;
    return html`${
      worded
        ? html`<select
            aria-label=${msg('{name}, kind', { name: row.name })}
            aria-describedby="doc"
            @change=${this.#chooseWord}
          >
            <option value="" ?selected=${number !== undefined}>${msg('number')}</option>
            ${this.#options(choices)}
          </select>`
        : nothing
    }
    ${
      number === undefined
        ? nothing
        : html`<input
            class="box ${worded ? 'below' : ''}"
            inputmode="decimal"
            autocomplete="off"
            aria-label=${row.name}
            aria-invalid=${this.#trouble !== ''}
            aria-describedby="doc message"
            @change=${this.#type}
            @keydown=${this.#keepUndoOfText}
          />`
    }
    ${
      slider && number !== undefined && slider.max > slider.min
        ? html`<input
            id="slider"
            class=${worded ? 'beside' : 'wide'}
            type="range"
            min="0"
            max=${positions(slider, kind === 'integer')}
            aria-valuetext="${row.name} ${plain(number)}"
            aria-describedby="doc"
            .value=${String(positionOf(row, number))}
            @input=${this.#slide}
          />`
        : nothing
    }`;
  }

  /** Updates the box, but keeps text that is being typed or was refused. */
  override updated(changed: PropertyValues): void {
    if (changed.has('locked')) this.#lock();
    const { box, value } = this;
    if (!box || typeof value !== 'number') return;
    const isTyping = box.value !== this.#shown && box.matches(':focus') && !this.#taken;
    if (isTyping || (this.message !== '' && !changed.has('value'))) return;
    this.#taken = false;
    this.#shown = plain(value);
    // What the reader types into a box that was just entered replaces its text, also if that is new.
    const isSelected = box.matches(':focus') && box.selectionEnd !== box.selectionStart;
    box.value = this.#shown;
    if (isSelected) box.select();
  }

  #lock(): void {
    const { locked } = this;
    for (const field of this.renderRoot.querySelectorAll('input, select'))
      Object.assign(field, { disabled: locked !== '', title: locked });
  }

  /** While the reader types, Ctrl+Z undoes typing and not the last change of settings. */
  #keepUndoOfText(event: KeyboardEvent): void {
    if (this.box?.value !== this.#shown) event.stopPropagation();
  }

  #slide(event: Event): void {
    this.message = '';
    this.#emit(valueAt(this.row, Number((event.target as HTMLInputElement).value)));
  }

  #type(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    const { row } = this;
    const number = readTyped(text, row.kind === 'integer', navigator.language);
    const whole = row.kind !== 'integer' || Number.isInteger(number);
    if (number === undefined || !whole || !inDomain(number, row.domain)) {
      this.message = requestFor(row) + decimalHint(text, number);
      return;
    }
    this.message = '';
    this.#taken = true;
    this.#emit(number);
    // The value may be unchanged but written differently, so no property changes.
    this.requestUpdate();
  }

  #choose(event: Event): void {
    this.#emit((event.target as HTMLSelectElement).value);
  }

  /** Chooses a word, or returns to a number: the default if that is one, or the slider's middle. */
  #chooseWord(event: Event): void {
    const word = (event.target as HTMLSelectElement).value;
    const { row } = this;
    if (word !== '') this.#emit(word);
    else if (typeof row.default === 'number') this.#emit(row.default);
    else if (row.slider) this.#emit(valueAt(row, positions(row.slider, true) / 2));
  }

  #emit(value: SettingValue): void {
    // The help would cover what the change does.
    this.docHidden = true;
    const detail = { id: this.row.id, value };
    this.dispatchEvent(new CustomEvent('setting', { detail, bubbles: true, composed: true }));
  }

  #escape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.docHidden = true;
  }

  #showDoc(): void {
    this.docHidden = false;
  }
}

/** A hint for a decimal comma, which is accepted only if the reader's language uses one. */
function decimalHint(text: string, number: number | undefined): string {
  return number === undefined && text.includes(',')
    ? ` ${msg('Write decimals with a point, as in 0.1.')}`
    : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-setting': SettingControl;
  }
}
