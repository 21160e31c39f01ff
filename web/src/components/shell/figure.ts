// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import type { Looks } from '../../page/looks.ts';
import { shared } from '../../styles/shared.ts';
import '../chart/chart-card.ts';
import './live-status.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import '../race/race-pictures.ts';
import { cannotRace } from '../race/race-refusals.ts';
import '../race/race-transport.ts';
import styles from './figure.css?inline';

/** The race in an embedded frame: chart, pictures, and transport. */
@customElement('fall-line-figure')
export class Figure extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) looks!: Looks;
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'notices',
    'state',
  ];
  readonly #bitsBadge = new LazyElements(this, () => import('./bits-badge.ts'));
  readonly #notices = new LazyElements(this, () => import('./notice-list.ts'));
  readonly #expected = new LazyElements(this, () => import('../race/expected-result.ts'));
  readonly #lessonCard = new LazyElements(this, () => import('../lessons/lesson-card.ts'));
  readonly #surfaceCard = new LazyElements(this, () => import('../surface/surface-card.ts'));

  override render() {
    const { playground, looks } = this;
    const pictures = looks.ui !== 'chart' && !looks.hide.has('pictures');
    const { kind } = playground.race;
    const paths = pictures && kind.onPlane;
    return html`<main class=${paths ? 'paths' : looks.ui}>
        <h1 class="hidden-words">Optimizers race on one ${kind.noun}</h1>
        ${playground.differs && this.#bitsBadge.ready ? html`<fall-line-bits-badge></fall-line-bits-badge>` : nothing}
        ${
          playground.hasNews && this.#notices.ready
            ? html`<fall-line-notices .playground=${playground}></fall-line-notices>`
            : nothing
        }
        ${
          playground.settings.lesson !== '' && !looks.hide.has('lesson') && this.#lessonCard.ready
            ? html`<fall-line-lesson compact .playground=${playground}></fall-line-lesson>`
            : nothing
        }
        <fall-line-transport compact .playground=${playground}></fall-line-transport>
        ${
          cannotRace(playground.race.racers).length > 0
            ? html`<fall-line-refusals .playground=${playground}></fall-line-refusals>`
            : nothing
        }
        ${
          paths && this.#surfaceCard.ready
            ? html`<fall-line-surface-card
                compact
                .playground=${playground}
              ></fall-line-surface-card>`
            : nothing
        }
        ${
          playground.settings.expect.length > 0 && this.#expected.ready
            ? html`<fall-line-expected .playground=${playground}></fall-line-expected>`
            : nothing
        }
        <fall-line-chart-card compact .playground=${playground}></fall-line-chart-card>
        ${pictures && kind.learns ? html`<fall-line-pictures compact data-part="pictures" .playground=${playground}></fall-line-pictures>` : nothing}
      </main>
      <fall-line-status .playground=${playground}></fall-line-status>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-figure': Figure;
  }
}
