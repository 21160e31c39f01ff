// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { InstrumentEntry } from '../../../../wasm/types.ts';
import { msg } from '../../language/message.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { Watcher } from '../../race/watcher.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { byLack } from './by-lack.ts';
import './instrument-chart.ts';
import './instrument-histograms.ts';
import styles from './instruments-panel.css?inline';

/** The list of instruments, and a small chart for each that is switched on. Racers are watched while it is open. */
@customElement('fall-line-instruments')
export class InstrumentsPanel extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings', 'state', 'frame'];
  #watcher: Watcher | undefined;
  /** The text of what is shown, as readings alone don't change it. */
  #shown = '';

  override connectedCallback(): void {
    super.connectedCallback();
    const watcher = new Watcher(this.playground.race);
    this.#watcher = watcher;
    watcher.on('read', () => this.#reconsider());
    watcher.watch(this.#curves);
    // The instruments are in the whole catalog.
    this.playground.loadDeferred().catch(() => {});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.watch([]);
  }

  protected override happened(event: PlaygroundEvent): void {
    if (event === 'frame') this.#watcher?.follow();
    else super.happened(event);
  }

  protected override refresh(): void {
    this.#watcher?.watch(this.#curves);
    super.refresh();
  }

  get #ids(): readonly string[] {
    return this.playground.settings.view.instruments;
  }

  /** Those that are read at each record. Histograms are asked for when they are drawn. */
  get #curves(): readonly string[] {
    const { instruments } = this.playground.catalog;
    const curves = instruments.filter(
      ({ id, shows }) => shows === 'curve' && this.#ids.includes(id),
    );
    return curves.map(({ id }) => id);
  }

  override render() {
    const { playground } = this;
    const watcher = this.#watcher;
    const { instruments } = playground.catalog;
    this.#shown = this.#facts();
    const missing = instruments.filter((one) => this.#lackOf(one) !== '');
    return html`<div class="choices" role="group" aria-label=${msg('Instruments')}>
        ${instruments.filter((one) => !missing.includes(one)).map((one) => this.#choice(one))}
      </div>
      ${
        missing.length > 0
          ? html`<p class="quiet">
              ${msg('Not in this race.')}
              ${byLack(missing.map((one) => [one.name, this.#lackOf(one)]))}
            </p>`
          : nothing
      }
      ${watcher?.trouble ? html`<p class="trouble" role="alert">${watcher.trouble}</p>` : nothing}
      <div class="charts">
        ${repeat(
          instruments.filter((one) => this.#ids.includes(one.id) && !missing.includes(one)),
          ({ id }) => id,
          (instrument) =>
            instrument.shows === 'curve'
              ? html`<fall-line-instrument
                  .playground=${playground}
                  .watcher=${watcher}
                  .instrument=${instrument}
                ></fall-line-instrument>`
              : html`<fall-line-instrument-histograms
                  .playground=${playground}
                  .watcher=${watcher}
                  .instrument=${instrument}
                ></fall-line-instrument-histograms>`,
        )}
      </div>`;
  }

  #choice({ id, name, summary }: InstrumentEntry) {
    return html`<button
      aria-pressed=${this.#ids.includes(id)}
      title=${summary}
      @click=${() => this.#toggle(id)}
    >
      ${name}
    </button>`;
  }

  #toggle(id: string): void {
    const { catalog } = this.playground;
    const on = new Set(this.#ids);
    if (!on.delete(id)) on.add(id);
    const instruments = catalog.instruments.map((one) => one.id).filter((one) => on.has(one));
    void this.playground.setView({ instruments });
  }

  /** What all racers lack for an instrument. Empty if one of them has it, or none is known yet. */
  #lackOf({ id }: InstrumentEntry): string {
    const { racers } = this.playground.race;
    const lacks = racers.map((racer) => this.#watcher?.lack(racer, id) ?? '');
    return lacks.includes('') ? '' : (lacks[0] ?? '');
  }

  #facts(): string {
    const { instruments } = this.playground.catalog;
    return [this.#watcher?.trouble, ...instruments.map((one) => this.#lackOf(one))].join();
  }

  #reconsider(): void {
    if (this.#facts() !== this.#shown) this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-instruments': InstrumentsPanel;
  }
}
