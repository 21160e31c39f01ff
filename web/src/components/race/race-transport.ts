// SPDX-License-Identifier: MIT
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { epochs, grouped, threeDigits } from '../../format/number.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { speeds } from '../../model/settings.ts';
import { shared } from '../../styles/shared.ts';
import { epochIcon, pauseIcon, playIcon, resetIcon, stepIcon } from '../controls/icons.ts';
import { PlaygroundElement } from '../base/playground-element.ts';

const noCommonStep = 'Not when each racer runs at its own speed: there is no common step';
const restart = 'Restart from the same weights';
const noneLeft = 'All racers have stopped. Restart, or change a setting.';

/** Buttons to play, pause, step, and reset, the speed, and the progress of the race. */
@customElement('fall-line-transport')
export class RaceTransport extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      [role='group'] {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      button {
        min-height: 36px;
        min-width: 36px;
      }
      .play {
        min-width: 112px;
        margin: 0 4px;
        background: var(--accent);
        color: var(--accent-ink);
        font-weight: 600;
      }
      .play:hover:not(:disabled) {
        background: var(--accent);
        filter: brightness(1.08);
      }
      label {
        display: flex;
        align-items: center;
        padding-left: 8px;
        color: var(--ink-2);
      }
      select {
        min-height: 32px;
        border-color: transparent;
        background: none;
        color: var(--ink);
      }
      .clock {
        min-width: 15.5em;
        padding-left: 8px;
        color: var(--ink-2);
        white-space: nowrap;
      }
      .clock b {
        color: var(--ink);
        font-size: 15px;
        font-weight: 600;
      }
      [role='group'] {
        position: relative;
      }
      /* Beside the buttons, so nothing moves when it appears. */
      .aside {
        position: absolute;
        top: 100%;
        right: 0;
        padding: 2px 8px;
        border-radius: 6px;
        background: var(--note-soft);
        font-size: 12px;
        white-space: nowrap;
      }
      @media (max-width: 1099px) {
        .clock {
          min-width: 0;
        }
        .total,
        label span {
          display: none;
        }
        label {
          padding: 0;
        }
      }
      @media (max-width: 719px) {
        [role='group'] {
          flex-wrap: wrap;
          justify-content: space-between;
        }
        .clock {
          order: -1;
          flex-basis: 100%;
          padding: 0;
          font-size: 12px;
          text-align: center;
        }
        .clock b {
          font-size: 13px;
        }
        .total {
          display: inline;
        }
        .play {
          flex: 1;
          margin: 0;
        }
        select {
          width: 76px;
          padding: 0 4px;
        }
        .aside {
          top: auto;
          bottom: calc(100% + 6px);
          left: 0;
        }
      }
      @media (max-width: 719px) and (max-height: 420px) {
        [role='group'] {
          flex-wrap: nowrap;
        }
        .clock {
          display: none;
        }
      }
      @media (max-width: 359px) {
        .play {
          min-width: 44px;
          padding: 0;
          gap: 4px;
        }
        [role='group'] {
          gap: 2px;
        }
        button {
          padding: 0 6px;
        }
        select {
          width: 64px;
        }
      }
      @media (min-width: 480px) and (max-width: 719px) {
        :host([compact]) .play {
          flex: none;
        }
        :host([compact]) .clock {
          order: 0;
          flex: 1;
          text-align: right;
        }
      }
    `,
  ];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
  ];

  override render() {
    const { playground } = this;
    const { race, settings } = playground;
    const { state, obstacle } = race;
    const waiting = state === 'loading' || !race.racers.some(({ curve }) => curve.length > 0);
    const running = state === 'running';
    const stopped = state === 'finished' && !race.canGoOn;
    const free = settings.pacing === 'free';
    const word = running ? 'Pause' : state === 'finished' ? 'Continue' : 'Play';
    return html`<div role="group" aria-label="Transport">
      <button
        aria-label=${restart}
        title=${restart}
        ?disabled=${waiting || (race.at === 0 && !running)}
        @click=${() => playground.reset()}
      >
        ${resetIcon}
      </button>
      <button
        class="play"
        title=${obstacle || (stopped ? noneLeft : nothing)}
        ?disabled=${waiting || obstacle !== '' || stopped}
        @click=${() => (running ? playground.pause() : playground.play())}
      >
        ${running ? pauseIcon : playIcon} ${word}
      </button>
      <button
        aria-label="One step"
        title=${free ? noCommonStep : 'One step'}
        ?disabled=${waiting || free}
        @click=${() => playground.advance('step')}
      >
        ${stepIcon}
      </button>
      ${
        race.surface
          ? nothing
          : html`<button
              aria-label="One epoch"
              title=${free ? noCommonStep : 'One epoch: every training sample once'}
              ?disabled=${waiting || free}
              @click=${() => playground.advance('epoch')}
            >
              ${epochIcon}
            </button>`
      }
      <label title=${free ? 'Each racer runs as fast as it can' : 'Steps per second'}>
        <span>Speed</span>
        <select
          aria-label="Speed, steps per second"
          ?disabled=${free}
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
    const ahead = race.racers.reduce((most, racer) => Math.max(most, racer.at('steps')), 0);
    const epoch = race.racers.reduce((most, racer) => Math.max(most, racer.at('epochs')), 0);
    const total =
      settings.budget.unit === 'steps' ? ` / ${grouped(Math.max(race.limit, ahead))}` : '';
    return html`<div class="clock">
      <span>step <b>${grouped(ahead)}</b><span class="total">${total}</span></span>
      ${
        race.surface
          ? nothing
          : html`<span class="dot">·</span> <span>epoch <b>${epochs(epoch)}</b></span>`
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
