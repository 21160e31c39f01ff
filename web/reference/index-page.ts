// SPDX-License-Identifier: MIT
import type { Catalog, OptimizerEntry } from '../../wasm/types.ts';
import { type Html, html } from './html.ts';
import { hyperparameterTable } from './hyperparameters.ts';
import { indexFile, type Page, page } from './page.ts';
import { familyAnchor, ruleFile } from './rule-page.ts';

/** The way in: every rule by family, and the pages of the other components. */
export function indexPage({ optimizers, settings }: Catalog, others: readonly Page[]): Page {
  const families = [...new Set(optimizers.map(({ family }) => family))];
  const summary = `How each of the ${optimizers.length} optimizers is defined, what it costs, where it works, and what it is checked against.`;
  const content = html` <h1>Reference</h1>
    <p class="lead">${summary}</p>
    <nav class="siblings" aria-label="On this page">
      <ul>
        ${families.map(
          (family) => html`<li><a href="#${familyAnchor(family)}">${family}</a></li>`,
        )}${others.map(({ file, title }) => html`<li><a href="${file}">${title}</a></li>`)}
      </ul>
    </nav>
    ${families.map((family) =>
      shelf(
        family,
        optimizers.filter((entry) => entry.family === family),
      ),
    )}
    <section>
      <h2>What every optimizer accepts</h2>
      ${hyperparameterTable(settings.optimizer, 'It')}
    </section>`;
  return page(indexFile, 'Optimizers', summary, content);
}

function shelf(family: string, entries: readonly OptimizerEntry[]): Html {
  return html`<section id="${familyAnchor(family)}">
    <h2>${family}</h2>
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
