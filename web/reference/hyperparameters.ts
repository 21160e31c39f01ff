// SPDX-License-Identifier: MIT
import type { Hyperparameter } from '../../wasm/types.ts';
import { grouped, plain } from '../src/format/number.ts';
import { helpText } from '../src/model/names.ts';
import { type Html, html } from './html.ts';

/** A table of a component's hyperparameters: name, default, allowed values, and help. */
export function hyperparameterTable(rows: readonly Hyperparameter[], of: string): Html {
  if (rows.length === 0) return html`<p>${of} has no hyperparameters.</p>`;
  return html`<table class="settings">
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Default</th>
        <th scope="col">Allowed values</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
              <th scope="row">
                ${row.name} ${row.symbol !== '' && html`<i>${row.symbol}</i>`}
                <code>${row.id}</code>
              </th>
              <td>
                ${row.kind === 'text' ? html`<code>${defaultText(row)}</code>` : defaultText(row)}
              </td>
              <td>${allowedValues(row)}</td>
            </tr>
            <tr class="doc">
              <td colspan="3">${helpText(row)}</td>
            </tr> `,
      )}
    </tbody>
  </table>`;
}

/** The default as a person would type it, with its unit. */
function defaultText(row: Hyperparameter): string {
  const value = row.default;
  const word = row.choices?.find(({ id }) => id === value)?.id;
  if (typeof value === 'number') return [plain(value), row.unit].filter(Boolean).join(' ');
  return word ?? String(value);
}

/** The domain as an inequality, `0 ≤ β₁ < 1`, or the words of a choice. */
export function allowedValues(row: Hyperparameter): string {
  const words = (row.choices ?? []).map(({ id }) => id);
  if (row.kind === 'switch') return 'true or false';
  if (row.kind === 'choice') return words.join(', ');
  if (row.kind === 'text') return 'a formula';
  return [bounds(row), words.join(', ')].filter(Boolean).join(', or ');
}

/** The inequality with no-break spaces, so it stays on one line. */
function bounds({ kind, symbol, domain }: Hyperparameter): string {
  const name = symbol || 'x';
  const { min = null, max = null, minOpen = false, maxOpen = false } = domain ?? {};
  const low = min === null ? '' : `${limit(min)} ${minOpen ? '<' : '≤'} `;
  const high = max === null ? '' : ` ${maxOpen ? '<' : '≤'} ${limit(max)}`;
  const above = min === null ? 'any number' : `${name} ${minOpen ? '>' : '≥'} ${limit(min)}`;
  const range = high === '' ? above : `${low}${name}${high}`;
  return `${range.replaceAll(' ', '\u00a0')}${kind === 'integer' ? ', whole number' : ''}`;
}

/** A limit with all its digits, because a rounded one would be wrong. */
function limit(value: number): string {
  return Number.isInteger(value) && Number(plain(value)) !== value ? grouped(value) : plain(value);
}
