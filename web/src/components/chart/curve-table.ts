// SPDX-License-Identifier: MIT
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { axisTitle, lossView } from '../../chart/loss-view.ts';
import { abscissasOf } from '../../chart/reading.ts';
import { tableRows } from '../../chart/table-rows.ts';
import { pointText, threeDigits } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import { axisColumns } from '../../race/curve-store.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { curvesCsv } from '../../results/curves-csv.ts';
import { fileName } from '../../results/file-name.ts';
import { numberTable } from '../../styles/number-table.ts';
import { shared } from '../../styles/shared.ts';
import { download } from '../../util/download.ts';
import { PlaygroundElement } from '../base/playground-element.ts';

/** The numbers of the chart as a table. */
@customElement('fall-line-curve-table')
export class CurveTable extends PlaygroundElement {
  static override styles = [
    shared,
    numberTable,
    css`
      .exact {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
        margin: var(--space-2) 0 0;
      }
    `,
  ];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
  ];

  override render() {
    const { race, settings, names } = this.playground;
    const { axis } = settings.view;
    const { main, floor, title } = lossView(race, settings.view);
    const column = axisColumns[axis];
    return html`<div
        class="scroll"
        tabindex="0"
        role="region"
        aria-label=${msg('{title} as a table', { title })}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">${axisTitle(race, axis)}</th>
              ${race.racers.map(({ key }) => html`<th scope="col">${names.get(key)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${tableRows(abscissasOf(this.playground), axis).map(
              ({ x, label }) =>
                html`<tr>
                  <th scope="row">${label}</th>
                  ${race.racers.map(({ curve, path }) => {
                    const record = curve.rowAt(column, x);
                    if (x > curve.last(column)) return html`<td></td>`;
                    const place = path.after(curve.at('step', record));
                    const value = threeDigits(curve.at(main, record) - floor);
                    return html`<td>
                      ${place ? msg('{value} at {point}', { value, point: pointText(place) }) : value}
                    </td>`;
                  })}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="exact">
        <button @click=${this.#save}>${msg('Download all numbers')}</button>
        <span class="quiet">${msg('As CSV: every record of every racer, with all digits.')}</span>
      </p>`;
  }

  #save(): void {
    const { race, names, settings } = this.playground;
    const file = new Blob([curvesCsv(race.racers, names)], { type: 'text/csv' });
    download(file, fileName(settings, 'curves.csv'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-curve-table': CurveTable;
  }
}
