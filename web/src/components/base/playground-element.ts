// SPDX-License-Identifier: MIT
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import {
  scheduleDraw,
  scheduleDrawBeforeInput,
  scheduleIdleDraw,
} from '../../util/draw-scheduler.ts';
import type { Playground, PlaygroundEvent } from '../../playground/playground.ts';

/** Events that occur many times a second during a race. */
const running: ReadonlySet<PlaygroundEvent> = new Set(['frame', 'numbers']);

/**
 * An element that shows the playground, and updates on the events in `watches`. Updates are queued, so
 * several events cause only one. Off the screen, text follows a running race in spare time, because a
 * screen reader may read it. Pictures don't.
 */
export abstract class PlaygroundElement extends LitElement {
  @property({ attribute: false }) playground!: Playground;
  protected readonly watches: readonly PlaygroundEvent[] = ['settings', 'state'];
  /** Whether it is on the screen, if known. Observed only for elements that watch running events. */
  protected seen = true;
  /** Whether it is a picture, which follows a running race only while it is on the screen. */
  protected readonly pictorial: boolean = false;
  /** Whether it is updated before all others. */
  protected readonly first: boolean = false;
  #unwatch: (() => void)[] = [];
  #screen = new IntersectionObserver((entries) => {
    const before = this.seen;
    this.seen = entries[entries.length - 1]?.isIntersecting ?? false;
    if (this.seen && !before) scheduleDraw(this.#refresh, this.first);
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
    if (isAnswer) scheduleDrawBeforeInput(this.#refresh);
    else if (this.seen || !running.has(event)) scheduleDraw(this.#refresh, this.first);
    else if (!this.pictorial) scheduleIdleDraw(this.#refresh);
  }

  #refresh = (): void => {
    if (this.isConnected) this.refresh();
  };

  /** Updates the element. */
  protected refresh(): void {
    this.requestUpdate();
    this.performUpdate();
  }
}
