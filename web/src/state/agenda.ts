// SPDX-License-Identifier: MIT

/**
 * Does one thing after the other, in the order of asking. A change may have to wait for a part of the
 * page or for another engine; whatever is asked for meanwhile waits behind it, so that it finds the
 * change in force. Work must not ask for more work and wait for it.
 */
export class Agenda {
  #last: Promise<void> | undefined;

  /** At once where nothing is under way: a press is then answered in its own task. */
  do<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.#last) return this.#follow(this.#last.then(work));
    try {
      const result = work();
      return result instanceof Promise ? this.#follow(result) : Promise.resolve(result);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** Failures are for those who asked; the next in line goes on. */
  #follow<T>(work: Promise<T>): Promise<T> {
    const over = (): void => {
      if (this.#last === settled) this.#last = undefined;
    };
    const settled: Promise<void> = work.then(over, over);
    this.#last = settled;
    return work;
  }
}
