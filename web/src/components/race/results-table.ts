// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import { abscissaText } from '../../chart/reading.ts';
import { grouped, percent, pointText, threeDigits } from '../../format/number.ts';
import { capitalized } from '../../format/word.ts';
import { msg } from '../../language/message.ts';
import { decidingLoss } from '../../race/deciding-loss.ts';
import type { RaceState } from '../../race/race.ts';
import type { Racer } from '../../race/racer.ts';
import { type Comparison, shortestTimeMs, type Standing } from '../../race/ranking.ts';
import { stateWord } from '../../race/state-word.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';
import styles from './results-table.css?inline';

/** The ranking of all racers at the same abscissa, best first. */
@customElement('fall-line-results')
export class ResultsTable extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
  ];

  override render() {
    const { race, settings } = this.playground;
    const { comparison, tested, classified, kind } = race;
    const { standings } = comparison;
    const byTest = tested && decidingLoss(race, settings.view.show) === 'testLoss';
    const what = kind.losses[byTest ? 'testLoss' : 'trainLoss'];
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${msg('Results')}>
        <table>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col" class="name">${msg('Racer')}</th>
              <th scope="col">${msg(what)}</th>
              ${kind.onPlane ? html`<th scope="col">${msg('At x, y')}</th>` : nothing}
              ${classified ? html`<th scope="col">${msg('Accuracy')}</th>` : nothing}
              <th scope="col">${msg('Steps')}</th>
              <th scope="col" title=${msg(kind.samples.doc)}>
                ${capitalized(msg(kind.samples.name))}
              </th>
              <th scope="col" title=${msg('The time its steps took on this machine')}>
                ${msg('Time')}
              </th>
            </tr>
          </thead>
          <tbody>
            ${standings.map((standing, index) => this.#row(standing, index + 1))}
          </tbody>
        </table>
      </div>
      <p class="quiet">${this.#basis(comparison)}</p>`;
  }

  /** A text about the abscissa of the comparison. */
  #basis({ axis, at, tooShort, standings }: Comparison) {
    if (!standings.some(({ record }) => record >= 0)) return nothing;
    if (!Number.isFinite(at)) return msg('All racers have stopped. Each is shown at its own end.');
    const where = msg('Compared at {place}. Racers that stopped earlier keep their last value.', {
      place: abscissaText(this.playground.race, axis, at),
    });
    return tooShort
      ? html`${where}
        ${msg(
          'Times are compared once each racer has computed for {least} ms. Shorter times depend on the browser’s clock.',
          { least: shortestTimeMs },
        )}`
      : where;
  }

  #row({ racer, record, loss }: Standing, place: number) {
    const { curve, path } = racer;
    const { race } = this.playground;
    const [status, bad] = statusText(racer, race.state);
    const point = path.after(curve.at('step', record));
    return html`<tr>
      <td>${place}</td>
      <th scope="row" class="name">
        ${racerSwatch(racer.settings.slot)}${this.playground.names.get(racer.key)}
        <span class="status ${bad ? 'bad' : ''}">${status}</span>
      </th>
      <td class="loss">${racer.status === 'diverged' ? '–' : threeDigits(loss)}</td>
      ${race.kind.onPlane ? html`<td>${point && racer.status !== 'diverged' ? pointText(point) : '–'}</td>` : nothing}
      ${race.classified ? html`<td>${percent(curve.at('testAccuracy', record))}</td>` : nothing}
      <td>${grouped(curve.at('step', record) || 0)}</td>
      <td>${grouped(curve.at('samplesSeen', record) || 0)}</td>
      <td>${grouped(curve.at('milliseconds', record) || 0)} ms</td>
    </tr>`;
  }
}

function statusText(
  { status, report, curve }: Racer,
  race: RaceState,
): [text: string, bad: boolean] {
  switch (status) {
    case 'diverged':
      return [msg('diverged at step {step}', { step: grouped(report?.step ?? 0) }), true];
    case 'reached':
      return [msg('target at step {step}', { step: grouped(curve.last('step')) }), false];
    case 'refused':
    case 'failed':
      return [stateWord(status), true];
    case 'running':
      return [stateWord(race), false];
    case 'converged':
      return [
        msg('stopped at step {step} by its own test', { step: grouped(curve.last('step')) }),
        false,
      ];
    default:
      return [stateWord(status), false];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-results': ResultsTable;
  }
}
