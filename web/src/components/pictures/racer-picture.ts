// SPDX-License-Identifier: MIT
import { html, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ShownData } from '../../engine/thinned.ts';
import { racerStyle, themeColour } from '../../chart/racer-style.ts';
import { percent, threeDigits } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import { drawsSamples } from '../../model/settings.ts';
import { fieldImage } from '../../pictures/field.ts';
import { type Palette, palette } from '../../pictures/palette.ts';
import { extent, gridInputs, inputsOf, squareAround } from '../../pictures/plane.ts';
import { drawPoints } from '../../pictures/points.ts';
import { varianceRatio } from '../../pictures/sampling.ts';
import type { Racer } from '../../race/racer.ts';
import { decidingLoss } from '../../race/deciding-loss.ts';
import { lossAt } from '../../race/ranking.ts';
import { stateWord } from '../../race/state-word.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { throttled } from '../../util/throttled.ts';
import { scheduleDraw } from '../../util/draw-scheduler.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { ResizeController } from '../base/resize-controller.ts';
import { ThemeController } from '../base/theme-controller.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';
import styles from './racer-picture.css?inline';

const cells = 60;
const curvePoints = 120;
const largestSize = 800;
/** The least time between requests. Pictures change slowly, and each request delays training. */
const intervalMs = 250;

/**
 * A picture of what a racer's network has learned: its regions, its curve, or its predictions.
 * @fires sampled - The sampling probabilities in the picture have changed.
 */
