// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { marked, msg, rich } from '../../language/message.ts';
import { atHome } from '../controls/reference-link.ts';

/** The parts of the page that can be skipped to. */
const parts = [
  ['race', marked('Skip to the race')],
  ['racers', marked('Skip to the racers')],
  ['problem', marked('Skip to the problem')],
] as const;

/** Links that come first in the tab order, to skip to a part of the page. */
export function skipLinks(hidden: ReadonlySet<string>, skipTo: (part: string) => void) {
  const shown = parts.filter(([part]) => !hidden.has(part));
  return html`<nav class="skip" aria-label=${msg('Skip to a part of the page')}>
    ${shown.map(
      ([part, words]) => html`<button @click=${() => skipTo(part)}>${msg(words)}</button>`,
    )}
  </nav>`;
}

const linkTo = (address: string, name: string) =>
  html`<a href=${address} target="_blank" rel="noopener">${name}</a>`;

/** The links to other pages. A file that does not know where the site is has none. */
export function foot() {
  const [reference, guide] = ['reference', 'guide'].map((part) => atHome(`${part}/index.html`));
  if (reference === undefined || guide === undefined) return nothing;
  return html`<footer>
    <p>
      ${rich(
        '{reference}: every optimizer, schedule, data set and surface, with formulas and sources.',
        { reference: linkTo(reference, msg('Reference')) },
      )}
    </p>
    <p>
      ${rich('{guide}: how to put a race into your own page.', {
        guide: linkTo(guide, msg('For authors')),
      })}
    </p>
  </footer>`;
}
