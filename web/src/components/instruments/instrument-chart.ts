// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { InstrumentEntry } from '../../../../wasm/types.ts';
import {
  abscissasOf,
  type InstrumentLine,
  layerLines,
  racerLines,
  readable,
  valueAt,
} from '../../chart/instrument-lines.ts';
import { instrumentModel } from '../../chart/instrument-model.ts';
import { LossPlot } from '../../chart/loss-plot.ts';
import { axisTitle } from '../../chart/loss-view.ts';
import { abscissaText } from '../../chart/reading.ts';
import { abscissaAfter, movesAlong } from '../../chart/record-keys.ts';
import { threeDigits } from '../../format/number.ts';
import { msg, plural } from '../../language/message.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import type { Racer } from '../../race/racer.ts';
import type { Watcher } from '../../race/watcher.ts';
import { shared } from '../../styles/shared.ts';
import { scheduleDraw, scheduleIdleDraw } from '../../util/draw-scheduler.ts';
import { throttled } from '../../util/throttled.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { ThemeController } from '../base/theme-controller.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';
import { byLack } from './by-lack.ts';
import './instrument-table.ts';
import { racerChooser } from './racer-chooser.ts';
import { referenceLink } from '../controls/reference-link.ts';
import styles from './instrument-chart.css?inline';

/** The interval at which texts follow a running race. */
const relabelMs = 3000;

