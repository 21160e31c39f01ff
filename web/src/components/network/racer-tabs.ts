// SPDX-License-Identifier: MIT
import { html, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';
import styles from './racer-tabs.css?inline';

/** One tab for each racer. */
@customElement('fall-line-racer-tabs')
export class RacerTabs extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  /** The key of the chosen racer. */
  @property({ attribute: false }) chosen = 0;

  override render() {
    const { playground } = this;
    return html`<div role="tablist" aria-label=${msg('Racer')} @keydown=${this.#keys}>
      ${playground.race.shown.map(({ key, settings }) => {
        const chosen = key === this.chosen;
        return html`<button
          role="tab"
          aria-selected=${chosen}
          tabindex=${chosen ? 0 : -1}
          @click=${() => playground.inspect({ racer: key })}
        >
          ${racerSwatch(settings.slot)} ${playground.names.get(key)}
        </button>`;
      })}
    </div>`;
  }

  /** Scrolls to the chosen tab. It may have been chosen elsewhere. */
  override updated(): void {
    const tab = this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]');
    const list = tab?.parentElement;
    if (!tab || !list) return;
    const [left, right] = [
      tab.offsetLeft - list.offsetLeft,
      tab.offsetLeft - list.offsetLeft + tab.offsetWidth,
    ];
    if (left < list.scrollLeft || right > list.scrollLeft + list.clientWidth)
      list.scrollLeft = left;
  }

  readonly #keys = (event: KeyboardEvent): void => {
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>('[role="tab"]')];
    const here = tabs.findIndex((tab) => tab === event.target);
    const places: Record<string, number> = {
      ArrowLeft: here - 1,
      ArrowRight: here + 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    const tab = tabs.at(place % tabs.length);
    tab?.focus();
    tab?.click();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racer-tabs': RacerTabs;
  }
}
