// SPDX-License-Identifier: MIT
// The page in a reader's language, and that every text of it can be.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { messages } from '../../web/src/language/pseudo.ts';
import { cardOf } from './support/lessons.ts';
import { curves, raceFacts, until, type Where } from './support/race.ts';
import { expect, test } from './support/test.ts';
import { unfold, untranslated } from './support/untranslated.ts';

const race = 'v=3&dataset=moons&steps=120&speed=max&run=sgd,learningRate=0.05&run=adam';

const read = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../web/languages/es/${file}.json`, import.meta.url), 'utf8'));
const spanish = { ...read('page'), ...read('names') };

/** Plays a race to its end, whatever the button is called. */
async function finish(where: Where): Promise<void> {
  await until(where, 'ready');
  await where.locator('fall-line-transport .play').click();
  await until(where, 'finished');
}

const lossesOf = (page: Page) => page.locator('fall-line-results tbody').innerText();

test('Spanish is asked for by the address, and its race has the same bits and the same link', async ({
  page,
}) => {
  await page.goto(`./#${race}`);
  await finish(page);
  const english = { curves: await curves(page), link: (await raceFacts(page)).link };
  expect(await lossesOf(page)).toMatch(/\d\.\d/);

  await page.goto(`./?lang=es#${race}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page).toHaveTitle(String(spanish['Fall Line: optimizers race on one network']));
  const play = page.getByRole('button', { name: spanish.Play, exact: true });
  await expect(play).toBeVisible();
  await finish(page);
  expect({ curves: await curves(page), link: (await raceFacts(page)).link }).toEqual(english);
  expect(new URL(page.url()).hash).toBe(`#${english.link}`);
  const losses = await lossesOf(page);
  expect(losses).toMatch(/\d,\d/);
  expect(losses).not.toMatch(/\d\.\d/);
});

test('a number is typed as the page writes it', async ({ page }) => {
  await page.goto('./?lang=es#v=3&steps=50&run=sgd,learningRate=0.05');
  await until(page, 'ready');
  await page.getByRole('button', { name: /^SGD/ }).click();
  const rate = page.getByRole('textbox', { name: spanish['Learning rate'] }).first();
  await expect(rate).toHaveValue('0,05');
  await rate.fill('0,125');
  await rate.press('Enter');
  await expect(rate).toHaveValue('0,125');
  await expect.poll(async () => (await raceFacts(page)).link).toContain('learningRate=0.125');
});

test('an unknown language is told, and a region is not', async ({ page }) => {
  await page.goto('./?lang=es-MX#v=3&run=sgd');
  await until(page, 'ready');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.locator('fall-line-notices')).toHaveCount(0);
  await page.goto('./?lang=xx#v=3&run=sgd');
  await expect(page.locator('fall-line-notices')).toContainText('lang=xx');
});

test.describe('in a browser of Mexico', () => {
  test.use({ locale: 'es-MX' });

  test('the page speaks Spanish and writes decimal points', async ({ page }) => {
    await page.goto(`./#${race}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await finish(page);
    const losses = await lossesOf(page);
    expect(losses).toMatch(/\d\.\d/);
    expect(losses).not.toMatch(/\d,\d\d\b/);
  });

  test('so does a frame, from its poster on', async ({ page }) => {
    await page.setContent(
      `<iframe title="A race" src="${new URL('embed.html', test.info().project.use.baseURL).href}#${race}"
        style="margin-top: 5000px" width="640" height="480"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    const play = frame.getByRole('button', { name: spanish.Play, exact: true });
    await expect(play).toBeAttached();
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await expect(frame.locator('fall-line-transport .play')).toHaveText(String(spanish.Play));
  });
});

/** What is opened on the page, and what is done there. */
const views: Record<string, { link: string; look?: (page: Page) => Promise<unknown> }> = {
  'a bad link': {
    link: 'v=9&bogus=1&samples=1e9&noise=x&steps=0&activation=rel&pacing=x&expect=1&run=sgd,learningRate=-1,x=2&run=adamm&run=adam…',
  },
  'a network': {
    link: 'v=3&speed=max&steps=200&target=0.6&instruments=gradient-norm,weight-histogram,accuracy&run=sgd,learningRate=0.1,sam&run=adam,schedule=cosine&run=aw-sgd&run=newton,learningRate=1e6&run=cma-es,schedule=cosine',
    look: finish,
  },
  images: { link: 'v=3&dataset=digits-12&hidden=8&speed=max&steps=30&run=adam', look: finish },
  'a race that diverges': {
    link: 'v=3&speed=max&steps=200&dataset=plane&loss=mean-squared-error&activation=relu&pacing=free&run=sgd,learningRate=10&run=bfgs',
    look: finish,
  },
  'a surface': {
    link: 'v=3&speed=max&steps=60&surface=rosenbrock&run=momentum&run=newton&run=sgd,learningRate=1',
    look: finish,
  },
  'a lesson': {
    link: 'v=3&lesson=downhill.1',
    look: async (page) => {
      await until(page, 'ready');
      await cardOf(page).getByRole('radio').first().check();
      await cardOf(page).locator('fall-line-lesson-question button').last().click();
      await until(page, 'finished');
    },
  },
  'the dialog to share': {
    link: race,
    look: (page) => page.getByRole('button', { name: messages.Share as string }).click(),
  },
  'the dialog to draw': {
    link: race,
    look: async (page) => {
      await unfold(page);
      await page.locator('fall-line-data-choice .own button').last().dispatchEvent('click');
      await page.locator('fall-line-point-plane canvas').last().press('Enter');
    },
  },
  'the five questions': {
    link: 'v=3&example=first-race',
    look: (page) => page.locator('fall-line-example button.help').dispatchEvent('click'),
  },
};

for (const width of [1280, 375])
  test.describe(`every text is a message, ${width} pixels`, () => {
    test.use({ viewport: { width, height: 900 } });

    for (const [name, { link, look }] of Object.entries(views))
      test(name, async ({ page }) => {
        await page.goto(`./?lang=qps-plocm&theme=blue#${link}`);
        await until(page, 'ready', 'finished');
        await look?.(page);
        await unfold(page);
        expect(await untranslated(page)).toEqual([]);
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth).toBe(clientWidth);
      });

    test('a frame', async ({ page }) => {
      const parts = 'transport,chart,pictures,network,instruments,controls,full,learningRate';
      await page.goto(`./embed.html?lang=qps-plocm&show=${parts}&lock=transport&x=1#${race}`);
      await until(page, 'ready');
      await unfold(page);
      expect(await untranslated(page)).toEqual([]);
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      expect(scrollWidth).toBe(clientWidth);
    });
  });
