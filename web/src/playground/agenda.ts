// SPDX-License-Identifier: MIT

/**
 * Runs jobs one after another, in the order of the calls. A change may have to wait for a part of the
 * page or for another engine. Later jobs wait behind it, so they find the change in force. A job must not
 * wait for another job that it adds, as that would deadlock.
 */
export class Agenda {
  #last: Promise<void> | undefined;

  /** Runs `work` at once if no job is pending, so a click takes effect in its own task. */
  do<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.#last) return this.#follow(this.#last.then(work));
    try {
      const result = work();
      return result instanceof Promise ? this.#follow(result) : Promise.resolve(result);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** Runs the next job also after a failure, which only rejects the failed job's promise. */
  #follow<T>(work: Promise<T>): Promise<T> {
    const over = (): void => {
      if (this.#last === settled) this.#last = undefined;
    };
    const settled: Promise<void> = work.then(over, over);
    this.#last = settled;
    return work;
  }
}
