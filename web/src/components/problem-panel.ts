// SPDX-License-Identifier: MIT
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';
import './data-choice.ts';
import { PlaygroundElement } from './playground-element.ts';
import { segments } from './segments.ts';
import './surface-choice.ts';

/** What the racers have to solve: a network on a data set, or a surface. */
@customElement('fall-line-problem')
export class ProblemPanel extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      h2 {
        margin-bottom: 8px;
      }
    `,
  ];

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
        (kind) => playground.turnTo(kind),
      )}
      ${
        onSurface
          ? html`<fall-line-surface-choice .playground=${playground}></fall-line-surface-choice>`
          : html`<fall-line-data-choice .playground=${playground}></fall-line-data-choice>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-problem': ProblemPanel;
  }
}
