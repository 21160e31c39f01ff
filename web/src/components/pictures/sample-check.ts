// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { threeDigits } from '../../format/number.ts';
import { msg, plural } from '../../language/message.ts';
import { className, type NamedData } from '../../model/data-names.ts';
import { confusionMatrix, predictedClasses } from '../../pictures/confusion.ts';
import { isImage } from '../../pictures/images.ts';
import { shared } from '../../styles/shared.ts';
import '../base/sample-image.ts';
import styles from './sample-check.css?inline';

const shownSamples = 20;
/** Cells with more than this share of the largest count have a strong colour. */
const oftenShare = 0.25;

/** A confusion matrix and some predictions, for data with too many inputs to draw a plane. */
@customElement('fall-line-sample-check')
export class SampleCheck extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) data!: NamedData;
  @property({ attribute: false }) predictions: Float64Array | undefined;

  override render() {
    const { data, predictions } = this;
    if (!predictions) return nothing;
    const { test, classes } = data;
    const guesses = classes > 0 ? predictedClasses(predictions, test.length) : [];
    return html`${classes > 0 ? this.#matrix(guesses) : nothing}
      <ul
        class=${classes > 0 ? this.#width : 'values'}
        aria-label=${msg('Test samples with predictions')}
      >
        ${test.slice(0, shownSamples).map((sample, row) => {
          const truth = Number(data.targets[sample]);
          const guess = guesses[row] ?? predictions[row] ?? Number.NaN;
          return html`<li class=${classes > 0 && guess !== truth ? 'wrong' : ''}>
            ${isImage(data.shape) ? this.#image(sample) : nothing}
            ${classes > 0 ? this.#words(truth, guess) : `${threeDigits(guess)} (${threeDigits(truth)})`}
          </li>`;
        })}
      </ul>`;
  }

  /** Long names need wide columns. */
  get #width(): string {
    return this.data.names?.classes.some((name) => name.length > 3) ? 'named' : '';
  }

  #image(sample: number) {
    return html`<fall-line-sample-image
      .values=${this.data.inputs[sample] ?? []}
      .shape=${this.data.shape}
    ></fall-line-sample-image>`;
  }

  #matrix(guesses: number[]) {
    const matrix = confusionMatrix(this.data, guesses);
    const largest = Math.max(1, ...matrix.flat());
    const names = matrix.map((_, index) => className(this.data, index));
    return html`<table class=${this.#width}>
      <caption class="hidden-words">
        ${msg('Test samples by true class (rows) and predicted class (columns)')}
      </caption>
      <tr>
        <th scope="col"><span class="hidden-words">${msg('class')}</span></th>
        ${names.map((name) => html`<th scope="col" title=${name}>${name}</th>`)}
      </tr>
      ${matrix.map(
        (row, truth) =>
          html`<tr>
            <th scope="row" title=${names[truth] ?? nothing}>${names[truth]}</th>
            ${row.map((count, guess) => {
              const right = truth === guess;
              const often = count > oftenShare * largest;
              const few = right ? '--note-soft' : '--warn-soft';
              const many = right ? '--hit' : '--miss';
              const hue = `var(${often ? many : few})`;
              return count === 0
                ? html`<td></td>`
                : html`<td style="background:${hue}" title=${this.#cellTitle(count, truth, guess)}>
                    ${count}
                  </td>`;
            })}
          </tr>`,
      )}
    </table>`;
  }

  #cellTitle(count: number, truth: number, guess: number): string {
    return plural(
      count,
      '{n} of class {truth} classified as {guess}',
      '{n} of class {truth} classified as {guess}',
      {
        truth: className(this.data, truth),
        guess: className(this.data, guess),
      },
    );
  }

  /** The text of a prediction, with the true class if it is wrong. */
  #words(truth: number, guess: number) {
    const name = className(this.data, guess);
    if (guess === truth) return html`<span title=${name}>${name}</span>`;
    const names = { truth: className(this.data, truth), guess: name };
    return html`<span title=${msg('A {truth} that was classified as a {guess}', names)}
      ><span class="hidden-words">${msg('wrong:')}</span> ${name}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-sample-check': SampleCheck;
  }
}
