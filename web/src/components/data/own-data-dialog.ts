// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { filesIn } from '../../data/dropped-files.ts';
import { Reader } from '../../data/reader.ts';
import type { Outline } from '../../data/prepare.ts';
import type { Shown, Source, Taken } from '../../data/reader-messages.ts';
import { type Recipe, recipeFrom } from '../../data/recipe.ts';
import { type ReadOptions, readOptionsFrom } from '../../data/table.ts';
import { TableError } from '../../data/table-error.ts';
import { grouped, percent } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import { phrase, told } from '../../language/phrase.ts';
import { ownPrefix, type Wanted } from '../../model/own-table.ts';
import { bringKept, keep } from '../../playground/kept-data.ts';
import { addOwnData, tableFor } from '../../playground/own-data.ts';
import { raceOn } from '../../playground/own-race.ts';
import type { Playground } from '../../playground/playground.ts';
import { dialogStyles } from '../../styles/dialog.ts';
import { shared } from '../../styles/shared.ts';
import { afterPaint } from '../../util/after-paint.ts';
import { bringIntoView } from '../base/find-part.ts';
import { Modal } from '../controls/modal.ts';
import './kept-list.ts';
import './table-preview.ts';
import './table-source.ts';
import styles from './own-data-dialog.css?inline';

/** A dialog in which the reader brings a table and sees what it becomes. Removes itself when it is closed. */
@customElement('fall-line-own-data')
export class OwnDataDialog extends LitElement {
  static override styles = [shared, dialogStyles, unsafeCSS(styles)];
  @property({ attribute: false }) playground!: Playground;
  /** The files to begin with, if any. */
  @property({ attribute: false }) files: readonly File[] = [];
  /** Folders and files that were dropped, if any. */
  @property({ attribute: false }) entries: readonly (FileSystemEntry | null)[] = [];
  @state() private shown: Shown | undefined;
  @state() private recipe: Recipe | undefined;
  /** How the reader wants the text to be read. */
  @state() private asked: ReadOptions = {};
  @state() private outline: Outline | undefined;
  /** The share that is read, while a table is read. */
  @state() private share: number | undefined;
  @state() private error = '';
  /** Whether a race is being set up, which takes a second or two with many images. */
  @state() private busy = false;
  /** Whether the data are to be kept on this device. */
  @state() private keeps = false;
  readonly #modal = new Modal(this);
  readonly #reader = new Reader();
  /** The number of the last change of the recipe, because answers of older ones come later. */
  #asked = 0;

  /** The table that the link of the page wants, if it does. */
  get #wanted(): Wanted | undefined {
    return this.playground.notices.find(({ wanted }) => wanted)?.wanted;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('drop', this.#drop);
  }

  override firstUpdated(): void {
    if (this.files.length > 0) void this.#readDropped(this.files, this.entries);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reader.cancel();
  }

  override render() {
    const { shown, recipe } = this;
    const wanted = this.#wanted;
    return this.#modal.draw({
      name: msg('Your own data'),
      content: html`<p class="quiet">
          ${msg(
            'The data are read and used on this device. The page sends them nowhere. A small table is part of the race’s link, so all who get the link have it.',
          )}
        </p>
        ${wanted && !shown ? html`<p>${msg('Bring the table of the link: “{table}” with {rows} rows and {columns} columns. It is checked whether it is the same.', { table: wanted.name, rows: grouped(wanted.rows), columns: grouped(wanted.columns) })}</p>` : nothing}
        <p class="error" role="alert">${this.error}</p>
        ${
          shown && recipe
            ? html`<fall-line-table-preview
                .facts=${shown.facts}
                .recipe=${recipe}
                .outline=${this.outline}
                .asked=${this.asked}
                @recipe=${({ detail }: CustomEvent<Recipe>) => this.#change(detail)}
                @reading=${({ detail }: CustomEvent<ReadOptions>) => this.#read(undefined, detail)}
              ></fall-line-table-preview>`
            : html`<fall-line-table-source
                  @source=${({ detail }: CustomEvent<Source>) => this.#read(detail)}
                ></fall-line-table-source>
                <fall-line-kept-list
                  @open=${({ detail }: CustomEvent<string>) => this.#busily(() => this.#open(detail))}
                ></fall-line-kept-list>`
        }`,
      foot: this.#foot(),
    });
  }

  #foot() {
    if (this.share !== undefined)
      return html`<button class="outlined" @click=${this.#cancel}>${msg('Cancel')}</button>
        <progress max="1" value=${this.share} aria-label=${msg('Reading')}></progress>
        <span role="status">${msg('Reading: {share}', { share: percent(this.share) })}</span>`;
    const busy = this.busy
      ? html`<progress class="late" aria-label=${msg('Preparing the data')}></progress>
          <span class="late" role="status">${msg('Preparing the data…')}</span>`
      : nothing;
    if (!this.shown) return busy;
    return html`<button
        class="primary"
        ?disabled=${!this.outline}
        @click=${() => this.#busily(() => this.#race())}
      >
        ${msg('Race on this data')}
      </button>
      <label class="keep">
        <input
          type="checkbox"
          .checked=${this.keeps}
          @change=${(event: Event) => (this.keeps = (event.target as HTMLInputElement).checked)}
        />
        ${msg('Keep on this device')}
      </label>
      <button class="outlined" @click=${this.#again}>${msg('Another table')}</button>
      ${busy}`;
  }

  /** Reads files, or what is in folders. */
  async #readDropped(
    files: readonly File[],
    entries: readonly (FileSystemEntry | null)[],
  ): Promise<void> {
    const known = entries.filter((entry) => entry !== null);
    try {
      const hasFolder = known.some(({ isDirectory }) => isDirectory);
      await this.#read(hasFolder ? await filesIn(known) : { files });
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.error = msg('The folder could not be read. Its files may have changed.');
    }
  }

