// SPDX-License-Identifier: MIT
import type { RequestType } from './protocol.ts';

/** Requests cost one each, but a curve takes as long to write as many others. */
const costs: Partial<Record<RequestType, number>> = { getCurve: 20 };

/** How much may be spent at once, and how much comes back in a second. A scroll has 60 events a second. */
const most = 200;
const perSecond = 200;

/** Refuses requests that come faster than any reader or text needs, so a flood leaves time for the race. */
export class RateLimit {
  #left = most;
  #last: number;
  readonly #now: () => number;

  constructor(now = () => performance.now()) {
    this.#now = now;
    this.#last = now();
  }

  /** Whether a request may be carried out now. */
  allows(type: RequestType): boolean {
    const now = this.#now();
    this.#left = Math.min(most, this.#left + ((now - this.#last) / 1000) * perSecond);
    this.#last = now;
    const cost = costs[type] ?? 1;
    if (this.#left < cost) return false;
    this.#left -= cost;
    return true;
  }
}
