// SPDX-License-Identifier: MIT
import type {
  Catalog,
  Component,
  DatasetEntry,
  Engine,
  InstrumentEntry,
  LossEntry,
  ScheduleEntry,
  SurfaceEntry,
  WrapperEntry,
} from '../../wasm/types.ts';
import { linkDefaults } from '../src/model/links/defaults.ts';
import type { Kind } from '../src/catalog/reference.ts';
import { componentFacts } from './facts.ts';
import { mathml } from './formula.ts';
import { guideTexts } from './guide.ts';
import { type Html, html } from './html.ts';
import { hyperparameterTable } from './hyperparameters.ts';
import { tryAddress } from './links.ts';
import { checks, type Measurements } from './measured.ts';
import { implementerNotes } from './notes.ts';
import { formulaBox, indexFile, type Page, page, source } from './page.ts';
import { pictureOf } from './pictures.ts';

/** The components of one kind, which share a page. */
export interface Shelf {
  kind: Exclude<Kind, 'optimizers'>;
  title: string;
  lead: string;
}

/** An entry of any kind, with all properties that some kinds have in addition to the common ones. */
export type Entry = Component &
  Partial<DatasetEntry & SurfaceEntry & ScheduleEntry & WrapperEntry & LossEntry & InstrumentEntry>;

export const entriesOf = (catalog: Catalog, { kind }: Shelf): readonly Entry[] => catalog[kind];

/** The page of all components of one kind, with everything in the catalog about them. */
export function componentsPage(engine: Engine, shelf: Shelf, measurements: Measurements): Page {
  const { kind, title, lead } = shelf;
  const entries = entriesOf(engine.catalog, shelf);
  const content = html` <p class="crumbs"><a href="${indexFile}">Reference</a></p>
    <h1>${title}</h1>
    <p class="lead">${lead}</p>
    <nav class="siblings" aria-label="${title}">
      <ul>
        ${entries.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}
      </ul>
    </nav>
    ${entries.map((entry) => section(engine, kind, entry, measurements))}`;
  return page(`${kind}.html`, title, lead, content);
}

function section(
  engine: Engine,
  kind: Shelf['kind'],
  entry: Entry,
  measurements: Measurements,
): Html {
  const { id, name, summary, lookFor, guide, formula, hyperparameters, paper } = entry;
  return html`<section id="${id}" class="component">
    <h2>${name}</h2>
    <div class="beside">
      <div>
        <p>${summary}</p>
        ${lookFor && html`<p>${lookFor}</p>`}
        ${
          id !== linkDefaults.unscheduled &&
          html`<p class="act">
            <a href="${tryAddress(engine, kind, id)}"
              >Try it in the playground<span class="unseen">: ${name}</span></a
            >
          </p>`
        }
        ${guideTexts(guide, 'h3')}
      </div>
      ${pictureOf(engine, kind, entry)}
    </div>
    ${formula && formulaBox(mathml(formula), `Formula of ${name}`)}
    ${componentFacts(engine.catalog, entry)}
    ${hyperparameters.length > 0 && hyperparameterTable(hyperparameters, name)}
    ${paper && source(paper)} ${notesOf(entry, measurements)}
  </section>`;
}

function notesOf({ id, notes = '', checkedAgainst }: Entry, measurements: Measurements) {
  return implementerNotes([
    ['Which variant this is', notes],
    ['Tested against', checkedAgainst ? checks({ id, checkedAgainst }, measurements) : ''],
  ]);
}
