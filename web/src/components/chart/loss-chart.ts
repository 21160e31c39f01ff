// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { type ChartModel, chartModel } from '../../chart/chart-model.ts';
import { LossPlot } from '../../chart/loss-plot.ts';
import { axisTitle, lossView } from '../../chart/loss-view.ts';
import type { Reading } from '../../chart/reading.ts';
import { abscissaAfter, movesAlong } from '../../chart/record-keys.ts';
import { ThinLines } from '../../chart/thin-line.ts';
import { grouped, threeDigits } from '../../format/number.ts';
import { msg, plural } from '../../language/message.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import type { View } from '../../model/settings.ts';
import { afterPaint } from '../../util/after-paint.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { ThemeController } from '../base/theme-controller.ts';
import styles from './loss-chart.css?inline';

/** The interval at which the chart's description for screen readers follows a running race. */
const relabelMs = 3000;

/** Loaded on the first use, because it is not needed before the reader points at the chart. */
const reader = () => import('./chart-reading.ts');

/** The chart of all losses. The pointer or arrow keys select an abscissa to read all values at. */
@customElement('fall-line-loss-chart')
export class LossChart extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings', 'state', 'frame'];
  protected override readonly pictorial = true;
  protected override readonly first = true;
  @query('canvas') private canvas!: HTMLCanvasElement;
  @state() private reading: Reading | undefined;
  @state() private spoken = '';
  #plot: LossPlot | undefined;
  /** The number of the last request for a reading. */
  #asked = 0;
  #thin = new ThinLines();
  #relabel = false;
  #labelledMs = 0;
  #redraw = false;
  /** Whether the reading is where the reader points, or where the arrow keys have moved it. */
  #pointed = false;
  #view: View | undefined;

  constructor() {
    super();
    new ThemeController(this, () => {
      this.#plot?.restyle();
      this.#draw();
    });
  }

  /** Chart.js lays the page out to measure its place. With the new elements in one task that would be a long one. */
  override firstUpdated(): void {
    afterPaint(() => {
      if (this.isConnected) this.#plot = new LossPlot(this.canvas, this.#model());
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#plot?.destroy();
  }

  protected override happened(event: PlaygroundEvent): void {
    if (event !== 'frame') this.#relabel = true;
    if (event === 'frame' || this.playground.settings.view !== this.#view) this.#redraw = true;
    super.happened(event);
  }

  /** Every change in a race is followed by a `frame`. Changes of the view are drawn at once. */
  protected override refresh(): void {
    if (this.#relabel || performance.now() - this.#labelledMs > relabelMs) {
      super.refresh();
      this.#labelledMs = performance.now();
    }
    this.#relabel = false;
    if (this.#redraw) this.#draw();
  }

  override render() {
    return html`<div
        class="frame"
        tabindex="0"
        role="group"
        aria-label=${msg('Loss chart. Left and right arrow keys read all racers at one place.')}
        @pointermove=${this.#point}
        @pointerdown=${this.#point}
        @pointerleave=${this.#clear}
        @keydown=${this.#key}
        @blur=${this.#clear}
      >
        <canvas dir="ltr" role="img" aria-label=${this.#label()}></canvas>
        ${
          this.reading
            ? html`<fall-line-reading
                .plot=${this.#plot}
                .reading=${this.reading}
                ?pointed=${this.#pointed}
              ></fall-line-reading>`
            : nothing
        }
      </div>
      <p class="hidden-words" role="status">${this.spoken}</p>`;
  }

  #label(): string {
    const { race, names, settings } = this.playground;
    const view = lossView(race, settings.view);
    const text = (loss: number): string => threeDigits(loss - view.floor);
    const list = race.racers.map(({ key, curve, status, report, changes }) => {
      const way = msg('{first} to {last}', {
        first: text(curve.at(view.main, view.first)),
        last: text(curve.last(view.main)),
      });
      const marks = changes.map(({ step }) =>
        msg('changed at step {step}', { step: grouped(step) }),
      );
      if (status === 'diverged')
        marks.push(msg('diverged at step {step}', { step: grouped(report?.step ?? 0) }));
      return `${names.get(key)}: ${[way, ...marks].join(', ')}`;
    });
    const what = plural(
      race.racers.length,
      '{title} of {n} racer by {axis}.',
      '{title} of {n} racers by {axis}.',
      { title: view.title, axis: axisTitle(race, settings.view.axis) },
    );
    return `${what} ${list.join('; ')}`;
  }

  #model(): ChartModel {
    const { race, settings, names } = this.playground;
    return chartModel(race, settings, names, this.#thin);
  }

  #draw(): void {
    this.#redraw = false;
    this.#view = this.playground.settings.view;
    this.#plot?.draw(this.#model());
    if (this.#pointed) void this.#read(this.reading?.x ?? 0);
    else if (this.playground.race.moment !== undefined) void this.#readPast();
    else this.reading = undefined;
  }

  /** Shows the moment of the past that the page shows, unless the reader points elsewhere. */
  async #readPast(): Promise<void> {
    const asked = ++this.#asked;
    const { readingOfPast } = await reader();
    if (asked === this.#asked) this.reading = readingOfPast(this.playground);
  }

  async #read(x: number): Promise<void> {
    const asked = ++this.#asked;
    this.#pointed = true;
    const { readingAt } = await reader();
    if (asked === this.#asked) this.reading = readingAt(this.playground, x);
  }

  #point(event: PointerEvent): void {
    const box = this.canvas.getBoundingClientRect();
    if (this.#plot) void this.#read(this.#plot.xAt(event.clientX - box.left));
  }

  #clear(): void {
    this.#asked++;
    this.#pointed = false;
    this.reading = undefined;
    this.spoken = '';
    if (this.playground.race.moment !== undefined) void this.#readPast();
  }

  /** The keys move along the records of the racer that has the most. */
  async #key(event: KeyboardEvent): Promise<void> {
    if (event.key === 'Escape') return this.#clear();
    if (!movesAlong(event.key)) return;
    event.preventDefault();
    const { abscissasOf } = await reader();
    const at = this.#pointed ? this.reading?.x : undefined;
    const next = abscissaAfter(event.key, abscissasOf(this.playground), at);
    if (next === undefined) return;
    await this.#read(next);
    const values = this.reading?.rows.map(({ name, point }) => `${name} ${threeDigits(point.y)}`);
    this.spoken = `${this.reading?.title}: ${values?.join(', ')}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-loss-chart': LossChart;
  }
}
