// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import { kindOf } from '../../model/problem-kinds.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { toggleTheme } from '../../page/theme.ts';
import { shared } from '../../styles/shared.ts';
import '../chart/chart-card.ts';
import './example-card.ts';
import { languageChoice } from './language-choice.ts';
import './lessons-menu.ts';
import { logo, redoIcon, shareIcon, themeIcon, undoIcon } from '../controls/icons.ts';
import { foot, skipLinks } from '../notices/ways-around.ts';
import '../training/network-panel.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { NearScreen } from '../base/near-screen.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import '../problem/problem-panel.ts';
import '../race/race-panel.ts';
import '../pictures/race-pictures.ts';
import '../race/race-transport.ts';
import '../racers/racers-panel.ts';
import { openShare } from '../share/open-share.ts';
import { layout } from '../../styles/layout.ts';

/** The same width as in styles/layout.ts. */
const threeColumns = matchMedia('(min-width: 1100px)');
/** The longest wait for the first losses before the rest of the page is shown. */
const mostPatienceMs = 500;

/** The whole page: the problem on the left, the race in the middle, the racers on the right. */
@customElement('fall-line-app')
export class App extends PlaygroundElement {
  static override styles = [shared, layout];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'notices',
    'state',
  ];
  /** Whether everything is drawn. At first only the racers and their chart are. */
  @state() private whole = false;
  /** Whether the window has room for three columns. */
  @state() private roomy = threeColumns.matches;
  /** If not: whether the problem is unfolded. */
  @state() private unfolded = false;
  /** Whether the network of a racer is shown. */
  @state() private inside = false;
  /** Whether the instruments are open, once the reader has decided. */
  @state() private measuring: boolean | undefined;
  @property({ attribute: false }) hide: ReadonlySet<string> = new Set();
  readonly #bitsBadge = new LazyElements(this, () => import('../notices/bits-badge.ts'));
  readonly #notices = new LazyElements(this, () => import('../notices/notice-list.ts'));
  readonly #expected = new LazyElements(this, () => import('../race/expected-result.ts'));
  readonly #lessonCard = new LazyElements(this, () => import('../lessons/lesson-card.ts'));
  readonly #networkCard = new LazyElements(this, () => import('../network/network-card.ts'));
  readonly #instruments = new LazyElements(
    this,
    () => import('../instruments/instruments-panel.ts'),
  );
  readonly #status = new LazyElements(this, () => import('../notices/live-status.ts'));
  readonly #results = new LazyElements(this, () => import('../race/results-table.ts'));
  readonly #nearResults: NearScreen = new NearScreen(this, '[data-part=results]');
  readonly #surfaceCard = new LazyElements(this, () => import('../surface/surface-card.ts'));
  readonly #microscope = new LazyElements(this, () => import('../microscope/microscope-card.ts'));

  override firstUpdated(): void {
    const off = this.playground.on('frame', () => {
      off();
      // The first losses are drawn in the next frame, and are on the screen after the one that follows.
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(this.#complete)));
    });
    setTimeout(this.#complete, mostPatienceMs);
  }

  override render() {
    const { playground } = this;
    const { kind } = playground.race;
    // The reader takes part, or there is a result. Before, nothing needs to be told in words.
    const isFollowed: boolean = this.#nearResults.reached || playground.race.state === 'finished';
    return html`${skipLinks(this.hide, this.#skipTo)}
      <header>
        <h1>${logo} <span>Fall Line</span></h1>
        <fall-line-transport class="transport" .playground=${playground}></fall-line-transport>
        <nav aria-label=${msg('Page')}>
          ${this.#travel(msg('Undo'), msg('Undo the last change of the set-up (Ctrl+Z)'), undoIcon, playground.canUndo, () => playground.undo())}
          ${this.#travel(msg('Redo'), msg('Redo the last change of the set-up (Ctrl+Shift+Z)'), redoIcon, playground.canRedo, () => playground.redo())}
          <fall-line-lessons .playground=${playground}></fall-line-lessons>
          <button
            aria-label=${msg('Share')}
            title=${msg('Share')}
            @click=${() => openShare(playground)}
          >
            ${shareIcon} <span class="wide">${msg('Share')}</span>
          </button>
          <button
            aria-label=${msg('Light or dark')}
            title=${msg('Light or dark')}
            @click=${toggleTheme}
          >
            ${themeIcon}
          </button>
          ${languageChoice()}
        </nav>
      </header>
      <main>
        <div class="top">
          ${playground.differs && this.#bitsBadge.ready ? html`<fall-line-bits-badge></fall-line-bits-badge>` : nothing}
          ${
            playground.outOfReach
              ? html`<p class="card" role="alert">
                  ${msg('Part of the page could not be loaded. Check the connection, then try again.')}
                </p>`
              : nothing
          }
          ${
            playground.hasNews && this.#notices.ready
              ? html`<fall-line-notices .playground=${playground}></fall-line-notices>`
              : nothing
          }
        </div>
        ${this.hide.has('problem') ? nothing : this.#problem()}
        <section
          class="race ${playground.settings.lesson === '' ? '' : 'taught'}"
          aria-label=${msg('Race')}
          tabindex="-1"
        >
          ${
            playground.settings.lesson === ''
              ? html`<fall-line-example .playground=${playground}></fall-line-example>`
              : this.#lesson()
          }
          ${
            kind.onPlane && this.#surfaceCard.ready
              ? html`<fall-line-surface-card .playground=${playground}></fall-line-surface-card>`
              : nothing
          }
          ${
            playground.settings.expect.length > 0 && this.#expected.ready
              ? html`<fall-line-expected .playground=${playground}></fall-line-expected>`
              : nothing
          }
          <fall-line-chart-card .playground=${playground}></fall-line-chart-card>
          ${this.#later(
            html`${
                kind.learns
                  ? html`<div class="card" data-part="pictures">
                        <h2>${msg('What each racer has learned')}</h2>
                        <fall-line-pictures .playground=${playground}></fall-line-pictures>
                      </div>
                      ${this.#network()}`
                  : nothing
              }
              ${this.#gauges()}
              <div
                class="card"
                data-part="results"
                style="--rows: ${playground.settings.racers.length}"
              >
                <h2>${msg('Results, best first')}</h2>
                ${
                  isFollowed && this.#results.ready
                    ? html`<fall-line-results .playground=${playground}></fall-line-results>`
                    : nothing
                }
              </div>
              ${
                playground.race.canLookBack && this.#microscope.ready
                  ? html`<fall-line-microscope-card
                      .playground=${playground}
                    ></fall-line-microscope-card>`
                  : nothing
              }`,
          )}
        </section>
        ${
          this.hide.has('racers')
            ? nothing
            : html`<section class="racers" aria-label=${msg('Racers')} tabindex="-1">
                ${this.#later(
                  html`<fall-line-racers .playground=${playground}></fall-line-racers>
                    <fall-line-race-panel .playground=${playground}></fall-line-race-panel>`,
                )}
              </section>`
        }
      </main>
      ${foot()}
      ${
        isFollowed && this.#status.ready
          ? html`<fall-line-status .playground=${playground}></fall-line-status>`
          : nothing
      }`;
  }

  readonly #complete = (): void => {
    this.whole = true;
  };

  /** The content once the losses are on the screen. Until then an empty card takes its place. */
  #later(content: unknown) {
    return this.whole ? content : html`<div class="card coming"></div>`;
  }

  #lesson() {
    if (!this.#lessonCard.ready) return html`<div class="card coming"></div>`;
    return html`<fall-line-lesson .playground=${this.playground}></fall-line-lesson>`;
  }

  /** Beside the race if there is room. Otherwise folded above it, with a summary in its heading. */
  #problem() {
    const { playground } = this;
    const { catalog, settings } = playground;
    const panels = html`<fall-line-problem .playground=${playground}></fall-line-problem> ${
        playground.race.kind.learns
          ? html`<fall-line-network .playground=${playground}></fall-line-network>`
          : nothing
      }`;
    return html`<section class="problem" aria-label=${msg('Problem')} tabindex="-1">
      ${
        this.roomy
          ? this.#later(panels)
          : html`<details class="card fold" @toggle=${this.#unfold}>
              <summary>
                <b>${msg('Problem')}</b> ${kindOf(settings).summary(catalog, settings)}
              </summary>
              <div class="panels">${this.unfolded ? panels : nothing}</div>
            </details>`
      }
    </section>`;
  }

  #unfold(event: Event): void {
    this.unfolded = (event.target as HTMLDetailsElement).open;
  }

  #network() {
    return html`<details class="card" ?open=${this.inside} @toggle=${this.#open}>
      <summary data-reveals="network">
        <h2>${msg('Inside the network')}</h2>
        <span class="quiet">${msg('what each unit responds to, and the weights')}</span>
      </summary>
      ${
        this.inside && this.#networkCard.ready
          ? html`<fall-line-network-card
              data-part="network"
              .playground=${this.playground}
            ></fall-line-network-card>`
          : nothing
      }
    </details>`;
  }

  #open(event: Event): void {
    this.inside = (event.target as HTMLDetailsElement).open;
  }

  /** Folded, unless the link switches instruments on. */
  #gauges() {
    const { playground } = this;
    const isOpen = this.measuring ?? playground.settings.view.instruments.length > 0;
    return html`<details class="card" ?open=${isOpen} @toggle=${this.#measure}>
      <summary data-reveals="instruments">
        <h2>${msg('Instruments')}</h2>
        <span class="quiet">${msg('gradients, rates, curvature and more, step by step')}</span>
      </summary>
      ${
        isOpen && this.#instruments.ready
          ? html`<fall-line-instruments
              data-part="instruments"
              .playground=${playground}
            ></fall-line-instruments>`
          : nothing
      }
    </details>`;
  }

  #measure(event: Event): void {
    this.measuring = (event.target as HTMLDetailsElement).open;
  }

  readonly #skipTo = (part: string): void =>
    this.renderRoot.querySelector<HTMLElement>(`section.${part}`)?.focus();

  /** Undo or redo. Stays focusable when there is nothing to do, so the last press does not lose the focus. */
  #travel(
    word: string,
    title: string,
    icon: TemplateResult,
    possible: boolean,
    go: () => Promise<void>,
  ) {
    return html`<button
      class="travel"
      aria-label=${word}
      title=${title}
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
    threeColumns.addEventListener('change', this.#resized);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
    threeColumns.removeEventListener('change', this.#resized);
  }

  readonly #resized = (): void => {
    this.roomy = threeColumns.matches;
  };
}

/** Whether a key means undo or redo: Ctrl+Z and the like, with the command key on a Mac. */
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