@customElement('fall-line-racer-picture')
export class RacerPicture extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['state', 'numbers'];
  protected override readonly pictorial = true;
  @property({ attribute: false }) racer!: Racer;
  @query('.field') private field!: HTMLCanvasElement | null;
  @query('.marks') private marks!: HTMLCanvasElement | null;
  readonly #sampleCheck = new LazyElements(this, () => import('./sample-check.ts'));
  /** The drawing of data with one input, which few races have. */
  #fit: typeof import('../../pictures/fit.ts') | undefined;
  readonly #fitLoader = new LazyElements(this, async () => {
    this.#fit = await import('../../pictures/fit.ts');
    this.#askSoon();
  });
  #askSoon = throttled(intervalMs, () => void this.#ask());
  #predictions: Predictions | undefined;
  /** The predictions that are shown as words. */
  @state() private answers: Predictions | undefined;
  /** The data whose points are drawn. Unless the rule draws samples, they don't change in a race. */
  #marked: ShownData | undefined;
  #palette: Palette | undefined;
  /** The kind of data in the picture. */
  #drawn = '';
  /** The size in pixels of the screen. More would take time and not be visible. */
  @state() private size = 0;

  constructor() {
    super();
    new ThemeController(this, () => {
      this.#palette = undefined;
      this.#marked = undefined;
      this.#paint();
    });
    new ResizeController(this, ({ width }) => {
      this.size = Math.min(largestSize, Math.round(width * devicePixelRatio));
    });
  }

  protected override refresh(): void {
    super.refresh();
    this.#askSoon();
  }

  override updated(changed: PropertyValues): void {
    const before = changed.get('racer') as Racer | undefined;
    if (changed.has('racer')) this.#forget();
    else if (!changed.has('size')) return;
    // Points have the same size for all rules but those that draw samples, and are drawn once.
    if (changed.has('size') || before?.sampling) this.#marked = undefined;
    this.#paint();
    void this.#ask();
  }

  override render() {
    const { racer, playground } = this;
    const { race, settings } = playground;
    const { data } = race;
    const name = playground.names.get(racer.key) ?? '';
    const accuracy = racer.curve.last('testAccuracy');
    const reached = Number.isNaN(accuracy)
      ? threeDigits(lossAt(racer, racer.curve.length - 1, decidingLoss(race, settings.view.show)))
      : percent(accuracy);
    const over = racer.status === 'diverged';
    const number = over ? stateWord(racer.status) : reached;
    return html`<figure>
      <figcaption>
        ${racerSwatch(racer.settings.slot)}<b>${name}</b><span>${number}</span>
      </figcaption>
      ${
        data && inputsOf(data) > 2
          ? this.#check(data)
          : html`<div class="layers ${over ? 'over' : ''}">
              <canvas class="field" width=${cells} height=${cells} aria-hidden="true"></canvas>
              <canvas
                class="marks"
                role=${data ? 'img' : nothing}
                width=${this.size}
                height=${this.size}
                aria-label=${data ? this.#label(name, number, data) : nothing}
              ></canvas>
            </div>`
      }
    </figure>`;
  }

  #check(data: ShownData) {
    if (!this.#sampleCheck.ready) return nothing;
    return html`<fall-line-sample-check
      ?compact=${this.hasAttribute('compact')}
      .data=${data}
      .predictions=${this.answers && isAlike(data, this.answers.data) ? this.answers.values : undefined}
    ></fall-line-sample-check>`;
  }

  #label(name: string, number: string, data: ShownData): string {
    const { sampling } = this.racer;
    const drawn =
      inputsOf(data) === 1
        ? msg('{name}: fitted curve with the samples', { name })
        : msg('{name}: decision regions with the samples', { name });
    const picture = sampling
      ? msg(
          '{picture}, training samples sized by their probability, gradient variance {variance} times that of uniform sampling',
          { picture: drawn, variance: threeDigits(varianceRatio(sampling)) },
        )
      : drawn;
    return data.classes > 0
      ? msg('{picture}. Test accuracy {number}', { picture, number })
      : msg('{picture}. Test loss {number}', { picture, number });
  }

  /** Requests predictions. */
  readonly #ask = oneAtATime(async () => {
    const { racer } = this;
    const { catalog, race } = this.playground;
    const { data } = race;
    if (!this.seen || !data || !racer.client) return;
    // Asking whether it is ready loads it.
    if (inputsOf(data) === 1 && !this.#fit && !this.#fitLoader.ready) return;
    const samples = drawsSamples(catalog, racer.settings.optimizer.id);
    const [values, sampling] = await Promise.all([
      racer.ask('predict', this.#question(data)),
      samples && !data.counts ? racer.ask('sampling') : undefined,
    ]);
    if (values && racer === this.racer && data === race.data) {
      this.#predictions = { values, data };
      racer.sampling = sampling;
      scheduleDraw(this.#show);
    }
  });

  /** The inputs of the predictions, which are the same for all racers. */
  #question(data: ShownData): Float64Array | 'test' {
    const known = questions.get(data) ?? this.#inputsToAsk(data);
    questions.set(data, known);
    return known;
  }

  #inputsToAsk(data: ShownData): Float64Array | 'test' {
    if (this.#fit && inputsOf(data) === 1) return this.#fit.curveInputs(data, curvePoints);
    if (inputsOf(data) === 2) return gridInputs(squareAround(data.inputs), cells);
    return data.counts ? Float64Array.from(data.test.flatMap((i) => data.inputs[i] ?? [])) : 'test';
  }

  #show = (): void => {
    this.#paint();
    this.answers = this.#predictions;
    if (this.racer.sampling) this.dispatchEvent(new Event('sampled'));
  };

  /**
   * Called for a new race. Keeps the last picture until a new one comes, so nothing flickers while a
   * slider is dragged. A picture of other data would be wrong, so it is removed at once.
   */
  #forget(): void {
    this.#predictions = undefined;
    const { id } = this.playground.settings.dataset;
    if (this.#drawn !== id) this.#clear(this.field, this.marks);
    this.#drawn = id;
  }

  #clear(...canvases: (HTMLCanvasElement | null)[]): void {
    for (const canvas of canvases)
      canvas?.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
  }

  #paint(): void {
    const { data } = this.playground.race;
    const context = this.marks?.getContext('2d');
    const predictions = this.#predictions?.values;
    const { size, racer } = this;
    if (!context || !data || !predictions || size === 0) return;
    this.#palette ??= palette(this);
    const colours = this.#palette;
    if (inputsOf(data) === 1) {
      if (!this.#fit) return;
      const line = themeColour(this, racerStyle(racer.settings.slot).colour);
      this.#clear(this.field, this.marks);
      this.#fit.drawFit(context, data, predictions, line, colours, racer.sampling);
      return;
    }
    const range = extent(data.targets.flat());
    const image = fieldImage({ cells, predictions, classes: data.classes, range }, colours);
    this.field?.getContext('2d')?.putImageData(image, 0, 0);
    if (this.#marked === data && !racer.sampling) return;
    this.#marked = data;
    context.clearRect(0, 0, size, size);
    drawPoints(context, data, squareAround(data.inputs), colours, racer.sampling);
  }
}

/** What a network predicts, and the data that it was asked about. */
interface Predictions {
  values: Float64Array;
  data: ShownData;
}

/** Whether answers for one may stand for the other until they are asked for: the same data, maybe drawn anew. */
const isAlike = (a: ShownData, b: ShownData): boolean =>
  a === b ||
  (a.names === b.names &&
    a.classes === b.classes &&
    a.inputs.length === b.inputs.length &&
    a.test.length === b.test.length &&
    inputsOf(a) === inputsOf(b));

const questions = new WeakMap<ShownData, Float64Array | 'test'>();

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racer-picture': RacerPicture;
  }
}
