// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { OptimizerEntry } from '../../../../wasm/types.ts';
import { families, type Family, found } from '../../catalog/families.ts';
import { msg, plural } from '../../language/message.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { unavailableRules } from '../../model/unavailable.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { shared } from '../../styles/shared.ts';
import { openChooser } from '../choosing/open-chooser.ts';
import { chevronIcon } from '../controls/icons.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './optimizer-list.css?inline';

/** An optimizer was chosen from the list. The detail is its id. */
export type OptimizerEvent = CustomEvent<string>;

/** The optimizers shown of an open family before the reader asks for all. */
const few = 5;

/**
 * Every optimizer by family, one family open at a time, and a field to find one. Fires `optimizer`
 * with the id of the chosen one, `dismiss` on Escape.
 */
@customElement('fall-line-optimizers')
export class OptimizerList extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings'];
  /** The id of the optimizer in use, if any. */
  @property() chosen = '';
  @state() private query = '';
  @state() private opened = '';
  @state() private whole = false;
  @state() private unavailable: ReadonlyMap<string, string> = new Map();

  override connectedCallback(): void {
    super.connectedCallback();
    const all = families(this.playground.catalog);
    const home = all.find(({ entries }) => entries.some(({ id }) => id === this.chosen));
    this.opened = (home ?? all[0])?.name ?? '';
    this.whole = home?.entries.slice(few).some(({ id }) => id === this.chosen) ?? false;
    void this.#check();
  }

  /** Focuses the search field, but not on a touch screen, where the keyboard would cover the list. */
  override firstUpdated(): void {
    if (matchMedia('(pointer: fine)').matches) this.renderRoot.querySelector('input')?.focus();
  }

  protected override happened(event: PlaygroundEvent): void {
    super.happened(event);
    void this.#check();
  }

  override render() {
    const { catalog } = this.playground;
    const hits = this.query.trim() === '' ? undefined : found(catalog, this.query.trim());
    const count = hits?.reduce((sum, { entries }) => sum + entries.length, 0);
    const said = count === undefined ? '' : plural(count, '{n} found', '{n} found');
    return html`<div @keydown=${this.#key}>
      ${this.chosen === '' ? html`<button class="help" @click=${this.#help}>${msg('Not sure? Choose by five questions')}</button>` : nothing}
      <input
        type="search"
        autocomplete="off"
        aria-label=${msg('Find an optimizer')}
        placeholder=${plural(catalog.optimizers.length, 'Find among {n}', 'Find among {n}')}
        .value=${this.query}
        @input=${this.#search}
      />
      <p class="hidden-words" role="status">${said}</p>
      ${hits ? this.#hits(hits) : families(catalog).map((family) => this.#family(family))}
    </div>`;
  }

  #hits(hits: readonly Family[]) {
    if (hits.length === 0) return html`<p class="why">${msg('No optimizer matches.')}</p>`;
    return hits.map(
      ({ name, entries }) =>
        html`<h3 class="hits">${name}</h3>
          <ul>
            ${entries.map((entry) => this.#rule(entry))}
          </ul>`,
    );
  }

  #family({ name, entries }: Family) {
    const open = name === this.opened;
    const shown = this.whole || entries.length <= few + 1 ? entries : entries.slice(0, few);
    const rest = entries.length - shown.length;
    return html`<h3>
        <button class="family" aria-expanded=${open} @click=${() => this.#open(open ? '' : name)}>
          ${name}<span class="count">${entries.length}</span><span>${chevronIcon}</span>
        </button>
      </h3>
      ${
        open
          ? html`<ul aria-label=${name}>
              ${shown.map((entry) => this.#rule(entry))}
              ${
                rest > 0
                  ? html`<li>
                      <button class="more" @click=${this.#showWhole}>
                        ${plural(rest, '{n} more', '{n} more')}
                      </button>
                    </li>`
                  : nothing
              }
            </ul>`
          : nothing
      }`;
  }

  #rule({ id, name, summary }: OptimizerEntry) {
    const why = this.unavailable.get(id);
    return html`<li>
      <button
        class="rule"
        aria-current=${id === this.chosen ? 'true' : nothing}
        aria-disabled=${why ? 'true' : nothing}
        @click=${() => this.#choose(id)}
      >
        <b>${name}</b>
        ${why ? html`<span class="why">${msg('Not available: it {why}.', { why })}</span>` : html`<span class="line">${summary}</span>`}
      </button>
    </li>`;
  }

  /** Checks which rules can't work. A dragged slider asks often, and only the last answer counts. */
  readonly #check = oneAtATime(async () => {
    try {
      this.unavailable = await this.#askAll();
    } catch {
      // A crashed engine does not answer. Racers then show themselves that they can't race.
    }
  });

  async #askAll(): Promise<Map<string, string>> {
    const { settings, inquiry, catalog } = this.playground;
    return unavailableRules(catalog, settings, (...which) => inquiry.check(...which));
  }

  #open(name: string): void {
    this.opened = name;
    this.whole = false;
  }

  async #showWhole(): Promise<void> {
    this.whole = true;
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.rule')[few]?.focus();
  }

  #search(event: Event): void {
    this.query = (event.target as HTMLInputElement).value;
  }

  #choose(id: string): void {
    if (this.unavailable.has(id)) return;
    this.dispatchEvent(new CustomEvent('optimizer', { detail: id }));
  }

  /** Instead of this list, which is closed first, so that the focus can come back to its button. */
  #help(): void {
    this.dispatchEvent(new CustomEvent('dismiss'));
    void openChooser(this.playground);
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.dispatchEvent(new CustomEvent('dismiss'));
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('input, button')];
    const here = stops.findIndex((stop) => stop.matches(':focus'));
    stops.at((here + way) % stops.length)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-optimizers': OptimizerList;
  }
}
