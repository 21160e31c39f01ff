// SPDX-License-Identifier: MIT
import { violations } from './support/axe.ts';
import { looks } from './support/looks.ts';
import { diverging, open, play, until, untilAt } from './support/race.ts';
import { expect, test } from './support/test.ts';

for (const { colorScheme, width, tag } of looks) {
  test.describe(`${colorScheme}, ${width} pixels`, { tag }, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('axe finds nothing: idle, running, diverged, finished', async ({ page }) => {
      await open(page, `speed=50&steps=1000&${diverging}&v=0`);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: /^SGD/ }).click();
      await play(page);
      await untilAt(page, 40);
      await expect(page.getByText('Stopped at step')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('Speed, steps per second').selectOption('Infinity');
      await until(page, 'finished');
      await page.getByText('Show the numbers as a table').click();
      expect(await violations(page)).toEqual([]);
    });

    test('axe finds nothing in the embed', async ({ page }) => {
      await page.goto('./embed.html#v=1&speed=max&steps=200');
      await until(page, 'ready');
      expect(await violations(page)).toEqual([]);
      await play(page);
      await until(page, 'finished');
      expect(await violations(page)).toEqual([]);
    });
  });
}
