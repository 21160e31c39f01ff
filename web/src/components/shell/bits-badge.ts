// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './bits-badge.css?inline';

/** A badge that is shown if this browser's engine computes other bits than the tested builds. */
@customElement('fall-line-bits-badge')
export class BitsBadge extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['state'];
  @state() private agrees = true;

  override render() {
    if (this.agrees) return nothing;
    return html`<p role="status">
      <b>Results may differ slightly in this browser.</b> It rounds numbers differently from the
      browsers in which Fall Line is tested, so its curves may not match those of other readers.
    </p>`;
  }

  protected override firstUpdated(): void {
    this.happened();
  }

  /** Checks only once the start is on the screen and the page is idle. */
  protected override happened(): void {
    if (this.playground.race.state !== 'loading') setTimeout(() => void this.#check(), 0);
  }

  async #check(): Promise<void> {
    this.agrees = await this.playground.selfCheck.agrees().catch(() => this.agrees);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-bits-badge': BitsBadge;
  }
}
