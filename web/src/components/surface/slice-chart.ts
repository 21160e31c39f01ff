// SPDX-License-Identifier: MIT
import { html, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { racerStyle } from '../../chart/racer-style.ts';
import { SlicePlot } from '../../chart/slice-plot.ts';
import { threeDigits } from '../../format/number.ts';
import { msg, plural } from '../../language/message.ts';
import { type Place, type Slice, stationsOf } from '../../pictures/local-model.ts';
import type { TrialOnSlice } from '../../pictures/marks/trials-on-slice.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { ThemeController } from '../base/theme-controller.ts';
import styles from './slice-chart.css?inline';

const stations = 121;

/** The surface along a line through a racer's point, with its tangent and its parabola. */
@customElement('fall-line-slice')
export class SliceChart extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = [];
  @property({ attribute: false }) place!: Place;
  @property({ attribute: false }) slice!: Slice;
  @property({ attribute: false }) trials: readonly TrialOnSlice[] = [];
  @query('canvas') private canvas!: HTMLCanvasElement;
  #plot: SlicePlot | undefined;

  constructor() {
    super();
    new ThemeController(this, () => void this.#draw());
  }

  override firstUpdated(): void {
    this.#plot = new SlicePlot(this.canvas);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('place') || changed.has('slice') || changed.has('trials')) void this.#draw();
  }

  override render() {
    const { slope, curvature } = this.slice;
    const count = this.trials.length;
    const values = { slope: threeDigits(slope), curvature: threeDigits(curvature) };
    const label =
      count > 0
        ? plural(
            count,
            'The surface along the slice: slope {slope}, curvature {curvature}, {n} trial point',
            'The surface along the slice: slope {slope}, curvature {curvature}, {n} trial points',
            values,
          )
        : msg('The surface along the slice: slope {slope}, curvature {curvature}', values);
    return html`<div class="frame">
      <canvas dir="ltr" role="img" aria-label=${label}></canvas>
    </div>`;
  }

  /** Requests the values and draws them, unless the slice has changed in the meantime. */
  async #draw(): Promise<void> {
    const { place, slice, trials, playground } = this;
    const { surface } = playground.race;
    if (!surface) return;
    const { at, taylor, slot } = place;
    const distances = stationsOf(slice, stations);
    const points = [...distances, ...trials.map(({ distance }) => distance)].flatMap((t) => [
      at[0] + t * slice.way[0],
      at[1] + t * slice.way[1],
    ]);
    const values = await playground.inquiry.ask(
      'values',
      surface.settings,
      Float64Array.from(points),
    );
    if (!values || place !== this.place || slice !== this.slice) return;
    const along = (height: (t: number) => number) => distances.map((x) => ({ x, y: height(x) }));
    const tangent = (t: number): number => taylor.value + slice.slope * t;
    this.#plot?.draw({
      surface: distances.map((x, index) => ({ x, y: values[index] ?? Number.NaN })),
      tangent: along(tangent),
      parabola: along((t) => tangent(t) + (slice.curvature * t * t) / 2),
      trials: trials.map(({ distance, taken }, index) => ({
        x: distance,
        y: values[distances.length + index] ?? Number.NaN,
        taken,
      })),
      value: taylor.value,
      colour: racerStyle(slot).colour,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-slice': SliceChart;
  }
}
