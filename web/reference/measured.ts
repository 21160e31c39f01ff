// SPDX-License-Identifier: MIT
import type { Precision } from '../../wasm/types.ts';
import { grouped } from '../src/format/number.ts';
import { type Html, html } from './html.ts';

/** A rule that walks step by step beside its reference. */
interface Walk {
  /** Points that were compared. */
  records: number;
  /** The largest distance between two of them, relative to the reference's norm. */
  largest: number;
}

/** A rule that searches its own way to the minima, where the reference was too. */
interface Search {
  minima: number;
  referenceMinima: number;
  /** Over the starts from which both reach one. */
  evaluations: number;
  referenceEvaluations: number;
  /** The largest distance to a minimum where it ended. */
  largest: number;
}

type Comparison = Walk | Search;

/**
 * What the tests measured: by compiler, by precision, by the id of the rule; minima stand under the
 * id and the word.
 */
export type Measurements = Record<string, Partial<Record<Precision, Record<string, Comparison>>>>;

const precisions: [Precision, string][] = [
  ['float64', '64-bit'],
  ['float32', '32-bit'],
];

/** What was seen of a rule in every build that was tested; or that nothing was. */
export function measuredTables(measurements: Measurements, id: string): Html {
  const tables = [id, `${id} minima`].flatMap((of) => measuredTable(measurements, of) ?? []);
  if (tables.length > 0) return html`${tables}`;
  return html`<p>Largest difference seen: not measured in this build.</p>`;
}

function measuredTable(measurements: Measurements, id: string): Html | undefined {
  const found = precisions.flatMap(([precision, arithmetic]) =>
    Object.entries(measurements).flatMap(([compiler, of]) => {
      const comparison = of[precision]?.[id];
      return comparison ? [{ build: `${arithmetic}, ${compiler}`, ...columns(comparison) }] : [];
    }),
  );
  const [first] = found;
  if (!first) return undefined;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Measurements">
      <table>
        <thead>
          <tr>
            <th scope="col">Build</th>
            ${first.cells.map(([head]) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${found.map(
            ({ build, cells }) =>
              html`<tr>
                <th scope="row">${build}</th>
                ${cells.map(([, text]) => html`<td>${text}</td>`)}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    <p class="quiet">${first.meaning} Read from the report of the tests when this was built.</p>`;
}

/** Its figures by what they are called, and what the largest difference is one of. */
function columns(comparison: Comparison): { cells: [string, string][]; meaning: string } {
  const { largest } = comparison;
  const difference = largest === 0 ? '0: the same bits' : largest.toExponential(1);
  if ('records' in comparison) {
    return {
      cells: [
        ['Points compared', grouped(comparison.records)],
        ['Largest difference seen', difference],
      ],
      meaning:
        "Relative to the length of the reference's parameter vector, as far as the reference itself does not part from a copy that is one rounding away.",
    };
  }
  const { minima, referenceMinima, evaluations, referenceEvaluations } = comparison;
  return {
    cells: [
      ['Minima: ours, theirs', `${minima}, ${referenceMinima}`],
      ['Evaluations: ours, theirs', `${grouped(evaluations)}, ${grouped(referenceEvaluations)}`],
      ['Largest difference seen', difference],
    ],
    meaning:
      'How many minima the rule and the reference reach from the same starts, in how many evaluations where both do; the difference is the distance to the minimum where the rule ends.',
  };
}
