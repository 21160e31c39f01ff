// SPDX-License-Identifier: MIT
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { shared } from '../styles/shared.ts';
import { PlaygroundElement } from './playground-element.ts';
import './racer-picture.ts';

/** The pictures of all racers, side by side. */
@customElement('fall-line-pictures')
export class RacePictures extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      div {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(max(118px, calc(25% - 9px)), 1fr));
        gap: 12px;
      }
      @media (max-width: 719px) {
        div {
          grid-auto-flow: column;
          grid-auto-columns: 46%;
          grid-template-columns: none;
          overflow-x: auto;
          padding-bottom: 4px;
          scroll-snap-type: x proximity;
        }
        div > * {
          scroll-snap-align: start;
        }
      }
    `,
  ];

  override render() {
    const { race } = this.playground;
    return html`<div role="list" tabindex="0" aria-label="What each racer has learned">
      ${repeat(
        race.racers,
        (racer) => racer.key,
        (racer) =>
          html`<fall-line-racer-picture
            role="listitem"
            .playground=${this.playground}
            .racer=${racer}
          ></fall-line-racer-picture>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-pictures': RacePictures;
  }
}
