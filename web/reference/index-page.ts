// SPDX-License-Identifier: MIT
import type { Catalog } from '../../wasm/types.ts';
import { families, type Family } from '../src/state/families.ts';
import { type Html, html } from './html.ts';
import { hyperparameterTable } from './hyperparameters.ts';
import { indexFile, type Page, page } from './page.ts';
import { familyAnchor, ruleFile } from './rule-page.ts';

/** The way in: every rule by family, and the pages of the other components. */
export function indexPage(catalog: Catalog, others: readonly Page[]): Page {
  const shelves = families(catalog);
  const summary = `How each of the ${catalog.optimizers.length} optimizers is defined, what it costs, where it works, and what it is checked against.`;
  const content = html` <h1>Reference</h1>
    <p class="lead">${summary}</p>
    <nav class="siblings" aria-label="On this page">
      <ul>
        ${shelves.map(({ name }) => html`<li><a href="#${familyAnchor(name)}">${name}</a></li>`)}${others.map(({ file, title }) => html`<li><a href="${file}">${title}</a></li>`)}
      </ul>
    </nav>
    ${shelves.map(shelf)}
    <section>
      <h2>What every optimizer accepts</h2>
      ${hyperparameterTable(catalog.settings.optimizer, 'It')}
    </section>`;
  return page(indexFile, 'Optimizers', summary, content);
}

function shelf({ name, entries }: Family): Html {
  return html`<section id="${familyAnchor(name)}">
    <h2>${name}</h2>
    <ul class="shelf">
      ${entries.map(
        (entry) =>
          html`<li>
            <a href="${ruleFile(entry)}">${entry.name}</a>
            <p>${entry.summary}</p>
          </li>`,
      )}
    </ul>
  </section>`;
}
