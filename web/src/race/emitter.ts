// SPDX-License-Identifier: MIT

/** Says that something happened; who listens looks up what. */
export class Emitter<Event extends string> {
  #listeners = new Map<Event, Set<() => void>>();

  /** Returns what takes the listener off again. */
  on(event: Event, listener: () => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  emit(event: Event): void {
    for (const listener of [...(this.#listeners.get(event) ?? [])]) listener();
  }
}
