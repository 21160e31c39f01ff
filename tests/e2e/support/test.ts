// SPDX-License-Identifier: MIT
import { test as base, expect } from '@playwright/test';

interface Fixtures {
  /** What a page of the test may log, because the test is about that. */
  accepted: RegExp | undefined;
  quietConsole: void;
}

/** Fails every test in which a page logs a warning or an error, or throws. */
export const test = base.extend<Fixtures>({
  accepted: [undefined, { option: true }],
  quietConsole: [
    async ({ context, accepted }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(`${message.type()}: ${message.text()}`);
        }
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      await use();
      // Waits for pending requests, which the test's own routes must answer.
      for (const page of context.pages()) await page.unrouteAll({ behavior: 'wait' });
      expect(complaints.filter((complaint) => !accepted?.test(complaint))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
