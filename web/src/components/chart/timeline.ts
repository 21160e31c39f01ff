// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import { abscissaText } from '../../chart/reading.ts';
import { msg } from '../../language/message.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { chevronIcon } from '../controls/icons.ts';
import styles from './timeline.css?inline';

/** A slider through the past of the race, with buttons for one step back and forward. */
@customElement('fall-line-timeline')
export class Timeline extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
  ];

  override render() {
    const { race, settings } = this.playground;
    const { at, moment, quantum } = race;
    const shown = moment ?? at;
    const { unit } = settings.budget;
    return html`<div dir="ltr" role="group" aria-label=${msg('Timeline')}>
      <button
        aria-label=${msg('One step back')}
        title=${msg('One step back')}
        ?disabled=${shown <= 0}
        @click=${() => this.playground.travel(shown - quantum)}
      >
        <span class="back">${chevronIcon}</span>
      </button>
      <input
        type="range"
        min="0"
        max=${at}
        step=${quantum}
        ?disabled=${at <= 0}
        .value=${String(shown)}
        aria-label=${msg('Moment of the race')}
        aria-valuetext=${abscissaText(race, unit, shown)}
        title=${msg('Drag to look at an earlier moment. Everything on the page follows.')}
        @input=${this.#drag}
      />
      <button
        aria-label=${msg('One step forward')}
        title=${msg('One step forward')}
        ?disabled=${moment === undefined}
        @click=${() => this.playground.travel(shown + quantum)}
      >
        <span class="forward">${chevronIcon}</span>
      </button>
      ${
        moment === undefined
          ? nothing
          : html`<button class="present" @click=${() => this.playground.travel(at)}>
              ${msg('Back to {place}', { place: abscissaText(race, unit, at) })}
            </button>`
      }
    </div>`;
  }

  #drag(event: Event): void {
    void this.playground.travel(Number((event.target as HTMLInputElement).value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-timeline': Timeline;
  }
}
