// SPDX-License-Identifier: MIT
import type { LitElement, ReactiveController } from 'lit';

/**
 * What a reader does first, also one who hears the page and never sees where a part is. A press counts once it has
 * ended: what it loads may move what is pressed, and the press would then be none.
 */
const inputs = ['click', 'keydown', 'focusin'] as const;

/** Whether it is the focus of a press that has not ended. */
const isPress = (event: Event | undefined): boolean =>
  event?.type === 'focusin' && !(event.composedPath()[0] as Element).matches(':focus-visible');

/** Notices when a part of its host comes near the screen, or any input, so that its contents can be loaded then. */
export class NearScreen implements ReactiveController {
  readonly #host: LitElement;
  readonly #part: string;
  readonly #observer: IntersectionObserver;
  /** Whether its contents are wanted. */
  reached = false;

  /** `part` is a selector within the host. */
  constructor(host: LitElement, part: string) {
    this.#host = host;
    this.#part = part;
    this.#observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#reach(),
      { rootMargin: '300px' },
    );
    host.addController(this);
  }

  hostConnected(): void {
    for (const input of inputs) addEventListener(input, this.#reach);
  }

  hostUpdated(): void {
    const part = this.reached ? null : this.#host.renderRoot.querySelector(this.#part);
    if (part) this.#observer.observe(part);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    for (const input of inputs) removeEventListener(input, this.#reach);
  }

  readonly #reach = (event?: Event): void => {
    if (isPress(event)) return;
    this.reached = true;
    this.hostDisconnected();
    this.#host.requestUpdate();
  };
}
