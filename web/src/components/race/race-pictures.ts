// SPDX-License-Identifier: MIT
import { css, html, nothing, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { DataView as SplitData } from '../../../../wasm/types.ts';
import { inputsOf } from '../../pictures/plane.ts';
import { drawsSamples } from '../../model/settings.ts';
import { shared } from '../../styles/shared.ts';
import { Keyed } from '../base/keyed.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { RacerPicture } from './racer-picture.ts';
import { samplingNote } from './sampling-note.ts';

/** The pictures of all racers, side by side. */
@customElement('fall-line-pictures')
export class RacePictures extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      div {
        position: relative;
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(max(118px, calc(25% - 12px)), 1fr));
        gap: 16px;
      }
      div > * {
        max-width: 360px;
      }
      .answers {
        grid-template-columns: repeat(auto-fit, minmax(260px, 1fr));
      }
      /* They have hundreds of cells each, so those out of view are neither laid out nor painted. */
      .answers > * {
        content-visibility: auto;
        contain-intrinsic-size: 260px 380px;
      }
      @media (max-width: 719px) {
        div {
          grid-auto-flow: column;
          grid-auto-columns: max(46%, 150px);
          grid-template-columns: none;
          gap: 12px;
          overflow-x: auto;
          padding-bottom: 4px;
          scroll-snap-type: x proximity;
        }
        .answers {
          grid-auto-columns: max(80%, 240px);
          grid-template-columns: none;
        }
        div > * {
          scroll-snap-align: start;
        }
      }
      p {
        margin-top: 8px;
        font-size: 13px;
        font-variant-numeric: tabular-nums;
      }
      .legend {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--ink-2);
      }
      .legend svg:nth-of-type(2) {
        margin-left: 10px;
      }
      p .swatch {
        vertical-align: -1px;
      }
      p span {
        color: var(--ink-2);
      }
      :host([compact]) div {
        grid-auto-flow: column;
        grid-auto-columns: minmax(110px, 1fr);
        grid-template-columns: none;
        gap: 12px;
        overflow-x: auto;
        justify-content: start;
      }
      :host([compact]) div > * {
        max-width: clamp(120px, 40vh, 240px);
      }
      :host([compact]) .answers {
        grid-auto-columns: minmax(240px, 1fr);
      }
      :host([compact]) .answers > * {
        max-width: 300px;
      }
      /* Beside the pictures if there is room. */
      :host([compact]) {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
        align-items: end;
      }
      :host([compact]) div {
        flex: 1 1 100%;
        min-width: 0;
      }
      :host([compact]) .sampled {
        flex: 0 1 auto;
        grid-auto-columns: 120px;
      }
      :host([compact]) .sampled.answers {
        grid-auto-columns: 240px;
      }
      :host([compact]) p {
        flex: 1 1 220px;
        font-size: 12px;
      }
    `,
  ];

  readonly #pictures = new Keyed(() => {
    const picture = new RacerPicture();
    picture.setAttribute('role', 'listitem');
    picture.addEventListener('sampled', () => this.requestUpdate());
    return picture;
  });

  override render() {
    const { playground } = this;
    const { race, catalog, names } = playground;
    const answers = inputsOf(race.data) > 2;
    const samplers = race.racers.filter(({ settings }) =>
      drawsSamples(catalog, settings.optimizer.id),
    );
    return html`<div
        class="${answers ? 'answers' : ''} ${samplers.length > 0 ? 'sampled' : ''}"
        role="list"
        tabindex="0"
        aria-label="What each racer has learned"
      >
        ${this.#pictures.elements(race.racers, (racer) => ({ playground, racer }))}
      </div>
      ${answers || !race.data ? nothing : this.#legend(race.data)}
      ${samplers.map((racer) => samplingNote(racer, names.get(racer.key) ?? '', !answers))}`;
  }

  #legend({ test }: SplitData) {
    return html`<p class="legend">
      ${mark(true)} trained on ${test.length > 0 ? html`${mark(false)} kept for testing` : nothing}
    </p>`;
  }
}

/** An entry of the legend, with the mark of the first class. */
function mark(filled: boolean) {
  return html`<svg class="swatch" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    ${svg`<circle cx="6" cy="6" r="3.6" stroke="currentColor" stroke-width="1.8" fill=${filled ? 'currentColor' : 'none'} />`}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-pictures': RacePictures;
  }
}
