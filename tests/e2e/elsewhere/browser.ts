// SPDX-License-Identifier: MIT

/** A browser that Playwright does not control. */
export interface Browser {
  open(url: string): Promise<void>;
  /** Runs `work` in the page. It can use only its argument. Argument and result must be JSON values. */
  evaluate<Argument, Result>(
    work: (argument: Argument) => Promise<Result> | Result,
    argument: Argument,
  ): Promise<Result>;
  /** Warnings and errors on the page's console, and uncaught exceptions. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}
