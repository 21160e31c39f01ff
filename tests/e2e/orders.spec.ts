// SPDX-License-Identifier: MIT
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { open, raceFacts, racers, until, untilAt } from './support/race.ts';

/**
 * Clicks and changes in a single task of the page, so nothing is rendered in between. This happens with
 * a quick hand or a slow machine.
 */
function atOnce(page: Page, steps: readonly [role: string, name: string, value?: string][]) {
  return page.evaluate((all) => {
    const find = (root: Document | ShadowRoot, role: string, name: string): Element | undefined => {
      for (const element of root.querySelectorAll('*')) {
        const words =
          element.getAttribute('aria-label') ??
          (element.textContent || element.closest('label')?.textContent || '');
        const labelled = element.id
          ? (element.getRootNode() as ShadowRoot).querySelector(`label[for="${element.id}"]`)
          : null;
        const named = [words, labelled?.textContent ?? ''].some((text) => text.trim() === name);
        if (element.matches(role) && named) return element;
        const inside = element.shadowRoot && find(element.shadowRoot, role, name);
        if (inside) return inside;
      }
      return undefined;
    };
    for (const [role, name, value] of all) {
      const element = find(document, role, name);
      if (!element) throw new Error(`There is no ${role} called ${name}.`);
      if (value === undefined) (element as HTMLElement).click();
      else {
        (element as HTMLInputElement).value = value;
        element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        element.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
      }
    }
  }, steps);
}

const noisy =
  'surface=narrow-valley&gradientNoise=2&steps=5300&run=sgd,learningRate=0.01&run=momentum,learningRate=0.01&speed=max';

test('a speed chosen just before Play is the speed of the race', async ({ page }) => {
  await open(page, noisy);
  await page.getByRole('button', { name: 'Play' }).click();
  await until(page, 'finished');
  await page.getByRole('button', { name: 'Restart from the same weights' }).click();
  await until(page, 'ready');
  await atOnce(page, [
    ['select', 'Speed, steps per second', '250'],
    ['button', 'Play'],
  ]);
  await untilAt(page, 10);
  expect((await raceFacts(page)).at).toBeLessThan(1000);
  await until(page, 'running');
});

test('a change that waits for another engine applies before the race starts', async ({ page }) => {
  await open(page, 'steps=100&speed=max&run=sgd');
  await expect(page.getByRole('combobox', { name: 'Arithmetic' })).toBeVisible();
  await atOnce(page, [
    ['select', 'Arithmetic', 'float64'],
    ['button', 'Play'],
  ]);
  await until(page, 'finished');
  const precision = await page.evaluate(
    () => document.querySelector('fall-line-app')?.playground.settings.precision,
  );
  expect(precision).toBe('float64');
  const [first] = await racers(page);
  expect(first?.step).toBe(100);
  expect((await raceFacts(page)).link).toContain('precision=float64');
});

test('a number typed just after its unit was chosen is kept', async ({ page }) => {
  await open(page, 'steps=2000&run=sgd');
  const box = page.getByRole('textbox', { name: 'Ends after' });
  await page.getByRole('combobox', { name: 'Counted in' }).selectOption('epochs');
  await box.fill('12');
  await box.press('Enter');
  await expect(box).toHaveValue('12');
  expect((await raceFacts(page)).settings.budget).toEqual({ unit: 'epochs', amount: 12 });
  // The same in a single task.
  await atOnce(page, [
    ['select', 'Counted in', 'steps'],
    ['input.box', 'Ends after', '345'],
  ]);
  expect((await raceFacts(page)).settings.budget).toEqual({ unit: 'steps', amount: 345 });
});

test('a change elsewhere does not overwrite text that is being typed', async ({ page }) => {
  await open(page, 'steps=2000&run=sgd');
  const box = page.getByRole('textbox', { name: 'Ends after' });
  await box.fill('77');
  await page.evaluate(() =>
    document.querySelector('fall-line-app')?.playground.update({
      budget: { unit: 'steps', amount: 900 },
    }),
  );
  await page.waitForTimeout(100);
  await expect(box).toHaveValue('77');
  await box.press('Enter');
  expect((await raceFacts(page)).settings.budget.amount).toBe(77);
});

test('what is typed into a box replaces its text, also if that has just changed', async ({
  page,
}) => {
  await open(page, 'steps=2000&run=sgd');
  const box = page.getByRole('textbox', { name: 'Ends after' });
  await box.selectText();
  await page.evaluate(() =>
    document.querySelector('fall-line-app')?.playground.update({
      budget: { unit: 'steps', amount: 900 },
    }),
  );
  await expect(box).toHaveValue('900');
  await page.keyboard.insertText('12');
  await expect(box).toHaveValue('12');
});

test('racers that are removed and added in one task are all updated', async ({ page }) => {
  await open(page, 'run=sgd&run=adam');
  // The cards may come later than the race is ready.
  await expect(page.locator('fall-line-racer')).toHaveCount(2);
  for (const card of await page.locator('fall-line-racer').all())
    await card.getByRole('button').first().click();
  await expect(page.getByRole('button', { name: 'Duplicate' })).toHaveCount(2);
  await atOnce(page, [
    ['button', 'Duplicate'],
    ['button', 'Duplicate'],
  ]);
  await expect(page.locator('fall-line-racer')).toHaveCount(4);
});

test('a link that arrives while a change is still to be written into the address is opened', async ({
  page,
}) => {
  // As on a busy machine: the event of a new hash is heard late.
  await page.addInitScript(() => {
    addEventListener('hashchange', (event) => {
      if (!event.isTrusted) return;
      event.stopImmediatePropagation();
      setTimeout(() => dispatchEvent(new HashChangeEvent('hashchange')), 800);
    });
  });
  await open(page, 'run=sgd&run=adam');
  await page.evaluate(() => {
    void document.querySelector('fall-line-app')?.playground.set('run', { seed: 7 });
    location.hash = '#v=1&run=momentum';
  });
  await expect.poll(async () => (await raceFacts(page)).link).toContain('run=momentum');
});

test('Back right after a link has arrived leads to the race before it', async ({ page }) => {
  await open(page, 'run=sgd&run=adam');
  await page.getByRole('button', { name: 'New start' }).click();
  await expect(page).toHaveURL(/seed=2/);
  const { link } = await raceFacts(page);
  // Before the page has written the new link in its own words.
  await page.evaluate(async () => {
    const playground = document.querySelector('fall-line-app')?.playground;
    location.hash = '#v=1&run=momentum';
    while (!playground?.link.includes('run=momentum'))
      await new Promise((soon) => setTimeout(soon, 5));
    history.back();
  });
  await expect.poll(async () => (await raceFacts(page)).link).toBe(link);
});
