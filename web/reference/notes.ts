// SPDX-License-Identifier: MIT
import { type Html, html } from './html.ts';

type Part = readonly [term: string, content: Html | string];

/** A closed section with notes for people who compare implementations or write links. */
export function implementerNotes(parts: readonly Part[]): Html | false {
  const given = parts.filter(([, content]) => String(content) !== '');
  if (given.length === 0) return false;
  return html`<details class="notes">
    <summary>Notes for implementers</summary>
    <dl>
      ${given.map(
        ([term, content]) =>
          html`<dt>${term}</dt>
            <dd>${content}</dd> `,
      )}
    </dl>
  </details>`;
}

/** A text of the catalog as a sentence, with a capital and a full stop. */
export function sentence(text: string): string {
  const end = /[.!?]$/.test(text) ? '' : '.';
  return text && text.charAt(0).toUpperCase() + text.slice(1) + end;
}
