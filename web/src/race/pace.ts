// SPDX-License-Identifier: MIT

/** The duration of a round at full speed. In a round all racers advance to the same abscissa. */
const roundMs = 24;

/** Longer frames count as this long, so a paused page or a slow machine does not cause a leap. */
const longestMs = 100;

/** Computes the next goal of the race: at a steady rate, or at full speed in strides that fit a round. */
export class Pace {
  readonly #rate: number;
  readonly #quantum: number;
  #stride: number;
  #lastMs: number | undefined;
  #credit = 0;

  /** `quantum` is one step on the race's clock. `rate` is per second and may be infinite. */
  constructor(rate: number, quantum: number) {
    this.#rate = rate;
    this.#quantum = quantum;
    this.#stride = quantum;
  }

  /** Called when all racers are at `at`. Returns the next goal, or `at` if it is too early. */
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
