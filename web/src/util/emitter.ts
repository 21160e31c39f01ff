// SPDX-License-Identifier: MIT

/** Notifies listeners of events without data. They look up what has changed. */
export class Emitter<Event extends string> {
  #listeners = new Map<Event, Set<() => void>>();

  /** Returns a function that removes the listener. */
  on(event: Event, listener: () => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  emit(event: Event): void {
    for (const listener of [...(this.#listeners.get(event) ?? [])]) listener();
  }
}
