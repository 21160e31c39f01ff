// SPDX-License-Identifier: MIT
import { html, nothing, svg, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DataView as SplitData } from '../../../../wasm/types.ts';
import type { ShownData } from '../../engine/thinned.ts';
import { msg } from '../../language/message.ts';
import { inputsOf } from '../../pictures/plane.ts';
import { drawsSamples } from '../../model/settings.ts';
import { shared } from '../../styles/shared.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import './racer-picture.ts';
import styles from './race-pictures.css?inline';

/** The pictures of all racers, side by side. */
@customElement('fall-line-pictures')
export class RacePictures extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  /** The note on rules that draw their samples, which few do. */
  #note: typeof import('./sampling-note.ts') | undefined;
  readonly #noteLoader = new LazyElements(this, async () => {
    this.#note = await import('./sampling-note.ts');
  });

  /** The names of classes, which generated data have none of. */
  #legend: typeof import('./class-legend.ts') | undefined;
  readonly #legendLoader = new LazyElements(this, async () => {
    this.#legend = await import('./class-legend.ts');
  });

  override render() {
    const { playground } = this;
    const { race, catalog, names } = playground;
    const answers = inputsOf(race.data) > 2;
    const samplers = race.shown.filter(({ settings }) =>
      drawsSamples(catalog, settings.optimizer.id),
    );
    return html`<div
        class="${answers ? 'answers' : ''} ${samplers.length > 0 ? 'sampled' : ''}"
        role="list"
        tabindex="0"
        aria-label=${msg('What each racer has learned')}
      >
        ${repeat(
          race.shown,
          ({ key }) => key,
          (racer) =>
            html`<fall-line-racer-picture
              role="listitem"
              ?compact=${this.hasAttribute('compact')}
              .playground=${playground}
              .racer=${racer}
              @sampled=${() => this.requestUpdate()}
            ></fall-line-racer-picture>`,
        )}
      </div>
      ${race.data ? legend(race.data) : nothing} ${race.data ? this.#classes(race.data) : nothing}
      ${samplers.map((racer) =>
        this.#noteLoader.ready
          ? this.#note?.samplingNote(racer, names.get(racer.key) ?? '', !answers)
          : nothing,
      )}`;
  }

  /** The names of the classes, where points stand for them. */
  #classes(data: ShownData) {
    const names = data.names?.classes;
    if (!names?.length || inputsOf(data) > 2 || !this.#legendLoader.ready) return nothing;
    return this.#legend?.classLegend(names);
  }
}

function legend(data: SplitData) {
  const { test } = data;
  const points = html`<span class="legend">
    ${mark(true)} ${msg('trained on')}
    ${test.length > 0 ? html`${mark(false)} ${msg('kept for testing')}` : nothing}
  </span>`;
  return html`<p class="meaning">
    <span>${meaningOf(data)}</span>${inputsOf(data) > 2 ? nothing : points}
  </p>`;
}

/** What the pictures show, in a sentence. */
function meaningOf(data: SplitData): string {
  const isClassified = data.classes > 0;
  if (inputsOf(data) > 2)
    return isClassified
      ? msg(
          'Rows are true classes and columns predicted ones. Below are test samples with their predictions.',
        )
      : msg('Test samples with their predictions, and the true value in brackets.');
  if (inputsOf(data) === 1) return msg('The line is what the network predicts.');
  return isClassified
    ? msg('The background is the predicted class, paler where the network is less sure.')
    : msg('The background is the predicted value.');
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
