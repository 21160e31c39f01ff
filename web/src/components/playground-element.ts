// SPDX-License-Identifier: MIT
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { inSpareTime, inTurn, inTurnBeforeNextPress } from '../race/turns.ts';
import type { Playground, PlaygroundEvent } from '../state/playground.ts';

/** What happens many times a second while a race runs. */
const running: ReadonlySet<PlaygroundEvent> = new Set(['frame', 'numbers']);

/**
 * An element drawn from the playground, again whenever one of `watches` happens: in its turn, however
 * much happens until then. Words that cannot be seen follow a running race at leisure, since they may be
 * read aloud.
 */
export abstract class PlaygroundElement extends LitElement {
  @property({ attribute: false }) playground!: Playground;
  protected readonly watches: readonly PlaygroundEvent[] = ['settings', 'state'];
  /** Whether it is on the screen, as far as is known; looked after only for who watches a running race. */
  protected seen = true;
  /** Whether it is made to be looked at, and follows a running race only where it can be. */
  protected readonly pictorial: boolean = false;
  /** Whether it is drawn before whoever else has asked. */
  protected readonly first: boolean = false;
  #unwatch: (() => void)[] = [];
  #screen = new IntersectionObserver((entries) => {
    const before = this.seen;
    this.seen = entries[entries.length - 1]?.isIntersecting ?? false;
    if (this.seen && !before) inTurn(this.#refresh, this.first);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = this.watches.map((event) =>
      this.playground.on(event, () => this.happened(event)),
    );
    if (this.watches.some((event) => running.has(event))) this.#screen.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#screen.disconnect();
    for (const off of this.#unwatch) off();
  }

  protected happened(event: PlaygroundEvent): void {
    const isAnswer = !running.has(event) && !this.pictorial;
    if (isAnswer) inTurnBeforeNextPress(this.#refresh);
    else if (this.seen || !running.has(event)) inTurn(this.#refresh, this.first);
    else if (!this.pictorial) inSpareTime(this.#refresh);
  }

  #refresh = (): void => {
    if (this.isConnected) this.refresh();
  };

  /** Shows what has happened. */
  protected refresh(): void {
    this.requestUpdate();
    this.performUpdate();
  }
}
