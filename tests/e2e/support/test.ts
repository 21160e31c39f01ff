// SPDX-License-Identifier: MIT
import { test as base, expect } from '@playwright/test';

/** Every test fails when a page says anything on its console worth a warning, or throws. */
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
      // What a page still fetches is answered by the test's own routes, as long as they wait for it.
      for (const page of context.pages()) await page.unrouteAll({ behavior: 'wait' });
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
