// SPDX-License-Identifier: MIT
import type { LitElement, ReactiveController } from 'lit';

/** What a reader does first, also one who hears the page and never sees where a part is. */
const inputs = ['pointerdown', 'keydown', 'focusin'] as const;

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

  readonly #reach = (): void => {
    this.reached = true;
    this.hostDisconnected();
    this.#host.requestUpdate();
  };
}
