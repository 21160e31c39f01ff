// SPDX-License-Identifier: MIT

/** A speed is known once the race has run for this long; what lies longer ago does not count. */
const windowMs = 2000;

/** Measures how fast the race is, on its own clock. */
export class Gauge {
  #marks: { at: number; ms: number }[] = [];

  /** Where the race is, and when. */
  mark(at: number, ms: number): void {
    this.#marks.push({ at, ms });
    while (ms - (this.#marks[1]?.ms ?? ms) >= windowMs) this.#marks.shift();
  }

  /** It stood still, or its speed was changed. */
  clear(): void {
    this.#marks = [];
  }

  /** Per second; undefined until it is known. */
  get rate(): number | undefined {
    const [first] = this.#marks;
    const last = this.#marks.at(-1);
    if (!first || !last || last.ms - first.ms < windowMs) return undefined;
    return ((last.at - first.at) / (last.ms - first.ms)) * 1000;
  }
}
