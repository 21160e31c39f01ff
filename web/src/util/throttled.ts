// SPDX-License-Identifier: MIT

interface Throttled {
  /** Runs the action soon. */
  (): void;
  /** Runs it now, also in place of the one that is to come. */
  now(): void;
}

/** Returns a function that runs `action` soon, at most once per `intervalMs`, however often it is called. */
export function throttled(intervalMs: number, action: () => void): Throttled {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    action();
  };
  const soon = (): void => {
    timer ??= setTimeout(now, last + intervalMs - performance.now());
  };
  return Object.assign(soon, { now });
}
