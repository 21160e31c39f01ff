// SPDX-License-Identifier: MIT
import type { ReactiveControllerHost } from 'lit';

const retryMs = 2000;

/** Elements that most readers never see. Their script is loaded when they are first needed. */
export class Part {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<unknown>;
  #state: 'asleep' | 'coming' | 'there' = 'asleep';

  constructor(host: ReactiveControllerHost, load: () => Promise<unknown>) {
    this.#host = host;
    this.#load = load;
  }

  /** Whether they can be drawn. If not, loads them and then updates the host. */
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
      // Tries again at a later update of the host, but not at each one.
      setTimeout(() => (this.#state = 'asleep'), retryMs);
    }
  }
}
