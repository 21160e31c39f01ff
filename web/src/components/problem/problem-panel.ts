// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import type { ProblemKind } from '../../model/problem-kind.ts';
import { kindOf, problemKinds } from '../../model/problem-kinds.ts';
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
    const { id } = kindOf(playground.settings);
    return html`<div class="card">
      <h2>${msg('Problem')}</h2>
      ${segments(
        msg('Kind of problem'),
        problemKinds.map((kind) => [kind.id, msg(kind.name)] as const),
        id,
        (chosen) => turnTo(playground, chosen),
      )}
      ${this.#choices[id]()}
    </div>`;
  }

  /** The choice of a problem of each kind. */
  readonly #choices: Record<ProblemKind['id'], () => unknown> = {
    data: () =>
      html`<fall-line-data-choice .playground=${this.playground}></fall-line-data-choice>`,
    surface: () =>
      this.#surfaceChoice.ready
        ? html`<fall-line-surface-choice .playground=${this.playground}></fall-line-surface-choice>`
        : nothing,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-problem': ProblemPanel;
  }
}
