// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  type ColumnFacts,
  type ImageFacts,
  shownColumns,
  type TableFacts,
} from '../../data/facts.ts';
import { guessTask, mayBeClasses } from '../../data/guess.ts';
import type { Outline } from '../../data/prepare.ts';
import { type Filling, type Kind, kinds, type Recipe } from '../../data/recipe.ts';
import { type Phrase, told } from '../../language/phrase.ts';
import { grouped } from '../../format/number.ts';
import { marked, msg, plural } from '../../language/message.ts';
import type { ReadOptions } from '../../data/table.ts';
import { ignoredColumns } from './ignored-columns.ts';
import { readingControls } from './reading-controls.ts';
import { segments } from '../controls/segments.ts';
import '../base/sample-image.ts';
import { shared } from '../../styles/shared.ts';
import styles from './table-preview.css?inline';

const kindNames: Readonly<Record<Kind, string>> = {
  number: marked('number'),
  category: marked('category'),
  ignored: marked('ignored'),
};

/** Classes whose rows are listed one by one. */
const listedClasses = 12;

/**
 * What a table holds, and what becomes of it.
 * @fires recipe - The reader wants another recipe.
 * @fires reading - The reader wants the text to be read in another way.
 */
@customElement('fall-line-table-preview')
export class TablePreview extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) facts!: TableFacts;
  @property({ attribute: false }) recipe!: Recipe;
  @property({ attribute: false }) outline: Outline | undefined;
  /** How the reader wants the text to be read. */
  @property({ attribute: false }) asked: ReadOptions = {};

  override render() {
    const { facts } = this;
    const { images } = facts;
    if (images)
      return html`<p tabindex="-1">
          <b>${facts.name}</b>
          ${plural(
            facts.rows,
            '{n} image of {width} × {height} pixels',
            '{n} images of {width} × {height} pixels',
            { width: images.width, height: images.height },
          )}
        </p>
        ${this.#choices()} ${this.#images(images)} ${this.#outline()}`;
    return html`<p tabindex="-1">
        <b>${facts.name}</b>
        ${msg('{rows} rows, {columns} columns', { rows: grouped(facts.rows), columns: grouped(facts.columns.length) })}
      </p>
      ${readingControls(facts.read, this.asked, (detail) => this.dispatchEvent(new CustomEvent('reading', { detail })))}
      ${this.#choices()} ${this.#table()} ${this.#outline()}`;
  }

  /** Goes to what the table is, from where the keyboard goes on to its settings. */
  override focus(): void {
    this.renderRoot.querySelector('p')?.focus();
  }

  #images({ width, height, some }: ImageFacts) {
    return html`<ul class="images" aria-label=${msg('Some of the images')}>
      ${some.map(
        ({ pixels, label }) =>
          html`<li>
            <fall-line-sample-image
              .values=${pixels}
              .shape=${{ channels: 1, width, height }}
            ></fall-line-sample-image>
            ${label}
          </li>`,
      )}
    </ul>`;
  }

  #choices() {
    const { facts, recipe } = this;
    const target = facts.columns[recipe.target];
    const classes = target !== undefined && mayBeClasses(target);
    return html`<div class="choices">
      ${facts.images ? html`<span>${msg('Predict')} <b>${target?.name}</b></span>` : this.#targets()}
      <div class="choice">
        <span>${msg('as')}</span>
        ${segments(
          msg('Task'),
          [
            ['classification', msg('a class')],
            ['regression', msg('a number')],
          ],
          recipe.task,
          (task) => this.#change({ task }),
          classes && (target?.numbers ?? 0) > 0
            ? ''
            : msg('The values of this column allow only one of them.'),
        )}
      </div>
      ${
        facts.columns.some(
          ({ missing, texts, numbers }) => missing > 0 || (texts > 0 && numbers > 0),
        )
          ? html`<div class="choice">
              <span>${msg('Missing cells')}</span>
              ${segments<Filling>(
                msg('Missing cells'),
                [
                  ['leave-out', msg('leave the rows out')],
                  ['fill', msg('fill them in')],
                ],
                recipe.missing,
                (missing) => this.#change({ missing }),
              )}
            </div>`
          : nothing
      }
    </div>`;
  }

  #targets() {
    const { facts, recipe } = this;
    return html`<label>
      ${msg('Predict')}
      <select @change=${this.#aim}>
        ${facts.columns.map(
          ({ name }, index) =>
            html`<option value=${index} ?selected=${index === recipe.target}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #table() {
    const { facts, recipe } = this;
    const more = facts.columns.length - shownColumns;
    return html`<div
        class="scroller"
        role="region"
        aria-label=${msg('The first rows')}
        tabindex="0"
      >
        <table>
          <thead>
            <tr>
              ${facts.columns.slice(0, shownColumns).map(
                ({ name }, index) =>
                  html`<th scope="col" class=${index === recipe.target ? 'target' : ''}>
                    <span class="name" title=${name}>${name}</span>
                    ${
                      index === recipe.target
                        ? html`<span class="quiet">${msg('target')}</span>`
                        : this.#kind(name, index)
                    }
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${facts.first.map(
              (row) =>
                html`<tr>
                  ${row.map(
                    (text, index) =>
                      html`<td
                        class="${index === recipe.target ? 'target' : ''} ${recipe.kinds[index]}"
                      >
                        ${text === '' ? html`<i class="quiet">${msg('missing')}</i>` : text}
                      </td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        more > 0
          ? html`<p class="quiet">
              ${plural(more, 'And {n} more column, used as guessed.', 'And {n} more columns, used as guessed.')}
            </p>`
          : nothing
      }`;
  }

  #kind(name: string, index: number) {
    return html`<select
      aria-label=${msg('What “{column}” is', { column: name })}
      @change=${(event: Event) => this.#setKind(index, (event.target as HTMLSelectElement).value as Kind)}
    >
      ${kinds.map(
        (kind) =>
          html`<option value=${kind} ?selected=${kind === this.recipe.kinds[index]}>
            ${msg(kindNames[kind])}
          </option>`,
      )}
    </select>`;
  }

  #outline() {
    const { outline, facts } = this;
    if (!outline) return nothing;
    const { rows, inputs, leftOut, filledIn, tooMany, balance } = outline;
    const ignored = ignoredColumns(facts, this.recipe);
    const notes: Phrase[] = [...facts.notes, ...outline.notes];
    return html`<div role="status">
      <p>
        ${msg('The race uses {rows} with {inputs} each, and keeps some of the rows for testing.', {
          rows: plural(rows, '{n} row', '{n} rows'),
          inputs: plural(inputs, '{n} input', '{n} inputs'),
        })}
        ${
          leftOut > 0
            ? plural(
                leftOut,
                '{n} row with missing cells is left out.',
                '{n} rows with missing cells are left out.',
              )
            : nothing
        }
        ${
          filledIn > 0
            ? plural(
                filledIn,
                '{n} missing cell is filled in with the mean of its column, or with its most frequent category.',
                '{n} missing cells are filled in, each with the mean of its column or with its most frequent category.',
              )
            : nothing
        }
        ${
          tooMany > 0
            ? plural(
                tooMany,
                '{n} row is left out, evenly chosen, because the engine holds no more.',
                '{n} rows are left out, evenly chosen, because the engine holds no more.',
              )
            : nothing
        }
      </p>
      ${ignored.length > 0 ? html`<p class="note">${ignored.join(' ')}</p>` : nothing}
      ${notes.map((note) => html`<p class="note">${told(note)}</p>`)}
      ${balance.length > 0 ? this.#balance(balance) : nothing}
    </div>`;
  }

  #balance(balance: Outline['balance']) {
    const most = Math.max(...balance.map(({ rows }) => rows));
    const more = balance.length - listedClasses;
    return html`<h3>${msg('Rows of each class')}</h3>
      <ul>
        ${balance.slice(0, listedClasses).map(
          ({ name, rows }) =>
            html`<li>
              <span class="name" title=${name}>${name}</span>
              <span class="bar" style="width:${(100 * rows) / most}px"></span>
              <span class="count">${grouped(rows)}</span>
            </li>`,
        )}
      </ul>
      ${more > 0 ? html`<p class="quiet">${plural(more, 'And {n} more class.', 'And {n} more classes.')}</p>` : nothing}`;
  }

  #aim(event: Event): void {
    const target = Number((event.target as HTMLSelectElement).value);
    const column = this.facts.columns[target];
    if (column) this.#change({ target, task: this.#taskOf(column) });
  }

  #taskOf(column: ColumnFacts): Recipe['task'] {
    return guessTask(column, this.facts.rows);
  }

  #setKind(index: number, kind: Kind): void {
    this.#change({ kinds: this.recipe.kinds.map((known, at) => (at === index ? kind : known)) });
  }

  #change(change: Partial<Recipe>): void {
    const detail = { ...this.recipe, ...change };
    this.dispatchEvent(new CustomEvent('recipe', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-table-preview': TablePreview;
  }
}
