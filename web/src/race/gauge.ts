// SPDX-License-Identifier: MIT

/** The time over which the speed is measured. Before that it is not known. */
const windowMs = 2000;

/** Measures the speed of the race, in its clock's units. */
export class Gauge {
  #marks: { at: number; ms: number }[] = [];

  /** Records the position of the race and the time. */
  mark(at: number, ms: number): void {
    this.#marks.push({ at, ms });
    while (ms - (this.#marks[1]?.ms ?? ms) >= windowMs) this.#marks.shift();
  }

  /** Starts again, because the race has stopped or its speed was changed. */
  clear(): void {
    this.#marks = [];
  }

  /** Units per second, or undefined until it is known. */
  get rate(): number | undefined {
    const [first] = this.#marks;
    const last = this.#marks.at(-1);
    if (!first || !last || last.ms - first.ms < windowMs) return undefined;
    return ((last.at - first.at) / (last.ms - first.ms)) * 1000;
  }
}
