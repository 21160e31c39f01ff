// SPDX-License-Identifier: MIT
import { test as base, expect } from '@playwright/test';
import type { Browser } from './browser.ts';
import { openFirefox } from './firefox.ts';
import { openWebKit } from './webkit.ts';

const webDriverPort = Number(process.env.PORT ?? 4180) + 1;

const open: Record<string, () => Promise<Browser>> = {
  Firefox: openFirefox,
  WebKit: () => openWebKit(webDriverPort),
};

/** All tests of a project share the browser that the project is named after. */
export const test = base.extend<object, { elsewhere: Browser }>({
  elsewhere: [
    // Playwright needs the braces to see that this fixture depends on no other.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use, { project }) => {
      const browser = await (open[project.name] as () => Promise<Browser>)();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

export { expect };
