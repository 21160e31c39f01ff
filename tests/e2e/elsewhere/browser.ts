// SPDX-License-Identifier: MIT

/** What the tests ask of a browser that Playwright does not drive. */
export interface Browser {
  open(url: string): Promise<void>;
  /** Calls `work`, which sees nothing but its argument, in the page. Values as JSON has them. */
  evaluate<Argument, Result>(
    work: (argument: Argument) => Promise<Result> | Result,
    argument: Argument,
  ): Promise<Result>;
  /** What the page has said on the console that is worth a warning, and what it has thrown. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}
