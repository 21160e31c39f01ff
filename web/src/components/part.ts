// SPDX-License-Identifier: MIT
import type { ReactiveControllerHost } from 'lit';

const retryMs = 2000;

/** Elements that most readers never see: their scripts are loaded when they are first to be drawn. */
export class Part {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<unknown>;
  #state: 'asleep' | 'coming' | 'there' = 'asleep';

  constructor(host: ReactiveControllerHost, load: () => Promise<unknown>) {
    this.#host = host;
    this.#load = load;
  }

  /** Whether they can be drawn; if not, the host is drawn again as soon as they can. */
  get ready(): boolean {
    if (this.#state === 'asleep') void this.#arrive();
    return this.#state === 'there';
  }

  async #arrive(): Promise<void> {
    this.#state = 'coming';
    try {
      await this.#load();
      this.#state = 'there';
      this.#host.requestUpdate();
    } catch {
      // Asked for again when the host is next drawn, but not ten times a second.
      setTimeout(() => (this.#state = 'asleep'), retryMs);
    }
  }
}
