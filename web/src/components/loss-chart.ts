// SPDX-License-Identifier: MIT
import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { type ChartModel, chartModel } from '../chart/chart-model.ts';
import { LossPlot } from '../chart/loss-plot.ts';
import { axisTitle, lossView } from '../chart/loss-view.ts';
import { type Reading, readingAt, rungsOf } from '../chart/reading.ts';
import { ThinLines } from '../chart/thin-line.ts';
import { grouped, threeDigits } from '../format/number.ts';
import type { PlaygroundEvent } from '../state/playground.ts';
import { shared } from '../styles/shared.ts';
import type { View } from '../state/settings.ts';
import { onThemeChange } from '../state/theme.ts';
import { PlaygroundElement } from './playground-element.ts';
import { racerSwatch } from './racer-swatch.ts';

/** The loss of every racer; pointer or arrow keys read all of them at one abscissa. */
@customElement('fall-line-loss-chart')
export class LossChart extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      :host {
        position: relative;
      }
      .frame {
        position: relative;
        height: var(--chart-height, clamp(240px, 44vh, 420px));
        border-radius: 6px;
        touch-action: pan-y;
      }
      canvas {
        display: block;
        font-family: var(--sans);
      }
      .cursor {
        position: absolute;
        width: 1px;
        background: var(--edge);
        pointer-events: none;
      }
      .reading {
        position: absolute;
        top: 12px;
        min-width: 150px;
        max-width: 70%;
        padding: 8px 12px;
        background: var(--card);
        border: 1px solid var(--line);
        border-radius: 8px;
        box-shadow: var(--shadow);
        font-size: 13px;
        pointer-events: none;
        z-index: 1;
      }
      .reading div {
        display: grid;
        grid-template-columns: 26px 1fr auto;
        gap: 8px;
        align-items: center;
      }
      .reading b {
        font-weight: 600;
      }
      .dot {
        position: absolute;
        width: 9px;
        height: 9px;
        margin: -4.5px;
        border-radius: 50%;
        border: 2px solid var(--card);
        pointer-events: none;
      }
    `,
  ];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings', 'state', 'frame'];
  protected override readonly first = true;
  @query('canvas') private canvas!: HTMLCanvasElement;
  @state() private reading: Reading | undefined;
  @state() private spoken = '';
  #plot: LossPlot | undefined;
  #thin = new ThinLines();
  #relabel = false;
  #redraw = false;
  #view: View | undefined;
  #offTheme = () => {};

  override firstUpdated(): void {
    this.#plot = new LossPlot(this.canvas, this.#model());
    this.#offTheme = onThemeChange(() => {
      this.#plot?.restyle();
      this.#draw();
    });
    this.#draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#offTheme();
    this.#plot?.destroy();
  }

  protected override happened(event: PlaygroundEvent): void {
    if (event !== 'frame') this.#relabel = true;
    if (event === 'frame' || this.playground.settings.view !== this.#view) this.#redraw = true;
    super.happened(event);
  }

  /** Whatever changes in a race is followed by a frame; how it is looked at shows at once. */
  protected override refresh(): void {
    if (this.#relabel) super.refresh();
    this.#relabel = false;
    if (this.#redraw) this.#draw();
  }

  override render() {
    return html`<div
        class="frame"
        tabindex="0"
        role="group"
        aria-label="Loss chart. Left and right arrow keys read all racers at one place."
        @pointermove=${this.#point}
        @pointerdown=${this.#point}
        @pointerleave=${this.#clear}
        @keydown=${this.#key}
        @blur=${this.#clear}
      >
        <canvas role="img" aria-label=${this.#label()}></canvas>
        ${this.reading ? this.#readingView(this.reading) : nothing}
      </div>
      <p class="hidden-words" role="status">${this.spoken}</p>`;
  }

  #readingView(reading: Reading) {
    const plot = this.#plot;
    if (!plot) return nothing;
    const { top, bottom, left, right } = plot.area;
    const x = plot.pixelOf({ x: reading.x, y: 1 }).x;
    const side = x > (left + right) / 2 ? `right:calc(100% - ${x - 12}px)` : `left:${x + 12}px`;
    return html`<div class="cursor" style="left:${x}px;top:${top}px;height:${bottom - top}px"></div>
      ${reading.rows.map(({ point, colour }) => {
        const at = plot.pixelOf(point);
        return html`<span
          class="dot"
          style="left:${at.x}px;top:${at.y}px;background:var(${colour})"
        ></span>`;
      })}
      <div class="reading" style=${side}>
        <span class="quiet">${reading.title}</span>
        ${reading.rows.map(
          ({ slot, name, point }) =>
            html`<div>${racerSwatch(slot)}<span>${name}</span><b>${threeDigits(point.y)}</b></div>`,
        )}
      </div>`;
  }

  #label(): string {
    const { race, names, settings } = this.playground;
    const view = lossView(race, settings.view);
    const text = (loss: number): string => threeDigits(loss - view.floor);
    const list = race.racers.map(({ key, curve, status, report, changes }) => {
      const way = `${text(curve.at(view.main, view.first))} to ${text(curve.last(view.main))}`;
      const marks = changes.map(({ step }) => `, changed at step ${grouped(step)}`);
      if (status === 'diverged') marks.push(`, diverged at step ${grouped(report?.step ?? 0)}`);
      return `${names.get(key)}: ${way}${marks.join('')}`;
    });
    const axis = axisTitle(race, settings.view.axis);
    return `${view.title} of ${race.racers.length} racers by ${axis}. ${list.join('; ')}`;
  }

  #model(): ChartModel {
    const { race, settings, names } = this.playground;
    return chartModel(race, settings, names, this.#thin);
  }

  #draw(): void {
    this.#redraw = false;
    this.#view = this.playground.settings.view;
    this.#plot?.draw(this.#model());
    if (this.reading) this.#read(this.reading.x);
  }

  #read(x: number): void {
    this.reading = readingAt(this.playground, x);
  }

  #point(event: PointerEvent): void {
    const box = this.canvas.getBoundingClientRect();
    if (this.#plot) this.#read(this.#plot.xAt(event.clientX - box.left));
  }

  #clear(): void {
    this.reading = undefined;
    this.spoken = '';
  }

  /** The keys walk along the rungs of whoever has most. */
  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') return this.#clear();
    const rungs = rungsOf(this.playground);
    const moves: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      PageUp: -10,
      PageDown: 10,
      Home: -rungs.length,
      End: rungs.length,
    };
    const move = moves[event.key];
    if (move === undefined || rungs.length === 0) return;
    event.preventDefault();
    const { reading } = this;
    const now = reading ? rungs.filter((rung) => rung <= reading.x).length - 1 : rungs.length - 1;
    const next = Math.min(rungs.length - 1, Math.max(0, now + (reading ? move : 0)));
    this.#read(rungs[next] ?? 0);
    const values = this.reading?.rows.map(({ name, point }) => `${name} ${threeDigits(point.y)}`);
    this.spoken = `${this.reading?.title}: ${values?.join(', ')}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-loss-chart': LossChart;
  }
}