/** The chart of one instrument: all racers, or the layers of one of them. */
@customElement('fall-line-instrument')
export class InstrumentChart extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings', 'state', 'frame'];
  protected override readonly pictorial = true;
  @property({ attribute: false }) instrument!: InstrumentEntry;
  @property({ attribute: false }) watcher!: Watcher;
  @query('canvas') private canvas!: HTMLCanvasElement;
  /** The abscissa that is read, if any. */
  @state() private at: number | undefined;
  /** The racer that was chosen to show its layers. */
  @state() private chosen: number | undefined;
  @state() private open = false;
  @state() private spoken = '';
  #plot: LossPlot | undefined;
  #off = () => {};
  readonly #relabel = throttled(relabelMs, () => this.requestUpdate());

  constructor() {
    super();
    new ThemeController(this, () => {
      this.#plot?.restyle();
      this.#draw();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#off = this.watcher.on('read', () => this.#follow());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#off();
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  override updated(): void {
    // Chart.js measures the frame, which has its size only now.
    if (this.isConnected) this.#plot ??= new LossPlot(this.canvas, this.#model());
  }

  /** Draws new readings if they are on the screen. Texts follow in any case, for screen readers. */
  #follow(): void {
    this.happened('frame');
    if (this.playground.race.state === 'running') this.#relabel();
    else scheduleIdleDraw(this.#update);
  }

  readonly #update = (): void => this.requestUpdate();

  protected override happened(event: PlaygroundEvent): void {
    if (event !== 'frame') this.requestUpdate();
    super.happened(event);
  }

  protected override refresh(): void {
    this.#draw();
  }

  override render() {
    const { playground, instrument } = this;
    const { name, unit, summary, lookFor } = instrument;
    const lines = this.#lines();
    return html`<div class="head">
        <h3>${name} ${unit ? html`<span class="quiet">(${unit})</span>` : nothing}</h3>
        ${
          instrument.per === 'run'
            ? nothing
            : racerChooser(this.#suited, playground.names, this.#shownRacer, (key) => {
                this.chosen = key;
                scheduleDraw(() => this.#draw());
              })
        }
      </div>
      <div
        class="frame"
        tabindex="0"
        role="group"
        aria-label=${msg('{name}. Left and right arrow keys read all lines at one place.', { name })}
        @pointermove=${this.#point}
        @pointerdown=${this.#point}
        @pointerleave=${this.#clear}
        @keydown=${this.#key}
        @blur=${this.#clear}
      >
        <canvas dir="ltr" role="img" aria-label=${this.#label(lines)}></canvas>
        ${this.#cursor()}
      </div>
      <p class="reading">
        ${this.#place === undefined ? summary : this.#reading(lines, this.#place)}
      </p>
      <p class="hidden-words" role="status">${this.spoken}</p>
      ${this.#without()}
      <p class="help look">${lookFor} ${referenceLink('instruments', instrument)}</p>
      <details
        @toggle=${(event: Event) => {
          this.open = (event.target as HTMLDetailsElement).open;
        }}
      >
        <summary>${msg('Show the numbers as a table')}</summary>
        ${
          this.open
            ? html`<fall-line-instrument-table
                .name=${name}
                .lines=${lines}
                .axis=${playground.settings.view.axis}
                .axisTitle=${axisTitle(playground.race, playground.settings.view.axis)}
              ></fall-line-instrument-table>`
            : nothing
        }
      </details>`;
  }

  /** The racers that the instrument can watch. */
  get #suited(): Racer[] {
    const { racers } = this.playground.race;
    return racers.filter((racer) => this.watcher.lack(racer, this.instrument.id) === '');
  }

  get #shownRacer(): Racer | undefined {
    return this.#suited.find(({ key }) => key === this.chosen) ?? this.#suited[0];
  }

  #lines(): InstrumentLine[] {
    const { instrument, playground, watcher } = this;
    const { axis } = playground.settings.view;
    const columns = (racer: Racer) => watcher.columns(racer, instrument.id);
    if (instrument.per === 'run')
      return racerLines({ instrument, axis, columns }, playground.race.racers, playground.names);
    const racer = this.#shownRacer;
    return racer ? layerLines({ instrument, axis, columns }, racer) : [];
  }

  #model() {
    const { race, settings } = this.playground;
    return instrumentModel(this.#lines(), race, settings, this.instrument);
  }

  #draw(): void {
    this.#plot?.draw(this.#model());
  }

  #label(lines: readonly InstrumentLine[]): string {
    const { race, settings } = this.playground;
    const named = lines.filter(({ name }) => name !== '');
    const ways = named.map(({ name, y }) => {
      const values = y.filter(Number.isFinite);
      const way = msg('{first} to {last}', {
        first: threeDigits(values[0] ?? Number.NaN),
        last: threeDigits(values.at(-1) ?? Number.NaN),
      });
      return `${name}: ${way}`;
    });
    const what = plural(
      named.length,
      '{name}, {n} line by {axis}.',
      '{name}, {n} lines by {axis}.',
      { name: this.instrument.name, axis: axisTitle(race, settings.view.axis) },
    );
    return `${what} ${ways.join('; ')}`;
  }

  /** The racers that are not shown, each with the reason. */
  #without() {
    const { race, names } = this.playground;
    const lacks = race.racers.map(
      (racer) =>
        [names.get(racer.key) ?? '', this.watcher.lack(racer, this.instrument.id)] as const,
    );
    const reasons = byLack(lacks);
    return reasons === '' ? nothing : html`<p class="help">${msg('Not shown.')} ${reasons}</p>`;
  }

  /** The abscissa that the reader points at, or the moment of the past that the page shows. */
  get #place(): number | undefined {
    const { race, settings } = this.playground;
    const past = settings.view.axis === settings.budget.unit ? race.moment : undefined;
    return this.at ?? past;
  }

  /** The values there. */
  #reading(lines: readonly InstrumentLine[], at: number) {
    const { race, settings } = this.playground;
    const values = readable(lines)
      .map((line) => ({ ...line, value: valueAt(line, at) }))
      .filter(({ value }) => Number.isFinite(value));
    return html`${abscissaText(race, settings.view.axis, at)}:
    ${values.map(
      ({ slot, name, value }) =>
        html`<span>${racerSwatch(slot)}${name} <b>${threeDigits(value)}</b></span>`,
    )}`;
  }

  #cursor() {
    const at = this.#place;
    if (at === undefined || !this.#plot) return nothing;
    const { top, bottom } = this.#plot.area;
    const { x } = this.#plot.pixelOf({ x: at, y: 1 });
    return html`<div
      class="cursor"
      style="left:${x}px;top:${top}px;height:${bottom - top}px"
    ></div>`;
  }

  /** Reads the last record at or before an abscissa. */
  #read(x: number): void {
    const before = abscissasOf(this.#lines()).filter((place) => place <= x);
    this.at = before.at(-1);
  }

  #point(event: PointerEvent): void {
    const box = this.canvas.getBoundingClientRect();
    if (this.#plot) this.#read(this.#plot.xAt(event.clientX - box.left));
  }

  #clear(): void {
    this.at = undefined;
    this.spoken = '';
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') return this.#clear();
    if (!movesAlong(event.key)) return;
    event.preventDefault();
    const lines = this.#lines();
    const at = abscissaAfter(event.key, abscissasOf(lines), this.at);
    this.at = at;
    if (at === undefined) return;
    const { race, settings } = this.playground;
    const values = readable(lines).map((line) => `${line.name} ${threeDigits(valueAt(line, at))}`);
    this.spoken = `${abscissaText(race, settings.view.axis, at)}: ${values.join(', ')}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-instrument': InstrumentChart;
  }
}
