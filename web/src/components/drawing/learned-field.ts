// SPDX-License-Identifier: MIT
import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { threeDigits } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import { fieldImage } from '../../pictures/field.ts';
import { palette } from '../../pictures/palette.ts';
import { gridInputs } from '../../pictures/plane.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { decidingLoss } from '../../race/deciding-loss.ts';
import type { Standing } from '../../race/ranking.ts';
import { scheduleDraw } from '../../util/draw-scheduler.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { throttled } from '../../util/throttled.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { ThemeController } from '../base/theme-controller.ts';
import { shownPlane } from './draw-plane.ts';

const cells = 60;
/** As in the pictures of racers: each request delays training. */
const intervalMs = 250;
const inputs = gridInputs(shownPlane, cells);

/**
 * What the racer in the lead has learned of the points, as the ground on which they are drawn.
 * @fires leader - Who is in the lead, in words. Empty while nobody is.
 */
@customElement('fall-line-learned-field')
export class LearnedField extends PlaygroundElement {
  static override styles = css`
    :host {
      position: absolute;
      inset: 0;
    }
    canvas {
      display: block;
      width: 100%;
      height: 100%;
    }
  `;
  protected override readonly watches: readonly PlaygroundEvent[] = ['state', 'numbers'];
  /** Whether the race is run on points of this drawing. */
  @property({ attribute: false }) shown = false;
  @query('canvas') private canvas!: HTMLCanvasElement;
  #predictions: Float64Array | undefined;
  #classes = 0;
  readonly #askSoon = throttled(intervalMs, () => void this.#ask());

  constructor() {
    super();
    new ThemeController(this, () => this.#paint());
  }

  override render() {
    return html`<canvas width=${cells} height=${cells} aria-hidden="true"></canvas>`;
  }

  override updated(): void {
    if (!this.shown) this.#show(undefined, '');
  }

  protected override refresh(): void {
    this.#askSoon();
  }

  readonly #ask = oneAtATime(async () => {
    const { race } = this.playground;
    const { data } = race;
    const [first] = race.comparison.standings;
    // Before the first steps there is nothing to see. The last picture stays until then.
    if (!this.isConnected || !this.shown || !data || !first?.racer.client || !(race.at > 0)) return;
    const predictions = await first.racer.ask('predict', inputs);
    if (!predictions || data !== race.data) return;
    this.#classes = data.classes;
    this.#show(predictions, this.#wordsOn(first));
  });

  #wordsOn({ racer, loss }: Standing): string {
    const { race, names, settings } = this.playground;
    const values = { name: names.get(racer.key) ?? '', loss: threeDigits(loss) };
    return decidingLoss(race, settings.view.show) === 'testLoss'
      ? msg(
          'Behind the points: what {name} has learned. It leads with a test loss of {loss}.',
          values,
        )
      : msg(
          'Behind the points: what {name} has learned. It leads with a training loss of {loss}.',
          values,
        );
  }

  #show(predictions: Float64Array | undefined, detail: string): void {
    this.#predictions = predictions;
    scheduleDraw(this.#paint);
    this.dispatchEvent(new CustomEvent('leader', { detail }));
  }

  readonly #paint = (): void => {
    const context = this.canvas?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, cells, cells);
    if (!this.#predictions) return;
    const field = {
      cells,
      predictions: this.#predictions,
      classes: this.#classes,
      range: [0, 1] satisfies [number, number],
    };
    context.putImageData(fieldImage(field, palette(this)), 0, 0);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-learned-field': LearnedField;
  }
}
