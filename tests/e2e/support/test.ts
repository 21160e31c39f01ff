// SPDX-License-Identifier: MIT
import { test as base, expect } from '@playwright/test';

/** Fails every test in which a page logs a warning or an error, or throws. */
export const test = base.extend<{ quietConsole: void }>({
  quietConsole: [
    async ({ context }, use) => {
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
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
