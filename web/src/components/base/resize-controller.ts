// SPDX-License-Identifier: MIT
import type { LitElement, ReactiveController } from 'lit';

/** Reports the size of an element of a host, in CSS pixels: at first and after each change. */
export class ResizeController implements ReactiveController {
  readonly #element: () => Element;
  readonly #observer: ResizeObserver;
  #observes = false;

  constructor(
    host: LitElement,
    resized: (size: DOMRectReadOnly) => void,
    element: () => Element = () => host,
  ) {
    this.#element = element;
    this.#observer = new ResizeObserver(([entry]) => entry && resized(entry.contentRect));
    host.addController(this);
  }

  /** The element exists only now. */
  hostUpdated(): void {
    if (!this.#observes) this.#observer.observe(this.#element());
    this.#observes = true;
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#observes = false;
  }
}
