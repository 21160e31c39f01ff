// SPDX-License-Identifier: MIT
import type { Engine, OptimizerEntry } from '../../wasm/types.ts';
import { families } from '../src/state/families.ts';
import { mathml } from './formula.ts';
import { type Html, html } from './html.ts';
import { hyperparameterTable } from './hyperparameters.ts';
import { measuredTables, type Measurements } from './measured.ts';
import { formulaBox, indexFile, type Page, page } from './page.ts';
import { raceLink, refusals } from './probes.ts';

export const ruleFile = ({ id }: OptimizerEntry): string => `${id}.html`;
export const familyAnchor = (family: string): string => family.toLowerCase().replaceAll(' ', '-');

/** What a rule asks of a problem, in words. */
const needs: Record<string, string> = {
  gradient: 'the gradient on the next batch',
  value: 'the loss, and the gradient, at trial points',
  'hessian-product': 'products of the Hessian with a vector',
  hessian: 'the whole Hessian',
  residuals: 'the residuals and their Jacobian',
};

/** Everything the catalog, the engine, and the tests know of one rule. */
export function rulePage(engine: Engine, entry: OptimizerEntry, measurements: Measurements): Page {
  const { name, family, summary, paper } = entry;
  const content = html` <p class="crumbs">
      <a href="${indexFile}">Reference</a> ›
      <a href="${indexFile}#${familyAnchor(family)}">${family}</a>
    </p>
    <h1>${name}</h1>
    <p class="lead">${summary}</p>
    <p class="act">
      <a class="button" href="../index.html#${raceLink(engine, entry)}"
        >Race it in the playground</a
      >
    </p>
    <section>
      <h2>One step</h2>
      ${formulaBox(mathml(entry.formula), 'Update rule')}
      <p class="quiet">
        θ are the parameters, g is the gradient of the loss on the batch, and t counts the steps
        from 1; the other symbols stand in the table.
      </p>
    </section>
    <section>
      <h2>Hyperparameters</h2>
      ${hyperparameterTable(entry.hyperparameters, name)}
      <p class="quiet">In a link: <code>${inLink(entry)}</code></p>
    </section>
    <section>
      <h2>What it costs and needs</h2>
      ${facts(engine, entry)}
    </section>
    <section>
      <h2>Whose form this is</h2>
      <p>${entry.notes}</p>
    </section>
    <section>
      <h2>What it is checked against</h2>
      <p>${capitalized(entry.checkedAgainst)}.</p>
      ${measuredTables(measurements, entry.id)}
    </section>
    <section>
      <h2>Source</h2>
      <p class="paper">
        ${paper.authors} (${paper.year}). <a href="${paper.url}">${paper.title}</a>.
      </p>
    </section>
    ${siblings(engine, entry)}`;
  return page(ruleFile(entry), name, summary, content);
}

function inLink({ id, hyperparameters }: OptimizerEntry): string {
  const [first] = hyperparameters;
  return `run=${id}${first ? `,${first.id}=${String(first.default)}` : ''}`;
}

function facts(engine: Engine, entry: OptimizerEntry): Html {
  const { cost, memory, batch, precision } = entry;
  const wants = entry.needs.map((need) => needs[need] ?? need.replaceAll('-', ' '));
  const refused = refusals(engine, entry);
  return html`<dl>
    <dt>Evaluations a step</dt>
    <dd>${cost}</dd>
    <dt>Memory</dt>
    <dd>${memory === '0' ? 'nothing' : memory} beside the n parameters</dd>
    <dt>Batch</dt>
    <dd>
      ${batch === 'full' ? 'always the whole training set' : 'mini-batches, as the race has them'}
    </dd>
    <dt>Arithmetic</dt>
    <dd>
      ${precision === 'float64' ? '64-bit only: it sets the whole race to it' : '32-bit or 64-bit'}
    </dd>
    <dt>Asks for</dt>
    <dd>${wants.join('; ')}</dd>
    <dt>Unavailable</dt>
    <dd>
      ${
        refused.length === 0
          ? 'nowhere: it works on every network and surface'
          : html`<ul>
              ${refused.map(({ why, where }) => html`<li>${where}: it ${why}</li>`)}
            </ul>`
      }
    </dd>
  </dl>`;
}

/** The rules of its family, itself among them. */
function siblings({ catalog }: Engine, entry: OptimizerEntry): Html {
  const { entries = [] } = families(catalog).find(({ name }) => name === entry.family) ?? {};
  if (entries.length < 2) return html``;
  return html`<nav class="siblings" aria-label="${entry.family}">
    <h2>${entry.family}</h2>
    <ul>
      ${entries.map((other) =>
        other.id === entry.id
          ? html`<li><span aria-current="page">${other.name}</span></li>`
          : html`<li><a href="${ruleFile(other)}">${other.name}</a></li>`,
      )}
    </ul>
  </nav>`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
