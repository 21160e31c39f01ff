// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { epochs, grouped, threeDigits } from '../../format/number.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { marked, msg, rich } from '../../language/message.ts';
import { hasEpochs } from '../../model/problem-kind.ts';
import { speeds } from '../../model/settings.ts';
import { shared } from '../../styles/shared.ts';
import { epochIcon, pauseIcon, playIcon, resetIcon, stepIcon } from '../controls/icons.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './race-transport.css?inline';

const noCommonStep = marked('Not when each racer runs at its own speed: there is no common step');
const restart = marked('Restart from the same weights');
const noneLeft = marked('All racers have stopped. Restart, or change a setting.');

/** Buttons to play, pause, step, and reset, the speed, and the progress of the race. */
@customElement('fall-line-transport')
export class RaceTransport extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
  ];

  /** Why the race can't be operated here, if so. */
  @property({ attribute: false }) locked = '';

  override render() {
    const { playground, locked } = this;
    const { race, settings } = playground;
    const { state, obstacle } = race;
    const waiting = state === 'loading' || !race.racers.some(({ curve }) => curve.length > 0);
    const running = state === 'running';
    const answered = race.answers > 0;
    const stopped = state === 'finished' && !answered && !race.canGoOn;
    const free = settings.pacing === 'free';
    const word = running
      ? msg('Pause')
      : state === 'finished' && !answered
        ? msg('Continue')
        : msg('Play');
    return html`<div role="group" aria-label=${msg('Transport')} data-part="transport">
      <button
        aria-label=${msg(restart)}
        title=${locked || msg(restart)}
        ?disabled=${locked || waiting || (race.at === 0 && !running)}
        @click=${() => playground.reset()}
      >
        ${resetIcon}
      </button>
      <button
        class="play"
        title=${locked || obstacle || (stopped ? msg(noneLeft) : nothing)}
        ?disabled=${locked || waiting || obstacle !== '' || stopped}
        @click=${() => (running ? playground.pause() : playground.play())}
      >
        ${running ? pauseIcon : playIcon} ${word}
      </button>
      <button
        aria-label=${msg('One step')}
        title=${locked || (free ? msg(noCommonStep) : msg('One step'))}
        ?disabled=${locked || waiting || free}
        @click=${() => playground.advance('step')}
      >
        ${stepIcon}
      </button>
      ${
        hasEpochs(race.kind)
          ? html`<button
              aria-label=${msg('One epoch')}
              title=${locked || (free ? msg(noCommonStep) : msg('One epoch: every training sample once'))}
              ?disabled=${locked || waiting || free}
              @click=${() => playground.advance('epoch')}
            >
              ${epochIcon}
            </button>`
          : nothing
      }
      <label
        title=${locked || (free ? msg('Each racer runs as fast as it can') : msg('Steps per second'))}
      >
        <span>${msg('Speed')}</span>
        <select
          aria-label=${msg('Speed, steps per second')}
          ?disabled=${locked || free}
          .value=${String(settings.view.speed)}
          @change=${this.#chooseSpeed}
        >
          ${speeds.map(
            (speed) =>
              html`<option value=${speed} ?selected=${speed === settings.view.speed}>
                ${Number.isFinite(speed) ? msg('{speed}/s', { speed: grouped(speed) }) : msg('max')}
              </option>`,
          )}
        </select>
      </label>
      ${this.#clock()} ${this.#aside()}
    </div>`;
  }

  #clock() {
    const { race, settings } = this.playground;
    const ahead = race.shown.reduce((most, racer) => Math.max(most, racer.at('steps')), 0);
    const epoch = race.shown.reduce((most, racer) => Math.max(most, racer.at('epochs')), 0);
    const total =
      settings.budget.unit === 'steps' ? ` / ${grouped(Math.max(race.limit, ahead))}` : '';
    return html`<div class="clock">
      <span
        >${rich('step {n}', { n: html`<b>${grouped(ahead)}</b>` })}<span class="total"
          >${total}</span
        ></span
      >
      ${
        hasEpochs(race.kind)
          ? html`<span class="dot">·</span>
              <span>${rich('epoch {n}', { n: html`<b>${epochs(epoch)}</b>` })}</span>`
          : nothing
      }
    </div>`;
  }

  /** Why the race can't be played, or is slower than chosen. */
  #aside() {
    const { race } = this.playground;
    const { obstacle, slowedTo } = race;
    if (obstacle !== '') return html`<p class="aside">${obstacle}</p>`;
    if (slowedTo === undefined) return nothing;
    return html`<p class="aside">
      ${msg('{speed} steps a second: as fast as this device can train these racers.', {
        speed: threeDigits(slowedTo),
      })}
    </p>`;
  }

  #chooseSpeed(event: Event): void {
    const speed = Number((event.target as HTMLSelectElement).value);
    void this.playground.setView({ speed });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-transport': RaceTransport;
  }
}
