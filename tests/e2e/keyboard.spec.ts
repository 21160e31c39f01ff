// SPDX-License-Identifier: MIT
import type { Page } from '@playwright/test';
import { open, raceFacts, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const mostTabs = 120;

/** Presses Tab until the focused element has the name `name`. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < mostTabs; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const value = element?.getAttribute('aria-valuetext');
      return value ?? element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Nothing called ${name} was reached in ${mostTabs} presses of Tab.`);
}

test('the keyboard can start a race, change a learning rate, and read the chart', async ({
  page,
}) => {
  await open(page, 'speed=max&steps=300&run=sgd&run=adam');
  await tabTo(page, /^Play$/);
  await page.keyboard.press('Space');
  await until(page, 'finished');

  await tabTo(page, /^Loss chart/);
  await page.keyboard.press('ArrowRight');
  const spoken = page.locator('fall-line-loss-chart').getByRole('status');
  await expect(spoken).toHaveText(/^step 300: .*SGD 0\.\d+/);
  await page.keyboard.press('Home');
  await expect(spoken).toHaveText(/^step 0: /);
  await page.keyboard.press('ArrowRight');
  await expect(spoken).toHaveText(/^step 1: /);
  await page.keyboard.press('Escape');
  await expect(spoken).toHaveText('');

  await tabTo(page, /^SGD/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Learning rate 0.1$/);
  await expect(page.locator('.doc:visible')).toContainText(/\w/);
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(async () => (await raceFacts(page)).link)
    .toContain('run=sgd,learningRate=0.11');
});
