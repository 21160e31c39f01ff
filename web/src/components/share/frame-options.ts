// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { marked, msg } from '../../language/message.ts';
import { offered } from '../../language/offered.ts';
import type { Settings } from '../../model/settings.ts';
import { heights, type Options } from '../../sharing/options.ts';
import { type Part, partsOf } from '../../page/parts.ts';
import { fieldsetStyles } from '../../styles/fieldset.ts';
import { shared } from '../../styles/shared.ts';
import styles from './frame-options.css?inline';

const names: Readonly<Record<Part, string>> = {
  transport: marked('Play and speed'),
  chart: marked('Chart'),
  pictures: marked('Pictures'),
  surface: marked('Surface'),
  network: marked('Network'),
  instruments: marked('Instruments'),
  lesson: marked('Lesson text'),
  controls: marked('Settings of the racers'),
  full: marked('Link to the playground'),
};

/** A value and its name, which is in a language of its own or else translated. */
type Choice<T extends string = string> = readonly [value: T, name: string, lang?: string];

const themes: readonly Choice<Options['theme']>[] = [
  ['auto', marked('As the reader’s system')],
  ['light', marked('Light')],
  ['dark', marked('Dark')],
];

const languages: readonly Choice[] = [
  ['auto', marked('The reader’s own')],
  ...offered.map(({ tag, name }): Choice => [tag, name, tag]),
];

/** The options of a frame, as far as they have an effect. Sends `change` with all of them as its detail. */
@customElement('fall-line-frame-options')
export class FrameOptions extends LitElement {
  static override styles = [shared, fieldsetStyles, unsafeCSS(styles)];
  @property({ attribute: false }) settings!: Settings;
  @property({ attribute: false }) options!: Options;
  /** The frame's height, chosen or fitting. */
  @property({ attribute: false }) height = 0;
  /** What is in the box while the author types. The preview may grow meanwhile. */
  #typed: string | undefined;

  override render() {
    const { options, settings } = this;
    return html`<div @change=${(event: Event) => event.stopPropagation()}>
      <label
        >${msg('Colours')} ${choice(themes, options.theme, (theme) => this.#set({ theme }))}</label
      >
      <label
        >${msg('Language')} ${choice(languages, options.lang, (lang) => this.#set({ lang }))}</label
      >
      <label
        >${msg('Height')}
        <input
          type="number"
          min=${heights.least}
          max=${heights.most}
          step="10"
          .value=${this.#typed ?? String(this.height)}
          @input=${this.#type}
          @change=${this.#setHeight}
        />
        ${msg('pixels')}</label
      >
      ${box(msg('Starts by itself'), options.autostart, (autostart) => this.#set({ autostart }))}
      <fieldset>
        <legend>${msg('Shows')}</legend>
        ${partsOf(settings).map((part) =>
          box(msg(names[part]), options.parts.has(part), (shown) => this.#show(part, shown)),
        )}
      </fieldset>
    </div>`;
  }

  #show(part: Part, shown: boolean): void {
    const parts = new Set([...this.options.parts, part]);
    if (!shown) parts.delete(part);
    this.#set({ parts });
  }

  #type(event: Event): void {
    this.#typed = (event.target as HTMLInputElement).value;
  }

  /** An empty box returns to the height that suits the race. */
  #setHeight(event: Event): void {
    const box = event.target as HTMLInputElement;
    const given = box.value === '' ? Number.NaN : Number(box.value);
    const height = Number.isFinite(given)
      ? Math.round(Math.min(heights.most, Math.max(heights.least, given)))
      : undefined;
    this.#typed = undefined;
    this.#set({ height });
    box.value = String(height ?? this.height);
  }

  #set(change: Partial<Options>): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { ...this.options, ...change } }));
  }
}

function choice<T extends string>(
  all: readonly Choice<T>[],
  chosen: T,
  choose: (value: T) => void,
) {
  return html`<select
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as T)}
  >
    ${all.map(
      ([value, name, lang]) =>
        html`<option value=${value} lang=${lang ?? nothing} ?selected=${value === chosen}>
          ${lang === undefined ? msg(name) : name}
        </option>`,
    )}
  </select>`;
}

function box(name: string, checked: boolean, choose: (checked: boolean) => void) {
  return html`<label
    ><input
      type="checkbox"
      .checked=${checked}
      @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)}
    />
    ${name}</label
  >`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-frame-options': FrameOptions;
  }
}
