// SPDX-License-Identifier: MIT
import type { Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { finish, open, play, raceFacts, until, untilAt } from './support/race.ts';
import { expect, test } from './support/test.ts';

const panel = (page: Page) =>
  page.locator('details').filter({ hasText: 'gradients, rates, curvature and more' });
const unfold = (page: Page) => panel(page).locator('summary').first().click();
const choice = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Instruments' }).getByRole('button', { name, exact: true });
const chart = (page: Page, name: string) =>
  page.locator('fall-line-instrument').filter({ has: page.getByRole('heading', { name }) });

/** What the focused chart says at its end, which moves on while readings come in. */
async function endOf(page: Page, card: Locator): Promise<string | null> {
  await page.keyboard.press('End');
  return card.getByRole('status').textContent();
}

/** The texts of a table's cells, row by row. */
const cells = (page: Page, name: string) =>
  page
    .getByRole('region', { name: `${name} as a table` })
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim())),
    );

test('instruments are folded, and load only when they are opened', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await open(page, 'speed=max&steps=100&run=sgd&run=adam');
  expect(scripts.filter((url) => /instruments-panel/.test(url))).toEqual([]);
  await expect(page.locator('fall-line-instruments')).toHaveCount(0);
  await unfold(page);
  await expect(choice(page, 'Gradient norm')).toHaveAttribute('aria-pressed', 'false');
  expect(scripts.filter((url) => /instruments-panel/.test(url))).toHaveLength(1);
  await expect(panel(page)).toContainText('Needs the full batch: Largest curvature.');
  await expect(choice(page, 'Largest curvature')).toHaveCount(0);
});

test('an instrument shows the past when it is switched on, and follows the race', async ({
  page,
}) => {
  await open(page, 'speed=250&steps=2000&run=sgd&run=adam');
  await play(page);
  await untilAt(page, 60);
  await unfold(page);
  await choice(page, 'Gradient norm').click();
  const card = chart(page, 'Gradient norm');
  await expect(card.getByRole('img')).toHaveAttribute(
    'aria-label',
    /^Gradient norm, 2 lines by steps\. SGD: /,
  );
  await page.getByLabel('Speed, steps per second').selectOption('Infinity');
  await until(page, 'finished');
  await card.getByText('Show the numbers as a table').click();
  await expect
    .poll(() => cells(page, 'Gradient norm').then((rows) => rows.at(-1)?.[0]))
    .toBe('2000');
  const [head, ...rows] = await cells(page, 'Gradient norm');
  expect(head).toEqual(['steps', 'SGD', 'Adam']);
  // Only the start has no gradient yet.
  for (const [step, ...norms] of rows)
    for (const norm of norms) expect(norm === '–', `step ${step}`).toBe(step === '0');
  expect((await raceFacts(page)).settings.view.instruments).toEqual(['gradient-norm']);
  await expect(page).toHaveURL(/instruments=gradient-norm/);
});

test('a link switches instruments on, and every racer or its reason is shown', async ({ page }) => {
  await open(
    page,
    'speed=max&steps=150&instruments=effective-rate,sharpness&batchSize=full&run=sgd,learningRate=0.3&run=adam&run=rmsprop,batchSize=10',
  );
  await finish(page);
  const rate = chart(page, 'Effective rate');
  await expect(rate.getByText('Not shown. Needs a rate for each parameter: SGD.')).toBeVisible();
  await expect(
    chart(page, 'Largest curvature').getByText('Needs the full batch: RMSProp.'),
  ).toBeVisible();
  await rate.getByText('Show the numbers as a table').click();
  const head = () => cells(page, 'Effective rate').then((rows) => rows[0]);
  await expect
    .poll(head)
    .toEqual([
      'steps',
      'Adam, median',
      'Adam, lowest',
      'Adam, highest',
      'RMSProp, median',
      'RMSProp, lowest',
      'RMSProp, highest',
    ]);
  await choice(page, 'Effective rate').click();
  await expect(rate).toHaveCount(0);
  await expect(page).not.toHaveURL(/effective-rate/);
});

