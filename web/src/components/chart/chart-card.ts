// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { lossView } from '../../chart/loss-view.ts';
import { grouped } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import { type ProblemKind, unitName } from '../../model/problem-kind.ts';
import type { Axis, View } from '../../model/settings.ts';
import { shownOf } from '../../race/deciding-loss.ts';
import type { Race } from '../../race/race.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { tools } from '../../styles/tools.ts';
import './loss-chart.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { segments } from '../controls/segments.ts';
import { openResults } from '../results/open-results.ts';
import styles from './chart-card.css?inline';

/** The loss chart, the choice of what it shows, and its table. */
@customElement('fall-line-chart-card')
export class ChartCard extends PlaygroundElement {
  static override styles = [shared, tools, unsafeCSS(styles)];

  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
  ];
  /** Why what is drawn can't be chosen here, if so. */
  @property({ attribute: false }) locked = '';
  /** Whether the table is open. */
  @state() private open = false;
  readonly #timeline = new LazyElements(this, () => import('./timeline.ts'));
  readonly #table = new LazyElements(this, () => import('./curve-table.ts'));

  /** Of numbers it shows only how far an answer got. */
  protected override happened(event: PlaygroundEvent): void {
    if (event !== 'numbers' || this.#cutShort() !== undefined) super.happened(event);
  }

  override render() {
    const { playground, locked } = this;
    const { race } = playground;
    const { axis, scale, show } = playground.settings.view;
    const { title } = lossView(race, playground.settings.view);
    const { kind } = race;
    const axes = kind.axes.map((one) => [one, axisName(kind, one)] as const);
    return html`<div class="card" data-part="chart">
      <div class="tools">
        <h2>${title}</h2>
        ${segments(
          msg('What is drawn'),
          kind.shows.map(([one, name]) => [one, msg(name)] as const),
          choiceOf(race, show),
          (chosen) => playground.setView({ show: chosen }),
          locked,
        )}
        ${
          race.floor === undefined && show !== 'rate'
            ? nothing
            : segments(
                msg('Vertical axis'),
                [
                  ['linear', msg('linear')],
                  ['log', msg('log')],
                ],
                scale,
                (chosen) => playground.setView({ scale: chosen }),
                locked,
              )
        }
      </div>
      <fall-line-loss-chart .playground=${playground}></fall-line-loss-chart>
      <div class="past">
        ${
          race.canLookBack && this.#timeline.ready
            ? html`<fall-line-timeline .playground=${playground}></fall-line-timeline>`
            : nothing
        }
      </div>
      <div class="axis">
        <p class="quiet">${this.#cutShort() ?? meaningOf(race, show)}</p>
        ${segments(msg('Horizontal axis'), axes, axis, (chosen) => playground.setView({ axis: chosen }), locked)}
      </div>
      <div class="foot">
        <details @toggle=${this.#toggle}>
          <summary>${msg('Show the numbers as a table')}</summary>
          ${
            this.open && this.#table.ready
              ? html`<fall-line-curve-table .playground=${playground}></fall-line-curve-table>`
              : nothing
          }
        </details>
        ${
          playground.race.ghosts.length > 0
            ? html`<button @click=${() => playground.race.clearGhosts()}>
                ${msg('Hide the previous race')}
              </button>`
            : nothing
        }
        ${
          this.hasAttribute('compact')
            ? nothing
            : html`<button
                class="outlined"
                aria-haspopup="dialog"
                @click=${() => openResults(playground)}
              >
                ${msg('Download')}
              </button>`
        }
      </div>
    </div>`;
  }

  /** While the reader drags: how far the race got in the time for an answer, if not to its end. */
  #cutShort(): string | undefined {
    const { race, settings, isHeld } = this.playground;
    if (!isHeld || race.answers === 0 || race.isOver) return undefined;
    return msg('Shows the first {at} of {limit} {unit} while you drag.', {
      at: grouped(Math.floor(race.at)),
      limit: grouped(race.limit),
      unit: unitName(race.kind, settings.budget.unit),
    });
  }

  #toggle(event: Event): void {
    this.open = (event.target as HTMLDetailsElement).open;
  }
}

/** The meaning of the lines, for a reader who is new to such charts. */
function meaningOf(race: Race, chosen: View['show']): string {
  const show = shownOf(race, chosen);
  if (show === 'rate') return '';
  if (!race.tested) return msg('Lower is better.');
  if (show === 'test') return msg('Lower is better. Measured on samples kept for testing.');
  if (show === 'both')
    return msg('Bold lines: samples kept for testing. Thin lines: training samples.');
  return chosen === 'auto'
    ? msg('Shown on the training samples: a rule that takes all of them at once overfits early.')
    : msg('Lower is better. Measured on the samples that the racers train on.');
}

/** The choice that stands for what the chart shows. */
function choiceOf(race: Race, show: View['show']): View['show'] {
  const shown = shownOf(race, show);
  const choices = race.kind.shows.map(([choice]) => choice);
  return choices.find((choice) => choice === shown) ?? choices[0] ?? shown;
}

const axisName = (kind: ProblemKind, axis: Axis): string =>
  axis === 'time' ? 'ms' : unitName(kind, axis);

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-chart-card': ChartCard;
  }
}
