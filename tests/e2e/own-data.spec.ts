// SPDX-License-Identifier: MIT
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { curves, finish, open, raceFacts, racers, unfoldProblem, until } from './support/race.ts';

/** Points in a disc and around it. */
const rows = Array.from({ length: 120 }, (_, i) => {
  const [x, y] = [((i * 37) % 101) / 25 - 2, ((i * 53) % 97) / 24 - 2];
  return `${x.toFixed(2)},${y.toFixed(2)},${x * x + y * y < 2 ? 'inside' : 'outside'}`;
});
const table = `x,y,where\n${rows.join('\n')}\n`;
const file = { name: 'discs.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };

async function openDialog(page: Page): Promise<void> {
  await unfoldProblem(page);
  await page.getByRole('button', { name: 'Your own data…' }).click();
}

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((one) => one.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

async function race(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Race on this data' }).click();
  await expect.poll(async () => (await raceFacts(page)).settings.dataset.id).toMatch(/^own-/);
  await until(page, 'finished');
}

for (const width of [1280, 375])
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('a chosen file is shown and trained on', async ({ page }) => {
      await open(page, 'steps=300&speed=max');
      await openDialog(page);
      await page.getByLabel('Choose a file').setInputFiles(file);
      const dialog = page.getByRole('dialog', { name: 'Your own data' });
      await expect(dialog).toContainText('120 rows, 3 columns');
      await expect(dialog.getByLabel('Predict')).toHaveValue('2');
      await expect(dialog).toContainText(
        'The race uses 120 rows with 2 inputs each, and keeps some of the rows for testing.',
      );
      await race(page);
      for (const { status, curve } of await racers(page)) {
        expect(status).toBe('running');
        expect(curve.testLoss.at(-1)).toBeLessThan(0.9 * (curve.testLoss[0] ?? 0));
      }
      await expect(
        page.getByRole('list', { name: 'Colours of the classes' }).getByRole('listitem'),
      ).toHaveText(['inside', 'outside']);
      await expect(page.locator('[data-part="chart"]')).toBeInViewport({ ratio: 0.5 });
    });

    test('the keyboard alone brings a table and trains on it', async ({ page }) => {
      await open(page, 'steps=100&speed=max');
      await unfoldProblem(page);
      await page.getByRole('button', { name: 'Your own data…' }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Your own data' });
      await expect(dialog).toBeVisible();
      const area = dialog.getByLabel('Or paste a table');
      await tabTo(page, area);
      await page.keyboard.insertText(table);
      await page.keyboard.press('Tab');
      await expect(dialog.getByRole('button', { name: 'Read the pasted table' })).toBeFocused();
      await page.keyboard.press('Enter');
      // The button is gone, so the keyboard goes on at what the table is.
      await expect(dialog.getByText('120 rows, 3 columns')).toBeFocused();
      await tabTo(page, dialog.getByRole('button', { name: 'Race on this data' }));
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
      await until(page, 'finished');
      expect((await raceFacts(page)).settings.dataset.id).toMatch(/^own-/);
    });

    test('a pasted table is trained on', async ({ page }) => {
      await open(page, 'steps=100&speed=max');
      await openDialog(page);
      await page.getByLabel('Or paste a table').fill(table);
      await page.getByRole('button', { name: 'Read the pasted table' }).click();
      await race(page);
      expect((await racers(page)).map(({ step }) => step)).toEqual([100, 100, 100, 100]);
    });
  });

test('a race that takes a while to be set up says so, and is set up once', async ({ page }) => {
  // What the worker is asked to set up waits for the test.
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    const held: (() => void)[] = [];
    Object.assign(window, { held });
    Worker.prototype.postMessage = function (this: Worker, ...sent: [{ call?: string }, never]) {
      const post = () => postMessage.apply(this, sent);
      if (sent[0].call === 'take') held.push(post);
      else post();
    };
  });
  await open(page, 'steps=100&speed=max');
  await openDialog(page);
  await page.getByLabel('Choose a file').setInputFiles(file);
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  const button = dialog.getByRole('button', { name: 'Race on this data' });
  await button.click();
  await expect(dialog.getByText('Preparing the data…')).toBeVisible();
  await button.click();
  const asked = await page.evaluate(() => {
    const { held } = window as unknown as { held: (() => void)[] };
    for (const post of held) post();
    return held.length;
  });
  expect(asked).toBe(1);
  await expect(dialog).toHaveCount(0);
  await until(page, 'finished');
});

