// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import type { Looks } from '../../page/looks.ts';
import {
  isLocked,
  lockedBy,
  type Part,
  type SettingName,
  showableIn,
  shownIn,
} from '../../page/parts.ts';
import { fullPage } from '../../page/full-page.ts';
import { shared } from '../../styles/shared.ts';
import '../chart/chart-card.ts';
import './compact.ts';
import '../notices/live-status.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import '../pictures/race-pictures.ts';
import { cannotRace } from '../race/race-refusals.ts';
import '../race/race-transport.ts';
import styles from './figure.css?inline';

/** The race in an embedded frame: the parts that its author shows. */
@customElement('fall-line-figure')
export class Figure extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) looks!: Looks;
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'notices',
    'state',
  ];
  /** Whether the stage is drawn too. At first it is not: all in one task would hold up the page around the frame. */
  @state() private isWhole = false;
  readonly #bitsBadge = new LazyElements(this, () => import('../notices/bits-badge.ts'));
  readonly #notices = new LazyElements(this, () => import('../notices/notice-list.ts'));
  readonly #expected = new LazyElements(this, () => import('../race/expected-result.ts'));
  readonly #lessonCard = new LazyElements(this, () => import('../lessons/lesson-card.ts'));
  readonly #surfaceCard = new LazyElements(this, () => import('../surface/surface-card.ts'));
  readonly #networkCard = new LazyElements(this, () => import('../network/network-card.ts'));
  readonly #instruments = new LazyElements(
    this,
    () => import('../instruments/instruments-panel.ts'),
  );
  readonly #settings = new LazyElements(this, () => import('../optimizer/chosen-settings.ts'));
  readonly #controls = new LazyElements(this, () => import('./figure-controls.ts'));

  override firstUpdated(): void {
    setTimeout(() => (this.isWhole = true));
  }

  override render() {
    const { playground } = this;
    const { catalog, settings } = playground;
    const shown = shownIn(this.looks, showableIn(catalog, settings));
    const { parts } = shown;
    const { kind } = playground.race;
    const pictured = kind.learns && parts.has('pictures');
    // What stands beside the chart. Without one it has the whole row.
    const beside = parts.has('chart');
    const words = [
      playground.hasNews && 'news',
      playground.settings.lesson !== '' && parts.has('lesson') && 'taught',
      beside && kind.onPlane && parts.has('surface') && 'paths',
      pictured && (beside ? 'pictured' : 'gallery'),
    ];
    return html`<fall-line-status .playground=${playground}></fall-line-status>
      <main class=${words.filter(Boolean).join(' ')}>
        <h1 class="hidden-words">
          ${kind.learns ? msg('Optimizers race on one network') : msg('Optimizers race on one surface')}
        </h1>
        ${playground.differs && this.#bitsBadge.ready ? html`<fall-line-bits-badge></fall-line-bits-badge>` : nothing}
        ${
          playground.hasNews && this.#notices.ready
            ? html`<fall-line-notices compact .playground=${playground}></fall-line-notices>`
            : nothing
        }
        ${
          playground.settings.lesson !== '' && parts.has('lesson') && this.#lessonCard.ready
            ? html`<fall-line-lesson compact .playground=${playground}></fall-line-lesson>`
            : nothing
        }
        ${
          parts.has('transport')
            ? html`<fall-line-transport
                compact
                .playground=${playground}
                .locked=${this.#lock('transport')}
              ></fall-line-transport>`
            : nothing
        }
        ${
          cannotRace(playground.race.racers).length > 0
            ? html`<fall-line-refusals .playground=${playground}></fall-line-refusals>`
            : nothing
        }
        ${
          playground.settings.expect.length > 0 && this.#expected.ready
            ? html`<fall-line-expected .playground=${playground}></fall-line-expected>`
            : nothing
        }
        ${this.#chosenSettings(shown.settings)}
        <div class="stage">${this.isWhole ? this.#stage(parts) : nothing}</div>
        ${this.isWhole ? this.#more(parts) : nothing}
        ${parts.has('full') ? this.#wayToFull() : nothing}
      </main>`;
  }

  /** What shows the race itself, and shares the height of the frame. */
  #stage(parts: ReadonlySet<Part>) {
    const { playground } = this;
    const { kind } = playground.race;
    return html`${
      kind.onPlane && parts.has('surface') && this.#surfaceCard.ready
        ? html`<fall-line-surface-card
            compact
            .playground=${playground}
            .locked=${this.#lock('surface')}
          ></fall-line-surface-card>`
        : nothing
    }
    ${
      parts.has('chart')
        ? html`<fall-line-chart-card
            compact
            .playground=${playground}
            .locked=${this.#lock('chart')}
          ></fall-line-chart-card>`
        : nothing
    }
    ${
      kind.learns && parts.has('pictures')
        ? html`<fall-line-pictures
            compact
            data-part="pictures"
            .playground=${playground}
          ></fall-line-pictures>`
        : nothing
    }`;
  }

  /** Parts that need more room than a frame usually has. */
  #more(parts: ReadonlySet<Part>) {
    const { playground } = this;
    return html`${
      parts.has('network') && playground.race.kind.learns && this.#networkCard.ready
        ? html`<fall-line-network-card
            class="card"
            data-part="network"
            .playground=${playground}
          ></fall-line-network-card>`
        : nothing
    }
    ${
      parts.has('instruments') && this.#instruments.ready
        ? html`<fall-line-instruments
            class="card"
            data-part="instruments"
            .playground=${playground}
          ></fall-line-instruments>`
        : nothing
    }
    ${
      parts.has('controls') && this.#controls.ready
        ? html`<fall-line-figure-controls
            .playground=${playground}
            .locked=${this.#lock('controls')}
          ></fall-line-figure-controls>`
        : nothing
    }`;
  }

  #chosenSettings(shown: readonly SettingName[]) {
    const { looks } = this;
    const chosen = shown.map((name) => ({
      ...name,
      locked: isLocked(looks, name) ? msg(lockedBy) : '',
    }));
    if (chosen.length === 0 || !this.#settings.ready) return nothing;
    return html`<fall-line-chosen-settings
      .playground=${this.playground}
      .chosen=${chosen}
    ></fall-line-chosen-settings>`;
  }

  #lock(part: Part): string {
    return this.looks.lock.has(part) ? msg(lockedBy) : '';
  }

  /** A link to the page with the same race. */
  #wayToFull() {
    return html`<p class="full">
      <a href="${fullPage()}#${this.playground.link}" target="_blank" rel="noopener"
        >${msg('Open in the playground')}</a
      >
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-figure': Figure;
  }
}
