// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, svg, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { threeDigits } from '../../format/number.ts';
import { msg, plural } from '../../language/message.ts';
import { classInWords, type NamedData } from '../../model/data-names.ts';
import { drawUnits } from '../../pictures/network/draw-unit.ts';
import {
  largest,
  type NetworkView,
  strongest,
  type Weight,
} from '../../pictures/network/network-view.ts';
import { inputLayer, sameUnit, type Unit } from '../../pictures/network/part.ts';
import { negativeDash } from '../../pictures/network/signs.ts';
import { sourceName, unitName } from '../../pictures/network/unit-names.ts';
import { pictureOf, type UnitPicture } from '../../pictures/network/unit-picture.ts';
import { type Palette, palette } from '../../pictures/palette.ts';
import { shared } from '../../styles/shared.ts';
import { ThemeController } from '../base/theme-controller.ts';
import { selectParameter } from './network-events.ts';
import styles from './unit-detail.css?inline';

const shownWeights = 5;
/** The side of the picture in CSS pixels. */
const side = 144;

/** A unit enlarged, with its numbers. */
@customElement('fall-line-unit-detail')
export class UnitDetail extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) view!: NetworkView;
  @property({ attribute: false }) data!: NamedData;
  /** The key of the racer. */
  @property({ attribute: false }) racer = 0;
  @property({ attribute: false, hasChanged: (a: Unit, b?: Unit) => !sameUnit(a, b) }) unit!: Unit;
  @property({ attribute: false }) parameter: number | undefined;
  @query('canvas') private canvas!: HTMLCanvasElement;
  #palette: Palette | undefined;

  constructor() {
    super();
    new ThemeController(this, () => {
      this.#palette = undefined;
      this.#paint();
    });
  }

  override render() {
    const { view, data, unit } = this;
    const name = unitName(view.part, data, unit);
    const picture = pictureOf(view, data, unit);
    const pixels = Math.round(side * devicePixelRatio);
    return html`<section aria-label=${msg('Enlarged: {name}', { name })}>
      <h3>${name}</h3>
      <div class="picture">
        <canvas
          role="img"
          aria-label=${captionOf(picture)}
          width=${pixels}
          height=${pixels}
        ></canvas>
        <p class="scale">${this.#scale(picture)}</p>
      </div>
      <div class="numbers">
        ${this.#reach()} ${unit.layer === inputLayer ? nothing : this.#weights()}
      </div>
    </section>`;
  }

  /** The largest number of the picture, in both signs. */
  #scale(picture: UnitPicture) {
    const scale = scaleOf(picture);
    if (picture.kind === 'sample') return captionOf(picture);
    return html`<span>${captionOf(picture)},</span>
      <span class="mono">±${threeDigits(scale)}</span>`;
  }

  #reach() {
    const { view, unit, data } = this;
    const image = unit.layer === inputLayer && view.part.columns[0]?.units !== view.question.width;
    if (image)
      return html`<p>
        ${plural(data.inputs[0]?.length ?? 0, '{n} pixel, one input.', '{n} pixels, one input each.')}
      </p>`;
    const { mean, low, high } = view.reach(unit);
    return html`${this.#meaning()}
      <p class="quiet">
        ${plural(view.samples, 'Over {n} training sample:', 'Over {n} training samples:')}
      </p>
      <dl>
        <dt>${msg('Mean')}</dt>
        <dd>${threeDigits(mean)}</dd>
        <dt>${msg('Range')}</dt>
        <dd>${msg('{first} to {last}', { first: threeDigits(low), last: threeDigits(high) })}</dd>
      </dl>`;
  }

  /** How an output becomes a prediction. */
  #meaning() {
    const { view, data, unit } = this;
    if (unit.layer !== view.part.columns.at(-1)?.layer || data.classes === 0) return nothing;
    const words =
      data.classes === 2
        ? msg('Above 0, it predicts {class}.', { class: classInWords(data, 1) })
        : msg('The largest output wins.');
    return html`<p class="quiet">${words}</p>`;
  }

  #weights() {
    const { view, unit, data } = this;
    const weights = view.weights(unit);
    const shown = strongest(weights, shownWeights);
    const marked = weights.find(({ index }) => index === this.parameter);
    if (marked && !shown.includes(marked)) shown.splice(-1, 1, marked);
    const scale = view.scale(unit.layer);
    const bias = view.bias(unit);
    const rest = weights.length - shown.length;
    return html`<ul aria-label=${msg('Bias and strongest weights')}>
        ${bias ? this.#parameter(msg('bias'), bias, scale.bias) : nothing}
        ${shown.map((weight) =>
          this.#parameter(sourceName(data, unit.layer, weight.from), weight, scale.weight),
        )}
      </ul>
      ${rest > 0 ? html`<p class="quiet">${plural(rest, 'and {n} weaker weight', 'and {n} weaker weights')}</p>` : nothing}`;
  }

  #parameter(name: string, { value, index }: Omit<Weight, 'from'>, scale: number) {
    return html`<li>
      <button
        aria-pressed=${index === this.parameter}
        @click=${() => selectParameter(this, this.racer, index)}
      >
        ${lineSample(value, Math.abs(value) / (scale || 1))}
        <span>${name}</span>
        <span class="mono">${threeDigits(value)}</span>
      </button>
    </li>`;
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('view') || changed.has('unit') || changed.has('data')) this.#paint();
  }

  #paint(): void {
    const context = this.canvas?.getContext('2d');
    if (!context) return;
    this.#palette ??= palette(this);
    const picture = pictureOf(this.view, this.data, this.unit);
    const place = { left: 0, top: 0, size: side };
    const pixels = devicePixelRatio;
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    drawUnits(context, [{ picture, place, scale: scaleOf(picture) }], this.#palette, pixels);
  }
}

/** A piece of the line of a weight, as in the picture of the network. */
function lineSample(value: number, share: number) {
  const colour = value < 0 ? '--class-0' : '--class-1';
  const dash = value < 0 ? negativeDash.join(' ') : nothing;
  return html`<svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
    ${svg`<line x1="0" y1="6" x2="26" y2="6" stroke="var(${colour})" stroke-width=${0.5 + 5 * Math.min(1, share || 0)} stroke-dasharray=${dash} />`}
  </svg>`;
}

/** The number with the strongest colour in an enlarged picture. */
function scaleOf(picture: UnitPicture): number {
  return largest('cells' in picture ? Array.from(picture.cells.values) : picture.values);
}

function captionOf({ kind }: UnitPicture): string {
  switch (kind) {
    case 'response':
      return msg('Response over the input plane');
    case 'curve':
      return msg('Response over the input');
    case 'weights':
      return msg('Incoming weights as an image');
    case 'bars':
      return msg('Weights from the units on the left');
    case 'sample':
      return msg('A training sample');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-unit-detail': UnitDetail;
  }
}