test('the reader says how a text is read', async ({ page }) => {
  await open(page, 'steps=60&speed=max');
  await openDialog(page);
  const dialog = page.getByRole('dialog', { name: 'Your own data' });
  const text = ['a;b', ...Array.from({ length: 60 }, (_, i) => `${i},500;1.${i % 7}00`)];
  await page.getByLabel('Or paste a table').fill(text.join('\n'));
  await page.getByRole('button', { name: 'Read the pasted table' }).click();
  const separator = dialog.getByLabel('Separator');
  const decimal = dialog.getByLabel('Decimal mark');
  const header = dialog.getByLabel('The first row has the names');
  await expect(separator.locator('option:checked')).toHaveText('Automatic (semicolon)');
  await expect(decimal.locator('option:checked')).toHaveText('Automatic (point)');
  await expect(header).toBeChecked();
  await expect(dialog).toContainText('60 rows, 2 columns');
  const first = dialog.getByRole('row').nth(1);
  await expect(first.getByRole('cell')).toHaveText(['500', '1']);

  await decimal.selectOption('comma');
  await expect(first.getByRole('cell')).toHaveText(['0.5', '1000']);
  await header.uncheck();
  await expect(dialog).toContainText('61 rows, 2 columns');
  await expect(dialog.getByRole('columnheader').first()).toContainText('Column 1');
  await expect(decimal).toHaveValue(',');

  // What leaves no inputs is said, and can be changed again.
  await separator.selectOption('tab');
  await expect(dialog.getByRole('alert')).toHaveText(
    'There is no column to predict “Column 1” from.',
  );
  await expect(separator).toHaveValue('\t');
  await separator.selectOption({ index: 0 });
  await expect(dialog.getByRole('alert')).toHaveText('');
  await expect(dialog).toContainText('61 rows, 2 columns');
  await header.check();
  await decimal.selectOption({ index: 0 });
  await expect(first.getByRole('cell')).toHaveText(['500', '1']);
  await page.getByRole('button', { name: 'Race on this data' }).click();
  await until(page, 'finished');
});

test('a link with a small table opens the same race, with the same bits', async ({
  page,
  context,
}) => {
  await open(page, 'steps=200&speed=max');
  await openDialog(page);
  await page.getByLabel('Choose a file').setInputFiles(file);
  await race(page);
  const { link } = await raceFacts(page);
  expect(link).toContain('&table=d');
  expect(link.length).toBeLessThan(2000);
  const reached = await curves(page);
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${link}`);

  const other = await context.newPage();
  await other.goto(`./#${link}`);
  await until(other, 'ready');
  await expect(other.getByRole('region', { name: 'About this link' })).toHaveCount(0);
  await finish(other);
  expect(await curves(other)).toEqual(reached);
  expect((await raceFacts(other)).link).toBe(link);
});

test('a link with a large table asks for the file, and checks it', async ({ page, context }) => {
  const line = (i: number) =>
    `${Math.sin(i).toFixed(9)},${Math.cos(3 * i).toFixed(9)},${i % 2 ? 'odd' : 'even'}`;
  const text = ['a,b,kind', ...Array.from({ length: 3000 }, (_, i) => line(i))].join('\n');
  const large = { name: 'large one.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await open(page, 'steps=100&speed=max');
  await openDialog(page);
  await page.getByLabel('Choose a file').setInputFiles(large);
  await race(page);
  const { link } = await raceFacts(page);
  expect(link).toContain('&table=f');
  expect(link.length).toBeLessThan(500);
  const reached = await curves(page);

  const other = await context.newPage();
  await other.goto(`./#${link}`);
  await until(other, 'ready');
  const notice = other.getByRole('region', { name: 'About this link' });
  await expect(notice).toContainText('“large one.csv” with 3,000 rows and 3 columns');
  await notice.getByRole('button', { name: 'Bring the table…' }).click();
  const dialog = other.getByRole('dialog', { name: 'Your own data' });
  await dialog.getByLabel('Choose a file').setInputFiles(file);
  await expect(dialog.getByRole('alert')).toContainText('This is another table');
  await dialog.getByRole('button', { name: 'Another table' }).click();
  const changed = Buffer.from(text.replace(line(7), line(9)));
  await dialog.getByLabel('Choose a file').setInputFiles({ ...large, buffer: changed });
  await expect(dialog.getByRole('alert')).toContainText('has other numbers');
  await dialog.getByRole('button', { name: 'Another table' }).click();
  await dialog.getByLabel('Choose a file').setInputFiles({ ...large, name: 'renamed.csv' });
  await expect(dialog).toHaveCount(0);
  await until(other, 'ready');
  await finish(other);
  expect(await curves(other)).toEqual(reached);
});
