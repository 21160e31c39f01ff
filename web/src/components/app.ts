// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PlaygroundEvent } from '../state/playground.ts';
import { toggleTheme } from '../state/theme.ts';
import { shared } from '../styles/shared.ts';
import './bits-badge.ts';
import './chart-card.ts';
import './example-card.ts';
import './examples-menu.ts';
import { linkIcon, logo, redoIcon, themeIcon, undoIcon } from './icons.ts';
import './live-status.ts';
import './network-panel.ts';
import { Part } from './part.ts';
import { PlaygroundElement } from './playground-element.ts';
import './problem-panel.ts';
import './race-panel.ts';
import './race-pictures.ts';
import './race-transport.ts';
import './racers-panel.ts';
import './results-table.ts';
import { layout } from '../styles/layout.ts';

const copiedMs = 2000;
/** So long the page waits for the first losses before it shows what surrounds them. */
const mostPatienceMs = 500;

/** The whole page: the problem left, what happens in the middle, who races right. */
@customElement('fall-line-app')
export class App extends PlaygroundElement {
  static override styles = [shared, layout];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'notices',
    'state',
  ];
  /** Those who race are on the screen before everything around them is drawn. */
  @state() private whole = false;
  @property({ attribute: false }) hide: ReadonlySet<string> = new Set();
  @state() private copied = '';
  readonly #notices = new Part(this, () => import('./notice-list.ts'));
  readonly #surfaceCard = new Part(this, () => import('./surface-card.ts'));

  override firstUpdated(): void {
    const off = this.playground.on('frame', () => {
      off();
      // The first losses are drawn in one frame, and on the screen before the next but one.
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(this.#complete)));
    });
    setTimeout(this.#complete, mostPatienceMs);
  }

  override render() {
    const { playground } = this;
    const { surface } = playground.race;
    return html`<header>
        <h1>${logo} <span>Fall Line</span></h1>
        <fall-line-transport class="transport" .playground=${playground}></fall-line-transport>
        <nav aria-label="Page">
          ${this.#travel('Undo', 'Ctrl+Z', undoIcon, playground.canUndo, () => playground.undo())}
          ${this.#travel('Redo', 'Ctrl+Shift+Z', redoIcon, playground.canRedo, () => playground.redo())}
          <fall-line-examples .playground=${playground}></fall-line-examples>
          <button aria-label="Copy link" title="Copy link" @click=${this.#copyLink}>
            ${linkIcon} <span class="wide">${this.copied || 'Copy link'}</span>
          </button>
          <button aria-label="Light or dark" title="Light or dark" @click=${toggleTheme}>
            ${themeIcon}
          </button>
        </nav>
      </header>
      <main>
        <div class="top">
          <fall-line-bits-badge .playground=${playground}></fall-line-bits-badge>
          ${
            playground.outOfReach
              ? html`<p class="card" role="alert">
                  A part of the page could not be fetched. Once you are online, do it again.
                </p>`
              : nothing
          }
          ${
            playground.hasNews && this.#notices.ready
              ? html`<fall-line-notices .playground=${playground}></fall-line-notices>`
              : nothing
          }
        </div>
        <section class="race" aria-label="Race">
          <fall-line-example .playground=${playground}></fall-line-example>
          ${
            surface && this.#surfaceCard.ready
              ? html`<fall-line-surface-card .playground=${playground}></fall-line-surface-card>`
              : nothing
          }
          <fall-line-chart-card .playground=${playground}></fall-line-chart-card>
          ${this.#later(
            html`${
                surface
                  ? nothing
                  : html`<div class="card">
                      <h2>What each has learned</h2>
                      <fall-line-pictures .playground=${playground}></fall-line-pictures>
                    </div>`
              }
              <div class="card">
                <h2>Results, best first</h2>
                <fall-line-results .playground=${playground}></fall-line-results>
              </div>`,
          )}
        </section>
        ${this.#side(
          'racers',
          'Racers',
          html`<fall-line-racers .playground=${playground}></fall-line-racers>
            <fall-line-race-panel .playground=${playground}></fall-line-race-panel>`,
        )}
        ${this.#side(
          'problem',
          'Problem',
          html`<fall-line-problem .playground=${playground}></fall-line-problem> ${
              surface
                ? nothing
                : html`<fall-line-network .playground=${playground}></fall-line-network>`
            }`,
        )}
      </main>
      <fall-line-status .playground=${playground}></fall-line-status>
      <p class="hidden-words" role="status">${this.copied}</p>`;
  }

  readonly #complete = (): void => {
    this.whole = true;
  };

  /** What surrounds the loss; its place until it is there. */
  #later(content: unknown) {
    return this.whole ? content : html`<div class="card coming"></div>`;
  }

  #side(part: string, label: string, content: unknown) {
    return this.hide.has(part)
      ? nothing
      : html`<section class=${part} aria-label=${label}>${this.#later(content)}</section>`;
  }

  /** Stays in the order of tabs when there is nothing to do, so that the focus is not lost with the last press. */
  #travel(
    word: string,
    keys: string,
    icon: TemplateResult,
    possible: boolean,
    go: () => Promise<void>,
  ) {
    return html`<button
      aria-label=${word}
      title="${word} the last change of the set-up (${keys})"
      aria-disabled=${!possible}
      @click=${go}
    >
      ${icon}
    </button>`;
  }

  readonly #keys = (event: KeyboardEvent): void => {
    const way = travelOf(event);
    if (!way) return;
    event.preventDefault();
    void this.playground[way]();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
  }

  async #copyLink(): Promise<void> {
    try {
      await this.playground.learn();
    } catch {
      // The page says so itself; a link written without it could be of another race.
      return;
    }
    const { href } = new URL(`#${this.playground.link}`, location.href);
    try {
      await navigator.clipboard.writeText(href);
      this.copied = 'Link copied';
    } catch {
      this.copied = 'See the address bar';
    }
    setTimeout(() => {
      this.copied = '';
    }, copiedMs);
  }
}

/** What Ctrl+Z and its like ask for; on a Mac with the command key. */
function travelOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) {
  if (ctrlKey === metaKey || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey ? 'redo' : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-app': App;
  }
}
