// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import { turnTo } from '../../playground/problem.ts';
import { shared } from '../../styles/shared.ts';
import './data-choice.ts';
import { LazyElements } from '../base/lazy-elements.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { segments } from '../controls/segments.ts';
import styles from './problem-panel.css?inline';

/** The settings of the problem: a network on a data set, or a surface. */
@customElement('fall-line-problem')
export class ProblemPanel extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  readonly #surfaceChoice = new LazyElements(this, () => import('./surface-choice.ts'));

  override render() {
    const { playground } = this;
    const onSurface = playground.settings.surface !== null;
    return html`<div class="card">
      <h2>Problem</h2>
      ${segments(
        'Kind of problem',
        [
          ['data', 'Network'],
          ['surface', 'Surface'],
        ],
        onSurface ? 'surface' : 'data',
        (kind) => turnTo(playground, kind),
      )}
      ${onSurface ? this.#surface() : html`<fall-line-data-choice .playground=${playground}></fall-line-data-choice>`}
    </div>`;
  }

  #surface() {
    if (!this.#surfaceChoice.ready) return nothing;
    return html`<fall-line-surface-choice
      .playground=${this.playground}
    ></fall-line-surface-choice>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-problem': ProblemPanel;
  }
}
