// SPDX-License-Identifier: MIT
import type { Precision } from '../../wasm/types.ts';
import { grouped } from '../src/format/number.ts';
import { type Html, html } from './html.ts';

/** What the reference tests found for one rule. */
export interface Comparison {
  /** Points of its trajectories that were compared. */
  records: number;
  /** The largest distance between two of them, relative to the reference's norm. */
  largest: number;
}

/** The measurements of the tests: by build, by precision, by the id of the rule. */
export type Measurements = Record<string, Partial<Record<Precision, Record<string, Comparison>>>>;

const bits: Record<Precision, string> = { float64: '64-bit', float32: '32-bit' };

/** What was seen of a rule in every build that was tested; or that nothing was. */
export function measuredTable(measurements: Measurements, id: string): Html {
  const rows = (['float64', 'float32'] as const).flatMap((precision) =>
    Object.entries(measurements).flatMap(([build, report]) => {
      const found = report[precision]?.[id];
      return found ? [{ precision, build, ...found }] : [];
    }),
  );
  if (rows.length === 0) return html`<p>Largest difference seen: not measured in this build.</p>`;
  return html`<table>
      <thead>
        <tr>
          <th scope="col">Arithmetic</th>
          <th scope="col">Compiled by</th>
          <th scope="col">Points compared</th>
          <th scope="col">Largest difference seen</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ precision, build, records, largest }) =>
            html`<tr>
              <th scope="row">${bits[precision]}</th>
              <td>${build}</td>
              <td>${grouped(records)}</td>
              <td>${largest === 0 ? '0: the same bits' : largest.toExponential(1)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
    <p class="quiet">
      Relative to the length of the reference's parameter vector, over the steps before one-ulp
      noise alone would part the reference from itself. Read from the report of the tests when this
      site was built.
    </p>`;
}
