// SPDX-License-Identifier: MIT

/** The computing time of a round at full speed. In a round all racers advance to the same abscissa. */
const roundMs = 24;

/**
 * Longer frames count as this long, so a paused page or a slow machine does not cause a leap. Rounds at a steady
 * rate don't compute longer either, if a step doesn't, so that a pause comes soon where the machine can't keep
 * the rate.
 */
const longestMs = 100;

/** Computes the next goal of the race: at a steady rate, or at full speed in strides that fit a round. */
export class Pace {
  readonly #rate: number;
  readonly #quantum: number;
  #stride: number;
  #lastMs: number | undefined;
  #credit = 0;
  /** How far the last goal at a steady rate was ahead. */
  #due = 0;

  /** `quantum` is one step on the race's clock. `rate` is per second and may be infinite. */
  constructor(rate: number, quantum: number) {
    this.#rate = rate;
    this.#quantum = quantum;
    this.#stride = quantum;
  }

  /**
   * Called when all racers are at `at`. Returns the next goal, or `at` if it is too early. `spentMs` is the
   * computing time of the last round. Rounds take longer than that on a busy machine, but shorter strides
   * would not make them shorter.
   */
  goal(at: number, nowMs: number, spentMs: number): number {
    const isFirst = this.#lastMs === undefined;
    const elapsed = Math.min(longestMs, nowMs - (this.#lastMs ?? nowMs));
    this.#lastMs = nowMs;
    if (this.#rate === Number.POSITIVE_INFINITY) {
      if (!isFirst) this.#stride *= Math.min(2, Math.max(0.5, roundMs / spentMs));
      this.#stride = Math.max(this.#quantum, this.#stride);
      return at + this.#wholeSteps(this.#stride);
    }
    if (this.#due > 0) this.#stride = this.#due * Math.min(2, longestMs / spentMs);
    this.#stride = Math.max(this.#quantum, this.#stride);
    const mostKept = Math.max(this.#quantum, (this.#rate * longestMs) / 1000);
    this.#credit = Math.min(this.#credit, mostKept) + (this.#rate * elapsed) / 1000;
    this.#due = this.#wholeSteps(Math.min(this.#credit, this.#stride));
    this.#credit -= this.#due;
    return at + this.#due;
  }

  #wholeSteps(amount: number): number {
    return Math.floor(amount / this.#quantum + 1e-9) * this.#quantum;
  }
}
