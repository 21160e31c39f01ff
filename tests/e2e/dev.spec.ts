// SPDX-License-Identifier: MIT
// `npm run dev` serves the page from its sources.
import { createServer } from 'vite';
import { untilAt } from './support/race.ts';
import { expect, test } from './support/test.ts';

test('the dev server serves a page that races and reloads', async ({ page }) => {
  const server = await createServer({
    configFile: 'web/vite.config.ts',
    server: { port: 0 },
    cacheDir: '../build/cache/vite-test',
    logLevel: 'error',
  });
  try {
    await server.listen();
    // Lit's development build warns of itself once.
    await page.addInitScript(() =>
      Object.assign(globalThis, { litIssuedWarnings: new Set(['dev-mode']) }),
    );
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    await untilAt(page, 100);
    const reloaded = page.waitForEvent('load');
    server.watcher.emit('change', `${server.config.root}/src/main.ts`);
    await reloaded;
    await untilAt(page, 100);
    expect(page.url()).toBe(server.resolvedUrls?.local[0]);
  } finally {
    await server.close();
  }
});
