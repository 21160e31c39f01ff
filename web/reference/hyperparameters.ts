// SPDX-License-Identifier: MIT
import type { Hyperparameter } from '../../wasm/types.ts';
import { plain } from '../src/format/number.ts';
import { type Html, html } from './html.ts';

/** Every row of a component: how it is called, where it starts, what is legal, and what it does. */
export function hyperparameterTable(rows: readonly Hyperparameter[], of: string): Html {
  if (rows.length === 0) return html`<p>${of} has none.</p>`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Default</th>
        <th scope="col">Legal</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <th scope="row">
              ${row.name} ${row.symbol !== '' && html`<i>${row.symbol}</i>`}
              <code>${row.id}</code>
              <p>${row.doc}</p>
            </th>
            <td>${defaultText(row)}</td>
            <td>${legal(row)}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
}

/** The default as one would type it, with its unit. */
function defaultText(row: Hyperparameter): string {
  const value = row.default;
  const word = row.choices?.find(({ id }) => id === value)?.id;
  if (typeof value === 'number') return [plain(value), row.unit].filter(Boolean).join(' ');
  return word ?? String(value);
}

/** The domain as an inequality, `0 ≤ β₁ < 1`; the words of a choice. */
export function legal(row: Hyperparameter): string {
  const words = (row.choices ?? []).map(({ id }) => id);
  if (row.kind === 'switch') return 'true, false';
  if (row.kind === 'choice') return words.join(', ');
  return [bounds(row), words.join(', ')].filter(Boolean).join(', or ');
}

/** In one piece: lines don't break at no-break spaces. */
function bounds({ kind, symbol, domain }: Hyperparameter): string {
  const name = symbol || 'x';
  const { min = null, max = null, minOpen = false, maxOpen = false } = domain ?? {};
  const low = min === null ? '' : `${plain(min)} ${minOpen ? '<' : '≤'} `;
  const high = max === null ? '' : ` ${maxOpen ? '<' : '≤'} ${plain(max)}`;
  const above = min === null ? 'any number' : `${name} ${minOpen ? '>' : '≥'} ${plain(min)}`;
  const range = high === '' ? above : `${low}${name}${high}`;
  return `${range.replaceAll(' ', '\u00a0')}${kind === 'integer' ? ', whole' : ''}`;
}
