// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Histogram, InstrumentEntry } from '../../../../wasm/types.ts';
import { layerName } from '../../chart/instrument-lines.ts';
import { racerStyle } from '../../chart/racer-style.ts';
import { threeDigits } from '../../format/number.ts';
import { capitalized } from '../../format/word.ts';
import { msg } from '../../language/message.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import type { Racer } from '../../race/racer.ts';
import type { Watcher } from '../../race/watcher.ts';
import { numberTable } from '../../styles/number-table.ts';
import { shared } from '../../styles/shared.ts';
import { throttled } from '../../util/throttled.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import './layer-histogram.ts';
import { racerChooser } from './racer-chooser.ts';
import { referenceLink } from '../controls/reference-link.ts';
import styles from './instrument-chart.css?inline';

/** The shortest time between two requests for new histograms. */
const intervalMs = 200;

/** The histograms of one racer at the present step, one for each layer. */
@customElement('fall-line-instrument-histograms')
export class InstrumentHistograms extends PlaygroundElement {
  static override styles = [shared, numberTable, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings', 'state', 'frame'];
  protected override readonly pictorial = true;
  @property({ attribute: false }) instrument!: InstrumentEntry;
  @property({ attribute: false }) watcher!: Watcher;
  @state() private chosen: number | undefined;
  @state() private layers: readonly Histogram[] = [];
  @state() private open = false;
  /** Whether an answer is awaited. */
  #asking = false;
  readonly #soon = throttled(intervalMs, () => void this.#ask());

  protected override refresh(): void {
    super.refresh();
    this.#soon();
  }

  override render() {
    const { instrument, layers, playground } = this;
    const racer = this.#racer;
    const { colour } = racerStyle(racer?.settings.slot ?? 0);
    return html`<div class="head">
        <h3>${instrument.name}</h3>
        ${racerChooser(this.#suited, playground.names, racer, (key) => {
          this.chosen = key;
          this.#soon();
        })}
      </div>
      ${layers.map(
        (histogram, layer) =>
          html`<fall-line-histogram
            .name=${this.#nameOf(layer)}
            .colour=${colour}
            .histogram=${histogram}
          ></fall-line-histogram>`,
      )}
      <p class="help">${instrument.summary}</p>
      <p class="help look">${instrument.lookFor} ${referenceLink('instruments', instrument)}</p>
      <details
        @toggle=${(event: Event) => {
          this.open = (event.target as HTMLDetailsElement).open;
        }}
      >
        <summary>${msg('Show the numbers as a table')}</summary>
        ${this.open ? this.#table() : nothing}
      </details>`;
  }

  #table() {
    return html`<div
      class="scroll"
      tabindex="0"
      role="region"
      aria-label=${msg('{title} as a table', { title: this.instrument.name })}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Layer')}</th>
            <th scope="col">${msg('From')}</th>
            <th scope="col">${msg('To')}</th>
            <th scope="col">${msg('Values')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.layers.map(({ low, high, counts }, layer) =>
            Array.from(counts, (count, index) => {
              const edge = (place: number) => low + (place * (high - low)) / counts.length;
              return html`<tr>
                <th scope="row">${this.#nameOf(layer)}</th>
                <td>${threeDigits(edge(index))}</td>
                <td>${threeDigits(edge(index + 1))}</td>
                <td>${count}</td>
              </tr>`;
            }),
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** The last layer has no activation, so some instruments leave it out. */
  #nameOf(layer: number): string {
    const missing = this.instrument.per === 'hidden-layer' ? 1 : 0;
    return capitalized(layerName(layer, this.layers.length + missing));
  }

  /** The racers that the instrument suits, as they are, or at the moment of the past that the page shows. */
  get #suited(): readonly Racer[] {
    const { racers, shown } = this.playground.race;
    const { id } = this.instrument;
    const keys = racers
      .filter((racer) => this.watcher.lack(racer, id) === '')
      .map(({ key }) => key);
    return shown.filter(({ key }) => keys.includes(key));
  }

  get #racer(): Racer | undefined {
    return this.#suited.find(({ key }) => key === this.chosen) ?? this.#suited[0];
  }

  async #ask(): Promise<void> {
    if (!this.isConnected) return;
    if (this.#asking) return this.#soon();
    this.#asking = true;
    const layers = await this.#racer?.ask('histograms', this.instrument.id);
    this.#asking = false;
    if (layers && this.isConnected) this.layers = layers;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-instrument-histograms': InstrumentHistograms;
  }
}
