// SPDX-License-Identifier: MIT
import { html, type PropertyValues, svg, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { grouped, plain } from '../../format/number.ts';
import { msg, plural } from '../../language/message.ts';
import type { RacerSettings } from '../../model/settings.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './rate-drawing.css?inline';

const points = 240;

/** A drawing of a racer's learning rate over the race, as its schedule gives it in advance. */
@customElement('fall-line-rate')
export class RateDrawing extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) racer!: RacerSettings;
  @property({ attribute: false }) learningRate = 1;
  @state() private rates: Float64Array = new Float64Array();
  #asked = '';

  override willUpdate(_changed: PropertyValues): void {
    const { playground, racer, learningRate } = this;
    const updates = this.#updates;
    const asked = JSON.stringify([racer.schedule, learningRate, updates]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    void playground.inquiry.ask('rates', racer.schedule, learningRate, updates).then((rates) => {
      if (rates && asked === this.#asked) this.rates = rates;
    });
  }

  override render() {
    const { rates } = this;
    const steps = this.playground.raceSteps;
    const top = Math.max(...rates, Number.MIN_VALUE);
    const line = [...rates].map(
      (rate, i) => `${(100 * i) / (rates.length - 1 || 1)},${44 - (40 * rate) / top}`,
    );
    const label = msg('Learning rate from {first} to {last} over {steps} steps, {top} at most', {
      first: plain(rates[0] ?? 0),
      last: plain(rates.at(-1) ?? 0),
      steps: grouped(steps),
      top: plain(top),
    });
    return html`<figure dir="ltr">
      <svg viewBox="0 0 100 48" preserveAspectRatio="none" role="img" aria-label=${label}>
        ${rates.length > 0 ? svg`<polyline points=${line.join(' ')} />` : ''}
      </svg>
      <span>${msg('η at most {rate}', { rate: rates.length > 0 ? plain(top) : '–' })}</span
      ><span></span>
      <span class="ends">${plural(steps, '{n} step', '{n} steps')}</span>
    </figure>`;
  }

  /** Evenly spaced updates over the race, including the first and the last. */
  get #updates(): number[] {
    const last = this.playground.raceSteps - 1;
    const all = Array.from({ length: points }, (_, i) => Math.round((last * i) / (points - 1)));
    return [...new Set(all)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-rate': RateDrawing;
  }
}
