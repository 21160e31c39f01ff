// SPDX-License-Identifier: MIT
import type { Engine, OptimizerEntry } from '../../wasm/types.ts';
import { families } from '../src/catalog/families.ts';
import { needWords } from '../src/catalog/needs.ts';
import { situationWords } from '../src/catalog/situations.ts';
import { mathml } from './formula.ts';
import { guideTexts } from './guide.ts';
import { type Html, html } from './html.ts';
import { hyperparameterTable } from './hyperparameters.ts';
import { raceAddress } from './links.ts';
import { checks, type Measurements } from './measured.ts';
import { implementerNotes } from './notes.ts';
import { formulaBox, indexFile, type Page, page, source } from './page.ts';
import { refusals } from './probes.ts';

export const ruleFile = ({ id }: OptimizerEntry): string => `${id}.html`;
export const familyAnchor = (family: string): string => family.toLowerCase().replaceAll(' ', '-');

/** The page of an optimizer, from the catalog, the engine, and the tests' measurements. */
export function rulePage(engine: Engine, entry: OptimizerEntry, measurements: Measurements): Page {
  const { name, family, summary } = entry;
  const content = html` <p class="crumbs">
      <a href="${indexFile}">Reference</a> ›
      <a href="${indexFile}#${familyAnchor(family)}">${family}</a>
    </p>
    <h1>${name}</h1>
    <p class="lead">${summary}</p>
    <p class="act">
      <a class="button" href="${raceAddress(engine, entry)}">Race it in the playground</a>
    </p>
    ${guideSection(entry)}
    <section>
      <h2>One step</h2>
      ${formulaBox(mathml(entry.formula), 'Update rule')}
      <p class="quiet">
        θ are the parameters and g is the gradient of the loss on the batch. t counts the steps from
        1. The hyperparameters are in the table below.
      </p>
    </section>
    ${markSection(entry)}
    <section>
      <h2>Hyperparameters</h2>
      ${hyperparameterTable(entry.hyperparameters, name)}
    </section>
    <section>
      <h2>Cost and requirements</h2>
      ${facts(engine, entry)}
    </section>
    <section>
      <h2>Source</h2>
      ${source(entry.paper)}
      ${implementerNotes([
        ['Which variant this is', entry.notes],
        ['Tested against', checks(entry, measurements)],
        ['In a link', html`<code>${inLink(entry)}</code>`],
      ])}
    </section>
    ${siblings(engine, entry)}`;
  return page(ruleFile(entry), name, summary, content);
}

function guideSection({ guide }: OptimizerEntry): Html {
  const texts = guideTexts(guide, 'h2');
  return texts.length === 0 ? html`` : html`<section class="guide">${texts}</section>`;
}

/** What is drawn of its steps on a surface. */
function markSection({ marks }: OptimizerEntry): Html {
  if (marks.length === 0) return html``;
  return html`<section>
    <h2>At work on a surface</h2>
    <p class="quiet">The picture of a surface can show these beside the path.</p>
    <dl>
      ${marks.map(
        ({ label, doc }) =>
          html`<dt>${label}</dt>
            <dd>${doc}</dd>`,
      )}
    </dl>
  </section>`;
}

function inLink({ id, hyperparameters }: OptimizerEntry): string {
  const [first] = hyperparameters;
  return `run=${id}${first ? `,${first.id}=${String(first.default)}` : ''}`;
}

function facts(engine: Engine, entry: OptimizerEntry): Html {
  const { cost, memory, batch, precision } = entry;
  const uses = entry.needs.map((need) => needWords[need]);
  const refused = refusals(engine, entry);
  return html`<dl>
    <dt>Evaluations per step</dt>
    <dd>${cost}</dd>
    <dt>Memory</dt>
    <dd>
      ${memory === '0' ? 'Nothing besides the n parameters' : `${memory} besides the n parameters`}
    </dd>
    <dt>Uses</dt>
    <dd>${uses.join(', ')}</dd>
    <dt>Batch</dt>
    <dd>${batch === 'full' ? 'Always the whole training set' : 'Mini-batches of any size'}</dd>
    <dt>Arithmetic</dt>
    <dd>
      ${precision === 'float64' ? '64-bit only. All racers then use it.' : '32-bit or 64-bit'}
    </dd>
    ${suited(entry)}
    <dt>Where it works</dt>
    <dd>
      ${
        refused.length === 0
          ? 'On every network and surface'
          : html`Everywhere except:
              <ul>
                ${refused.map(({ why, where }) => html`<li>${where}: it ${why}</li>`)}
              </ul>`
      }
    </dd>
  </dl>`;
}

/** The situations in which the playground proposes it, and why. */
function suited({ suits }: OptimizerEntry): Html {
  if (suits.length === 0) return html``;
  return html`<dt>Suits</dt>
    <dd>
      <ul>
        ${suits.map(({ situation, why }) => html`<li>${situationWords[situation]}: it ${why}</li>`)}
      </ul>
    </dd>`;
}

/** The optimizers of its family, including itself. */
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
