// SPDX-License-Identifier: MIT
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { abscissasOf, type InstrumentLine, valueAt } from '../../chart/instrument-lines.ts';
import { tableRows } from '../../chart/table-rows.ts';
import { threeDigits } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import type { Axis } from '../../model/settings.ts';
import { numberTable } from '../../styles/number-table.ts';
import { shared } from '../../styles/shared.ts';

/** The numbers of an instrument as a table. */
@customElement('fall-line-instrument-table')
export class InstrumentTable extends LitElement {
  static override styles = [shared, numberTable];
  @property() name = '';
  @property({ attribute: false }) lines: readonly InstrumentLine[] = [];
  @property({ attribute: false }) axis!: Axis;
  @property() axisTitle = '';

  override render() {
    const { lines } = this;
    return html`<div
      class="scroll"
      tabindex="0"
      role="region"
      aria-label=${msg('{title} as a table', { title: this.name })}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">${this.axisTitle}</th>
            ${lines.map(({ title }) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${tableRows(abscissasOf(lines), this.axis).map(
            ({ x, label }) =>
              html`<tr>
                <th scope="row">${label}</th>
                ${lines.map((line) => {
                  const isOver = x > (line.x.at(-1) ?? Number.NEGATIVE_INFINITY);
                  return html`<td>${isOver ? '' : threeDigits(valueAt(line, x))}</td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-instrument-table': InstrumentTable;
  }
}
