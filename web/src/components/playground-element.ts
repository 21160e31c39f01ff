// SPDX-License-Identifier: MIT
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Playground, PlaygroundEvent } from '../state/playground.ts';

/** An element drawn from the playground, again whenever one of `watches` happens. */
export abstract class PlaygroundElement extends LitElement {
  @property({ attribute: false }) playground!: Playground;
  protected readonly watches: readonly PlaygroundEvent[] = ['settings', 'state'];
  #unwatch: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = this.watches.map((event) =>
      this.playground.on(event, () => this.happened(event)),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const off of this.#unwatch) off();
  }

  protected happened(_event: PlaygroundEvent): void {
    this.requestUpdate();
  }
}
