// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { epochs, grouped, threeDigits } from '../../format/number.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { hasEpochs } from '../../model/problem-kind.ts';
import { speeds } from '../../model/settings.ts';
import { shared } from '../../styles/shared.ts';
import { epochIcon, pauseIcon, playIcon, resetIcon, stepIcon } from '../controls/icons.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './race-transport.css?inline';

const noCommonStep = 'Not when each racer runs at its own speed: there is no common step';
const restart = 'Restart from the same weights';
const noneLeft = 'All racers have stopped. Restart, or change a setting.';

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
    const word = running ? 'Pause' : state === 'finished' && !answered ? 'Continue' : 'Play';
    return html`<div role="group" aria-label="Transport" data-part="transport">
      <button
        aria-label=${restart}
        title=${locked || restart}
        ?disabled=${locked || waiting || (race.at === 0 && !running)}
        @click=${() => playground.reset()}
      >
        ${resetIcon}
      </button>
      <button
        class="play"
        title=${locked || obstacle || (stopped ? noneLeft : nothing)}
        ?disabled=${locked || waiting || obstacle !== '' || stopped}
        @click=${() => (running ? playground.pause() : playground.play())}
      >
        ${running ? pauseIcon : playIcon} ${word}
      </button>
      <button
        aria-label="One step"
        title=${locked || (free ? noCommonStep : 'One step')}
        ?disabled=${locked || waiting || free}
        @click=${() => playground.advance('step')}
      >
        ${stepIcon}
      </button>
      ${
        hasEpochs(race.kind)
          ? html`<button
              aria-label="One epoch"
              title=${locked || (free ? noCommonStep : 'One epoch: every training sample once')}
              ?disabled=${locked || waiting || free}
              @click=${() => playground.advance('epoch')}
            >
              ${epochIcon}
            </button>`
          : nothing
      }
      <label title=${locked || (free ? 'Each racer runs as fast as it can' : 'Steps per second')}>
        <span>Speed</span>
        <select
          aria-label="Speed, steps per second"
          ?disabled=${locked || free}
          .value=${String(settings.view.speed)}
          @change=${this.#chooseSpeed}
        >
          ${speeds.map(
            (speed) =>
              html`<option value=${speed} ?selected=${speed === settings.view.speed}>
                ${Number.isFinite(speed) ? `${grouped(speed)}/s` : 'max'}
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
      <span>step <b>${grouped(ahead)}</b><span class="total">${total}</span></span>
      ${
        hasEpochs(race.kind)
          ? html`<span class="dot">·</span> <span>epoch <b>${epochs(epoch)}</b></span>`
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
      ${threeDigits(slowedTo)} steps a second: as fast as this device can train these racers.
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
