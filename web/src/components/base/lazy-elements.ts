// SPDX-License-Identifier: MIT
import type { ReactiveControllerHost } from 'lit';
import type { Playground } from '../../playground/playground.ts';

const retryMs = 2000;

type Host = ReactiveControllerHost & { playground?: Playground };

/** Elements that most readers never see: their scripts are loaded when they are first to be drawn. */
export class LazyElements {
  readonly #host: Host;
  readonly #load: () => Promise<unknown>;
  /** Whether they were asked for, and did not come. */
  #missed = false;
  #state: 'asleep' | 'coming' | 'there' = 'asleep';

  constructor(host: Host, load: () => Promise<unknown>) {
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
      if (this.#missed) this.#host.playground?.sayOutOfReach(false);
      this.#missed = false;
      this.#host.requestUpdate();
    } catch {
      this.#missed = true;
      this.#host.playground?.sayOutOfReach(true);
      // Asked for again when the host is next drawn, but not ten times a second.
      setTimeout(() => (this.#state = 'asleep'), retryMs);
    }
  }
}
