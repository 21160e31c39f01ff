// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import '../training/network-panel.ts';
import '../problem/problem-panel.ts';
import '../race/race-panel.ts';
import '../racers/racers-panel.ts';
import styles from './figure-controls.css?inline';

/** All controls of the page, for a frame that shows them: the problem, the racers, and the race. */
@customElement('fall-line-figure-controls')
export class FigureControls extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  /** Why nothing can be changed here, if so. */
  @property({ attribute: false }) locked = '';

  override render() {
    const { playground, locked } = this;
    return html`<div title=${locked || nothing}>
      <section aria-label=${msg('Controls')} ?inert=${locked !== ''}>
        <fall-line-racers .playground=${playground}></fall-line-racers>
        <fall-line-race-panel .playground=${playground}></fall-line-race-panel>
        <fall-line-problem .playground=${playground}></fall-line-problem>
        ${
          playground.race.kind.learns
            ? html`<fall-line-network .playground=${playground}></fall-line-network>`
            : nothing
        }
      </section>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-figure-controls': FigureControls;
  }
}