  /** Reads a table, or the last one in another way. */
  async #read(source: Source | undefined, options: ReadOptions = {}): Promise<void> {
    this.asked = options;
    this.error = '';
    this.share = 0;
    const asked = ++this.#asked;
    const wanted = source ? this.#wanted : undefined;
    const how = wanted ? readOptionsFrom(wanted.read) : options;
    try {
      const shown = await this.#reader.call('read', [source, how], (share) => {
        if (asked === this.#asked) this.share = share;
      });
      if (asked !== this.#asked) return;
      this.shown = shown;
      await this.#change(shown.recipe);
      await this.updateComplete;
      // What was in focus is gone, unless the table was read in another way.
      const preview = this.renderRoot.querySelector('fall-line-table-preview');
      await preview?.updateComplete;
      if (source) preview?.focus();
      if (wanted) await this.#compare(wanted, shown);
    } catch (error) {
      // A change of the recipe is asked for on the way.
      if (asked === this.#asked || wanted) this.#say(error);
    } finally {
      this.share = undefined;
    }
  }

  async #change(recipe: Recipe): Promise<void> {
    this.recipe = recipe;
    this.error = '';
    const asked = ++this.#asked;
    try {
      const outline = await this.#reader.call('outline', [recipe]);
      if (asked === this.#asked) this.outline = outline;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.outline = undefined;
      this.#say(error);
    }
  }

  /** Sets up one race at a time, and says so. */
  async #busily(setUp: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await setUp();
    } finally {
      this.busy = false;
    }
  }

  async #race(): Promise<void> {
    if (!this.recipe) return;
    try {
      const taken = await this.#reader.call('take', [this.recipe]);
      const id = await this.#add(taken);
      if (this.keeps) await keep(id);
      this.#modal.close();
      await raceOn(this.playground, id);
      this.#look();
    } catch (error) {
      // A reader whose data can't be kept may still race on them.
      this.keeps = false;
      this.#say(error);
    }
  }

  /** Races on kept data. */
  async #open(id: string): Promise<void> {
    const { playground } = this;
    const { catalog } = await playground.loadDeferred();
    if (!(await bringKept(id, [catalog, playground.catalog]))) return;
    this.#modal.close();
    await raceOn(playground, id);
    this.#look();
  }

  /** The reader wants to see the race, which a phone has further down. The settings above it change first. */
  #look(): void {
    afterPaint(() => bringIntoView('chart'));
  }

  async #add({ prepared, fingerprint, origin }: Taken): Promise<string> {
    const { playground } = this;
    const { catalog } = await playground.loadDeferred();
    const table = await tableFor(prepared, origin);
    return addOwnData([catalog, playground.catalog], prepared, fingerprint, table);
  }

  /** Opens the link that wants a table, if it is this one. Otherwise says how they differ. */
  async #compare(wanted: Wanted, { facts }: Shown): Promise<void> {
    const recipe = recipeFrom(wanted.recipe, facts.columns.length);
    const sizes = { rows: wanted.rows, columns: wanted.columns };
    if (!recipe || wanted.rows !== (recipe.whole ? facts.rows : facts.listed))
      throw new TableError(
        phrase('This is another table: the link’s has {rows} rows and {columns} columns.', sizes),
      );
    const taken = await this.#reader.call('take', [recipe]);
    if (wanted.id !== ownPrefix + taken.fingerprint)
      throw new TableError(
        phrase('This is another table: it is as large as the link’s, but has other numbers.'),
      );
    await this.#add(taken);
    this.#modal.close();
    await this.playground.openLink(wanted.link);
  }

  #say(error: unknown): void {
    if (!(error instanceof TableError)) throw error;
    this.error = told(error.phrase);
  }

  readonly #again = (): void => {
    this.shown = undefined;
    this.recipe = undefined;
    this.outline = undefined;
    this.error = '';
  };

  readonly #cancel = (): void => {
    this.#asked++;
    this.#reader.cancel();
    this.share = undefined;
    this.#again();
  };

  readonly #drop = (event: DragEvent): void => {
    const { dataTransfer } = event;
    const files = [...(dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    // The page would open another dialog.
    event.stopPropagation();
    const entries = [...(dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry());
    void this.#readDropped(files, entries);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-own-data': OwnDataDialog;
  }
}
