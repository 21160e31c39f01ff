// SPDX-License-Identifier: MIT

/** How long one round, in which everybody reaches the same abscissa, should take at full speed. */
const roundMs = 24;

/** A pause of the page, or a machine too slow for the wished speed, is not caught up. */
const longestMs = 100;

/** Says how far the race may go next: at a steady rate, or in strides as long as the machine allows. */
export class Pace {
  readonly #rate: number;
  readonly #quantum: number;
  #stride: number;
  #lastMs: number | undefined;
  #credit = 0;

  /** `quantum` is one step on the race's clock; a rate (per second) may be infinite. */
  constructor(rate: number, quantum: number) {
    this.#rate = rate;
    this.#quantum = quantum;
    this.#stride = quantum;
  }

  /** Called when everybody is at `at`; returns the next goal, or `at` when it is too early. */
  goal(at: number, nowMs: number): number {
    const elapsed = Math.min(longestMs, nowMs - (this.#lastMs ?? nowMs));
    this.#lastMs = nowMs;
    if (this.#rate === Number.POSITIVE_INFINITY) {
      if (elapsed > 0) this.#stride *= Math.min(2, Math.max(0.5, roundMs / elapsed));
      this.#stride = Math.max(this.#quantum, this.#stride);
      return at + this.#wholeSteps(this.#stride);
    }
    this.#credit += (this.#rate * elapsed) / 1000;
    const due = this.#wholeSteps(this.#credit);
    this.#credit -= due;
    return at + due;
  }

  #wholeSteps(amount: number): number {
    return Math.floor(amount / this.#quantum + 1e-9) * this.#quantum;
  }
}