test('layers and histograms are those of one racer, which can be chosen', async ({ page }) => {
  await open(
    page,
    'speed=max&steps=100&instruments=update-ratio,weight-histogram&run=sgd&run=adam',
  );
  await finish(page);
  const ratio = chart(page, 'Update ratio per layer');
  await expect(ratio.getByRole('img')).toHaveAttribute(
    'aria-label',
    /3 lines by steps\. layer 1: .*layer 2: .*output layer: /,
  );
  const first = await ratio.getByRole('img').getAttribute('aria-label');
  await ratio.getByLabel('Show the layers of').selectOption('Adam');
  await expect(ratio.getByRole('img')).not.toHaveAttribute('aria-label', first ?? '');
  const weights = page.locator('fall-line-instrument-histograms');
  await expect(weights.getByRole('img')).toHaveCount(3);
  await expect(weights.getByRole('img').nth(1)).toHaveAttribute(
    'aria-label',
    /^Layer 2: 64 values from -\d/,
  );
  await weights.getByText('Show the numbers as a table').click();
  const total = async () => {
    const rows = await cells(page, 'Histogram of weights');
    return rows.slice(1).reduce((sum, row) => sum + Number(row[3]), 0);
  };
  await expect.poll(total).toBe(16 + 64 + 8);
});

test('arrow keys read an instrument, and the pointer does', async ({ page }) => {
  await open(page, 'speed=max&steps=100&instruments=gradient-norm&run=sgd&run=adam');
  await finish(page);
  const card = chart(page, 'Gradient norm');
  await expect(card.getByRole('img')).toHaveAttribute('aria-label', /SGD: \d/);
  const frame = card.getByRole('group', { name: /^Gradient norm/ });
  await frame.focus();
  await expect.poll(() => endOf(page, card)).toMatch(/^step 100: SGD \S+, Adam \S+$/);
  await page.keyboard.press('ArrowLeft');
  await expect(card.getByRole('status')).toHaveText(/^step 99: /);
  await page.keyboard.press('Escape');
  await expect(card.getByRole('status')).toHaveText('');
  await frame.hover({ position: { x: 120, y: 80 } });
  await expect(card.locator('.reading')).toContainText(/step \d+:\s+SGD \d/);
});

test('the threshold of the rule is named and read, and the reference explains it', async ({
  page,
}) => {
  await open(
    page,
    'speed=max&steps=100&instruments=sharpness&batchSize=full&run=sgd,learningRate=0.05',
  );
  await finish(page);
  const card = chart(page, 'Largest curvature');
  await expect(card.getByRole('img')).toHaveAttribute('aria-label', /; threshold: 40\.0 to 40\.0$/);
  await card.getByRole('group', { name: /^Largest curvature/ }).focus();
  await expect.poll(() => endOf(page, card)).toMatch(/^step 100: SGD \S+, threshold 40\.0$/);
  const reference = card.getByRole('link', { name: 'Reference of Largest curvature' });
  await page.goto((await reference.getAttribute('href')) ?? '');
  await expect(page.getByRole('heading', { name: 'Largest curvature' })).toBeInViewport();
});

test('axe finds nothing in the instruments', async ({ page }) => {
  await open(
    page,
    'speed=max&steps=100&instruments=gradient-norm,update-ratio,weight-histogram&run=sgd&run=adam',
  );
  await finish(page);
  await expect(chart(page, 'Gradient norm').getByRole('img')).toHaveAttribute(
    'aria-label',
    /SGD: \d/,
  );
  const tables = page.getByText('Show the numbers as a table');
  await expect(tables).toHaveCount(4);
  for (const table of await tables.all()) await table.click();
  expect(await violations(page)).toEqual([]);
});

test('on a surface only what needs no network is offered', async ({ page }) => {
  await open(
    page,
    'surface=rosenbrock&speed=max&steps=100&instruments=sharpness&run=momentum,learningRate=0.001',
  );
  await expect(choice(page, 'Largest curvature')).toHaveAttribute('aria-pressed', 'true');
  await expect(panel(page)).toContainText(/Needs a network: .*Update ratio per layer/);
  await finish(page);
  await expect(chart(page, 'Largest curvature').getByRole('img')).toHaveAttribute(
    'aria-label',
    /Momentum: [\d,.]+ to \d/,
  );
});
