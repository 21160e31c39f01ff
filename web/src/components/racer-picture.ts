// SPDX-License-Identifier: MIT
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { DataView as SplitData } from '../../../wasm/types.ts';
import { racerStyle, themeColour } from '../chart/racer-style.ts';
import { percent, threeDigits } from '../format/number.ts';
import { fieldImage } from '../pictures/field.ts';
import { curveInputs, drawFit } from '../pictures/fit.ts';
import { palette } from '../pictures/palette.ts';
import { extent, gridInputs, squareAround } from '../pictures/plane.ts';
import { drawPoints } from '../pictures/points.ts';
import type { Racer } from '../race/racer.ts';
import { lossAt } from '../race/ranking.ts';
import type { PlaygroundEvent } from '../state/playground.ts';
import { onThemeChange } from '../state/theme.ts';
import { shared } from '../styles/shared.ts';
import { PlaygroundElement } from './playground-element.ts';
import { racerSwatch } from './racer-swatch.ts';
import './sample-check.ts';

const cells = 60;
const curvePoints = 120;
const size = 440;

/** What one racer's network has learned: its regions, its curve, or its answers. */
@customElement('fall-line-racer-picture')
export class RacerPicture extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      figure {
        margin: 0;
      }
      canvas {
        display: block;
        width: 100%;
        aspect-ratio: 1;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--card);
      }
      figcaption {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 6px;
        align-items: center;
        margin-top: 6px;
        font-size: 13px;
      }
      b {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-weight: 600;
      }
    `,
  ];
  protected override readonly watches: readonly PlaygroundEvent[] = ['state', 'numbers'];
  @property({ attribute: false }) racer!: Racer;
  @query('canvas') private canvas!: HTMLCanvasElement | null;
  #asking = false;
  #askAgain = false;
  #predictions: Float32Array | undefined;
  #points: HTMLCanvasElement | undefined;
  #visible = false;
  #observer = new IntersectionObserver(([entry]) => {
    this.#visible = entry?.isIntersecting ?? false;
    void this.#ask();
  });
  #offTheme = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
    this.#offTheme = onThemeChange(() => {
      this.#points = undefined;
      this.#paint();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#offTheme();
  }

  protected override happened(): void {
    this.requestUpdate();
    void this.#ask();
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('racer')) return;
    this.#predictions = undefined;
    this.#points = undefined;
    void this.#ask();
  }

  override render() {
    const { racer, playground } = this;
    const { data } = playground.race;
    const name = playground.names.get(racer.key) ?? '';
    const accuracy = racer.curve.last('testAccuracy');
    const number = Number.isNaN(accuracy)
      ? threeDigits(lossAt(racer, racer.curve.length - 1))
      : percent(accuracy);
    const many = data && (data.inputs[0]?.length ?? 0) > 2;
    return html`<figure>
      ${
        many
          ? html`<fall-line-sample-check
              .data=${data}
              .predictions=${this.#predictions}
            ></fall-line-sample-check>`
          : html`<canvas
              role="img"
              width=${size}
              height=${size}
              aria-label=${this.#label(name, number)}
            ></canvas>`
      }
      <figcaption>
        ${racerSwatch(racer.settings.slot)}<b title=${name}>${name}</b><span>${number}</span>
      </figcaption>
    </figure>`;
  }

  #label(name: string, number: string): string {
    const { data } = this.playground.race;
    if (!data) return nothing as unknown as string;
    const what = data.inputs[0]?.length === 1 ? 'fitted curve' : 'decision regions';
    return `${name}: ${what} with the samples; ${data.classes > 0 ? 'test accuracy' : 'test loss'} ${number}`;
  }

  /** One question at a time; what happened meanwhile is asked afterwards. */
  async #ask(): Promise<void> {
    const { data } = this.playground.race;
    if (!this.#visible || !data || !this.racer.client) return;
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    const { racer } = this;
    const predictions = await this.playground.race.predict(racer, question(data));
    this.#asking = false;
    if (predictions && racer === this.racer && data === this.playground.race.data) {
      this.#predictions = predictions;
      this.#paint();
      this.requestUpdate();
    }
    if (this.#askAgain) {
      this.#askAgain = false;
      void this.#ask();
    }
  }

  #paint(): void {
    const { data } = this.playground.race;
    const context = this.canvas?.getContext('2d');
    if (!context || !data || !this.#predictions) return;
    const colours = palette(this);
    context.clearRect(0, 0, size, size);
    if (data.inputs[0]?.length === 1) {
      const line = themeColour(this, racerStyle(this.racer.settings.slot).colour);
      drawFit(context, data, this.#predictions, line, colours);
      return;
    }
    const targets = data.targets.flat();
    const image = fieldImage(
      { cells, predictions: this.#predictions, classes: data.classes, range: extent(targets) },
      colours,
    );
    const small = canvasOf(cells);
    small.getContext('2d')?.putImageData(image, 0, 0);
    context.imageSmoothingQuality = 'high';
    context.drawImage(small, 0, 0, size, size);
    context.drawImage(this.#pointLayer(data), 0, 0);
  }

  /** The samples never change within a race: drawn once. */
  #pointLayer(data: SplitData): HTMLCanvasElement {
    if (!this.#points) {
      this.#points = canvasOf(size);
      const context = this.#points.getContext('2d');
      if (context) drawPoints(context, data, squareAround(data.inputs), palette(this));
    }
    return this.#points;
  }
}

function question(data: SplitData): Float64Array | 'test' {
  const inputs = data.inputs[0]?.length ?? 0;
  if (inputs === 1) return curveInputs(data, curvePoints);
  return inputs === 2 ? gridInputs(squareAround(data.inputs), cells) : 'test';
}

function canvasOf(side: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  return canvas;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racer-picture': RacerPicture;
  }
}
