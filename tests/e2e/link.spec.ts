// SPDX-License-Identifier: MIT
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { finish, open, raceFacts, until } from './support/race.ts';

/** The settings without the racers' keys, which are not part of a link. */
async function settings(page: Page) {
  const { settings } = await raceFacts(page);
  return { ...settings, racers: settings.racers.map(({ on, optimizer }) => ({ on, optimizer })) };
}

/** Changes a setting in every part of the page. */
async function changeMuch(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Moons' }).check();
  await page.getByRole('textbox', { name: 'Samples' }).fill('260');
  await page.getByRole('combobox', { name: 'Activation' }).selectOption('relu');
  await page.getByRole('button', { name: 'layer', exact: true }).click();
  await page.getByRole('textbox', { name: 'Units of layer 3' }).fill('5');
  await page.getByRole('combobox', { name: 'Counted in' }).selectOption('epochs');
  await page.getByRole('textbox', { name: 'Ends after' }).fill('12');
  await page.getByRole('combobox', { name: 'Arithmetic' }).selectOption('float64');
  await page.getByRole('button', { name: 'New start' }).click();
  await page.getByRole('button', { name: /^SGD/ }).click();
  await page.getByRole('textbox', { name: 'Learning rate' }).fill('0.25');
  await page.getByRole('button', { name: 'Switch off' }).click();
  await page.getByRole('button', { name: 'Add a racer' }).click();
  await page.getByRole('searchbox', { name: 'Find an optimizer' }).fill('nesterov');
  await page.getByRole('button', { name: /^Nesterov/ }).click();
  await page.getByRole('button', { name: 'samples', exact: true }).click();
  await page.getByRole('button', { name: 'linear', exact: true }).click();
  await page.getByLabel('Speed, steps per second').selectOption('5000');
}

test('the address contains all settings, and a copied link opens them', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '');
  await changeMuch(page);
  const { link } = await raceFacts(page);
  const wanted = await settings(page);
  expect(wanted).toMatchObject({
    dataset: { id: 'moons', values: { samples: 260 } },
    network: { activation: 'relu', hidden: [8, 8, 5] },
    budget: { unit: 'epochs', amount: 12 },
    precision: 'float64',
    view: { axis: 'samples', scale: 'linear', speed: 5000 },
  });
  expect(wanted.racers).toHaveLength(5);
  expect(wanted.racers[0]).toMatchObject({
    on: false,
    optimizer: { values: { learningRate: 0.25 } },
  });
  await expect.poll(() => new URL(page.url()).hash).toBe(`#${link}`);

  await page.reload();
  await until(page, 'ready');
  expect(await settings(page)).toEqual(wanted);

  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(copied);
  await until(other, 'ready');
  expect(await settings(other)).toEqual(wanted);
});

test('a hash typed into the address replaces the race, which does not start', async ({ page }) => {
  await open(page, 'speed=max');
  await page.evaluate(() => {
    location.hash = '#v=1&dataset=circles&steps=50&speed=max';
  });
  await expect.poll(async () => (await raceFacts(page)).settings.dataset.id).toBe('circles');
  await until(page, 'ready');
  await finish(page);
  expect((await raceFacts(page)).at).toBe(50);
});

test('a hostile link shows notices, and the page works', async ({ page }) => {
  const hash = [
    'v=9&dataset=%3Cimg/src=x/onerror=alert(1)%3E&samples=-5&noise=NaN&hidden=1e99,8&steps=100',
    'seed=1e400&run=nobody&run=adam,learningRate=-1,zzz=3&run=sgd&__proto__=1&constructor=x&%E0%A4=1',
    'speed=max&target=-3&axis=constructor&batchSize=0.5',
  ].join('&');
  await page.goto(`./#${hash}`);
  await until(page, 'ready');
  const notices = page.getByRole('region', { name: 'About this link' });
  await expect(notices).toContainText('<img/src=x/onerror=alert(1)>');
  await expect(notices).toContainText('run=adam,learningRate=-1 must be a number above 0');
  await finish(page);
  expect((await raceFacts(page)).at).toBe(100);
  await notices.getByRole('button', { name: 'Close' }).click();
  await expect(notices).toBeHidden();
});

test('unknown options in the query give notices, and the rest applies', async ({ page }) => {
  await page.goto('./?hide=bogus,problem&lang=de#v=2&run=lbfgs&run=sgd');
  await until(page, 'ready');
  const notices = page.getByRole('region', { name: 'About this link' });
  await expect(notices).toContainText('Some parts of this link could not be used.');
  await expect(notices).toContainText('hide=bogus must be racers or problem on this page.');
  await expect(notices).toContainText('lang=de must be en or es on this page.');
  await expect(notices).toContainText(
    /run=lbfgs names no known optimizer\.\s+It was left out\.\s+Did you mean l-bfgs\?/,
  );
  await expect(page.getByRole('region', { name: 'Problem' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Racers' })).toBeVisible();
});

test('rates that a link leaves out suit its problem, and the page says which', async ({ page }) => {
  await page.goto('./#v=3&surface=himmelblau&steps=100&speed=max&run=sgd');
  await until(page, 'ready');
  const notices = page.getByRole('region', { name: 'About this link' });
  await expect(notices).toContainText(
    'This link leaves out learning rates. Fall Line chose what suits this surface: 0.01 for SGD.',
  );
  await expect(notices).not.toContainText('could not be used');
  await finish(page);
  expect((await raceFacts(page)).at).toBe(100);
});

test('rates follow the network until they are set', async ({ page }) => {
  await page.goto('./#v=3&run=momentum&run=adam,learningRate=0.002');
  await until(page, 'ready');
  const rates = async () =>
    (await settings(page)).racers.map(({ optimizer }) => optimizer.values.learningRate);
  await page.getByRole('radio', { name: 'Digits 12 × 12' }).check();
  await expect.poll(rates).toEqual([0.03, 0.002]);
  await page.getByRole('radio', { name: 'Spiral' }).check();
  await expect.poll(rates).toEqual([0.1, 0.002]);
});

for (const [hash, words] of [
  ['v=2&run=', 'Add a racer to start.'],
  ['v=2&run=sgd,off', 'Switch a racer on to start.'],
]) {
  test(`a race in which no racer can start says what to do: ${hash}`, async ({ page }) => {
    await page.goto(`./#${hash}`);
    await until(page, 'ready');
    await expect(page.getByRole('button', { name: 'Play' })).toBeDisabled();
    await expect(page.getByText(words as string).first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'About this link' })).toBeHidden();
  });
}

test('a note beside the data names a class that is missing from a part', async ({ page }) => {
  const link = 'stratify=true&dataset=pinwheel&blades=3&samples=40&imbalance=0.9&run=sgd';
  const words = 'No test sample has class 2, so the test loss does not show it.';
  await open(page, link);
  await until(page, 'ready');
  await expect(page.getByText(words)).toBeVisible();
  const samples = page.getByRole('textbox', { name: 'Samples' });
  await samples.fill('1000');
  await samples.press('Enter');
  await expect(page.getByText(words)).toBeHidden();
});
