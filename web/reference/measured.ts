// SPDX-License-Identifier: MIT
import type { Precision } from '../../wasm/types.ts';
import { grouped } from '../src/format/number.ts';
import { type Html, html } from './html.ts';
import { sentence } from './notes.ts';

/** A comparison of trajectories with the reference's, from the same start. */
interface Walk {
  /** The number of compared points. */
  records: number;
  /** The largest distance between two points, divided by the norm of the reference's. */
  largest: number;
}

/** A comparison of minimizations: ours and the reference's may take different paths. */
interface Search {
  minima: [ours: number, theirs: number];
  /** The total over the starts from which both reach a minimum. */
  evaluations: [ours: number, theirs: number];
  /** The largest distance between our final point and the minimum. */
  largest: number;
}

/** The content of tests/reference/measured.json, by the id of the optimizer or wrapper. */
export type Measurements = Record<Precision, Record<string, Walk>> & {
  minima: Record<string, Search>;
};

/** What a component is checked against, and the largest difference. */
export function checks(
  { id, checkedAgainst }: { id: string; checkedAgainst: string },
  { minima, ...walks }: Measurements,
): Html {
  const isWalked = id in walks.float64 || id in walks.float32;
  const search = minima[id];
  return html`<p>${sentence(checkedAgainst)}</p>
    ${isWalked && walkTable(walks, id)}${search && searchTable(search)}`;
}

function walkTable(walks: Record<Precision, Record<string, Walk>>, id: string): Html {
  const rows = [
    ['64-bit', walks.float64[id]],
    ['32-bit', walks.float32[id]],
  ] as const;
  return html`<table>
      <thead>
        <tr>
          <th scope="col">Arithmetic</th>
          <th scope="col">Points compared</th>
          <th scope="col">Largest difference</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([arithmetic, walk]) =>
            walk &&
            html`<tr>
              <th scope="row">${arithmetic}</th>
              <td>${grouped(walk.records)}</td>
              <td>${difference(walk.largest)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
    <p class="quiet">
      The difference is the distance between our parameters and the reference's, divided by the
      length of the reference's parameter vector. Points count only while rounding errors of the
      reference itself stay small. Every tested build gives these figures.
    </p>`;
}

function searchTable({ minima, evaluations, largest }: Search): Html {
  const rows = [
    ['Minima reached', ...minima.map(grouped)],
    ['Evaluations', ...evaluations.map(grouped)],
    ['Largest distance to the minimum', difference(largest), '–'],
  ];
  return html`<table>
      <thead>
        <tr>
          <th scope="col">Search for minima</th>
          <th scope="col">Ours</th>
          <th scope="col">Reference</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
    <p class="quiet">
      Both start from the same points on the test surfaces. Evaluations are counted where both reach
      a minimum.
    </p>`;
}

/** The measured differences are already rounded up to two digits. */
const difference = (size: number): string => (size === 0 ? '0' : size.toExponential(1));
