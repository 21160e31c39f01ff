// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DataView as SplitData } from '../../../wasm/types.ts';
import { threeDigits } from '../format/number.ts';
import { confusionMatrix, predictedClasses } from '../pictures/confusion.ts';
import { shared } from '../styles/shared.ts';
import './sample-image.ts';

const shownSamples = 20;

/** Too many inputs for a plane: which classes are taken for which, and some answers. */
@customElement('fall-line-sample-check')
export class SampleCheck extends LitElement {
  static override styles = [
    shared,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        table-layout: fixed;
        font-size: 11px;
        text-align: center;
      }
      th {
        font-weight: 400;
        color: var(--ink-2);
      }
      td,
      th {
        height: 20px;
        padding: 0;
      }
      td {
        position: relative;
        border: 1px solid var(--line);
      }
      td::before {
        content: '';
        position: absolute;
        inset: 0;
        background: var(--hue);
        opacity: var(--share);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(5, 1fr);
        gap: 4px;
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
        font-size: 12px;
        text-align: center;
      }
      li {
        border-radius: 6px;
        border: 1px solid transparent;
      }
      li.wrong {
        border-color: var(--warn);
        color: var(--warn);
      }
    `,
  ];
  @property({ attribute: false }) data!: SplitData;
  @property({ attribute: false }) predictions: Float32Array | undefined;

  override render() {
    const { data, predictions } = this;
    if (!predictions) return nothing;
    const { test, classes } = data;
    const guesses = classes > 0 ? predictedClasses(predictions, test.length) : [];
    return html`${classes > 0 ? this.#matrix(guesses) : nothing}
      <ul aria-label="Test samples with predictions">
        ${test.slice(0, shownSamples).map((sample, row) => {
          const truth = Number(data.targets[sample]);
          const guess = guesses[row] ?? predictions[row] ?? Number.NaN;
          const wrong = classes > 0 && guess !== truth;
          return html`<li class=${wrong ? 'wrong' : ''}>
            <fall-line-sample-image .values=${data.inputs[sample] ?? []}></fall-line-sample-image>
            ${classes > 0 ? (wrong ? `${truth} as ${guess}` : guess) : `${threeDigits(truth)}: ${threeDigits(guess)}`}
          </li>`;
        })}
      </ul>`;
  }

  #matrix(guesses: number[]) {
    const matrix = confusionMatrix(this.data, guesses);
    const largest = Math.max(1, ...matrix.flat());
    const names = matrix.map((_, index) => index);
    return html`<table>
      <caption class="hidden-words">
        Test samples by true class (rows) and predicted class (columns)
      </caption>
      <tr>
        <th scope="col"><span class="hidden-words">class</span></th>
        ${names.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
      ${matrix.map(
        (row, truth) =>
          html`<tr>
            <th scope="row">${truth}</th>
            ${row.map((count, guess) => {
              const hue = truth === guess ? '--accent' : '--warn';
              const share = (0.45 * count) / largest;
              return html`<td style="--hue:var(${hue});--share:${share}">${count || ''}</td>`;
            })}
          </tr>`,
      )}
    </table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-sample-check': SampleCheck;
  }
}
