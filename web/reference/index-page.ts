// SPDX-License-Identifier: MIT
import type { Catalog } from '../../wasm/types.ts';
import { families, type Family } from '../src/catalog/families.ts';
import type { Shelf } from './components-page.ts';
import { type Html, html } from './html.ts';
import { hyperparameterTable } from './hyperparameters.ts';
import { indexFile, type Page, page } from './page.ts';
import { familyAnchor, ruleFile } from './rule-page.ts';

/** The index: every optimizer by family, then the pages of all other components. */
export function indexPage(catalog: Catalog, others: readonly Shelf[]): Page {
  const shelves = families(catalog);
  const summary = `What each of the ${catalog.optimizers.length} optimizers does, when to use it, and what it costs. The data sets, surfaces and learning-rate schedules are here too.`;
  const content = html` <h1>Reference</h1>
    <p class="lead">${summary}</p>
    <nav class="siblings" aria-label="On this page">
      <ul>
        ${shelves.map(({ name }) => html`<li><a href="#${familyAnchor(name)}">${name}</a></li>`)}
        <li><a href="#beside">Data sets, surfaces and more</a></li>
      </ul>
    </nav>
    ${shelves.map(shelf)}
    <section id="beside">
      <h2>Data sets, surfaces and more</h2>
      <ul class="shelf">
        ${others.map(
          ({ kind, title, lead }) =>
            html`<li>
              <a href="${kind}.html">${title}</a>
              <p>${lead}</p>
            </li>`,
        )}
      </ul>
    </section>
    <section>
      <h2>Settings of every optimizer</h2>
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
