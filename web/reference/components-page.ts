// SPDX-License-Identifier: MIT
import type { Component, OptimizerEntry, SurfaceEntry } from '../../wasm/types.ts';
import { plain } from '../src/format/number.ts';
import { mathml } from './formula.ts';
import { type Html, html } from './html.ts';
import { hyperparameterTable } from './hyperparameters.ts';
import { measuredTables, type Measurements } from './measured.ts';
import { formulaBox, indexFile, type Page, page } from './page.ts';

/** What an entry may say beyond its name, summary, and hyperparameters. */
type Entry = Component & Partial<OptimizerEntry> & Partial<SurfaceEntry>;

/** All components of one kind on one page, each with what the catalog says of it. */
export function componentsPage(
  kind: string,
  lead: string,
  entries: readonly Component[],
  measurements: Measurements,
): Page {
  const title = kind.charAt(0).toUpperCase() + kind.slice(1);
  const content = html` <p class="crumbs"><a href="${indexFile}">Reference</a></p>
    <h1>${title}</h1>
    <p class="lead">${lead}</p>
    <nav class="siblings" aria-label="${title}">
      <ul>
        ${entries.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}
      </ul>
    </nav>
    ${entries.map((entry) => section(entry, measurements))}`;
  return page(`${kind}.html`, title, lead, content);
}

function section(entry: Entry, measurements: Measurements): Html {
  const { id, name, summary, formula, hyperparameters, notes, paper } = entry;
  return html`<section id="${id}">
    <h2>${name}</h2>
    <p>${summary}</p>
    ${formula ? formulaBox(mathml(formula), `Formula of ${name}`) : ''}
    ${entry.domain ? landmarks(entry as SurfaceEntry) : ''}
    ${hyperparameters.length > 0 ? hyperparameterTable(hyperparameters, name) : ''}
    ${notes ? html`<p>${notes}</p>` : ''} ${measuredTables(measurements, id)}
    ${paper ? html`<p class="paper">${paper.authors} (${paper.year}). <a href="${paper.url}">${paper.title}</a>.</p>` : ''}
  </section>`;
}

/** Where a surface is drawn, where a race starts, and where it ends. */
function landmarks({ domain: [x, y], start, minima }: SurfaceEntry): Html {
  const at = ([a, b]: [number, number]): string => `(${plain(a)}, ${plain(b)})`;
  return html`<dl>
    <dt>Drawn</dt>
    <dd>x from ${plain(x[0])} to ${plain(x[1])}, y from ${plain(y[0])} to ${plain(y[1])}</dd>
    <dt>Start</dt>
    <dd>${at(start)}</dd>
    <dt>${minima.length > 1 ? 'Minima' : 'Minimum'}</dt>
    <dd>
      ${
        minima.length === 0
          ? 'none: unbounded below'
          : minima.map((minimum) => html`${plain(minimum.value)} at ${at(minimum.at)}<br />`)
      }
    </dd>
  </dl>`;
}
