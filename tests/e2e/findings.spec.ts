// SPDX-License-Identifier: MIT
// What racers are told about their faults. tests/core/run/diagnosis/ tests when.
import { violations } from './support/axe.ts';
import { measure } from './support/layout.ts';
import { looks } from './support/looks.ts';
import { finish, open, play, raceFacts, racers, until, untilAt } from './support/race.ts';
import { expect, test } from './support/test.ts';

/** The limit of the learning rate is 0.02. */
const steep = 'surface=narrow-valley&steps=500&speed=max&run=sgd,learningRate=0.1&run=momentum';
const slow = 'dataset=spiral&steps=1000&speed=max&run=sgd,learningRate=0.03';
const dead = 'dataset=moons&activation=relu&initializer=he-normal&steps=60&run=sgd,learningRate=10';

test('a race without a fault says nothing', async ({ page }) => {
  await open(page, 'speed=max&steps=1000');
  await finish(page);
  // The racers have been asked by then.
  await page.waitForTimeout(1000);
  await expect(page.locator('fall-line-racer-findings')).toHaveCount(4);
  await expect(page.locator('.finding')).toHaveCount(0);
});

test('the limit of a rule is quoted for readers who ask why', async ({ page }) => {
  await open(page, steep);
  await finish(page);
  const card = page.locator('fall-line-racer').first();
  await expect(card).toContainText('Diverged. Stopped at step');
  await card.getByText('Why', { exact: true }).click();
  await expect(card).toContainText('needs a learning rate below 0.02');
});

test('a slow racer is told at a pause, with a remedy that Undo takes back', async ({ page }) => {
  await open(page, slow);
  const card = page.locator('fall-line-racer').first();
  const before = (await raceFacts(page)).link;
  await page.getByLabel('Speed, steps per second').selectOption('250');
  await play(page);
  await untilAt(page, 150);
  await expect(card.locator('.finding')).toHaveCount(0);
  await page.getByRole('button', { name: 'Pause' }).click();
  await until(page, 'paused');
  await page.getByLabel('Speed, steps per second').selectOption({ label: 'max' });
  await finish(page);
  await expect(card).toContainText(
    /Rate too low\. The loss falls steadily but slowly, from 0\.6\d+ to 0\.6\d+ in 1,000 steps\./,
  );
  await expect(page.locator('fall-line-status')).toContainText('Rate too low');
  const [{ curve } = { curve: { trainLoss: [] } }] = await racers(page);
  await card.getByRole('button', { name: 'Try learning rate 0.3' }).click();
  await expect
    .poll(async () => (await racers(page))[0]?.curve.trainLoss.at(-1))
    .toBeLessThan(0.6 * (curve.trainLoss.at(-1) ?? 0));
  await expect(card.locator('.finding')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect((await raceFacts(page)).link).toBe(before);
  await expect(card).toContainText('Rate too low');
});

/** Each link makes a run with the fault. `text` is a part of what its card says, and `remedy` of its button. */
const others = [
  {
    link: 'dataset=xor&samples=80&noise=0.4&batchSize=full&hidden=16,16&steps=150&run=adam,learningRate=0.03',
    text: /Overfitting\. Since about epoch \d+, the test loss has risen from 0\.\d+ to [\d.]+,/,
    remedy: /^Try L2 penalty 0\.\d+$/,
  },
  {
    link: dead,
    text: /Dead units\. \d of 8 units in hidden layer \d are dead/,
    remedy: /^Try /,
  },
  {
    link: 'surface=saddle&start=1.5,0&steps=200&run=sgd,learningRate=0.03',
    text: /Plateau\. .* The lowest curvature there is negative, -2, so this is no minimum\./,
    remedy: /^Try gradient noise 0\.\d+$/,
  },
];

for (const { link, text, remedy } of others)
  test(`one click helps, and Undo takes it back: ${link}`, async ({ page }) => {
    await open(page, `speed=max&${link}`);
    const before = (await raceFacts(page)).link;
    await finish(page);
    const card = page.locator('fall-line-racer').first();
    await expect(card).toContainText(text);
    await card.getByRole('button', { name: remedy }).first().click();
    await expect(card.locator('.finding')).toHaveCount(0);
    await until(page, 'finished');
    expect((await raceFacts(page)).link).not.toBe(before);
    // It has been asked by then.
    await page.waitForTimeout(1000);
    await expect(card).not.toContainText(text);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect((await raceFacts(page)).link).toBe(before);
  });

for (const { colorScheme, width, tag } of looks) {
  test.describe(`${colorScheme}, ${width} pixels`, { tag }, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('findings fit, and axe finds nothing', async ({ page }) => {
      await open(page, `${steep}&run=sgd,learningRate=0.3`);
      await finish(page);
      await expect(page.locator('.finding')).toHaveCount(2);
      await page.getByText('Why', { exact: true }).first().click();
      expect(await measure(page)).toEqual({ excess: 0, overlaps: [], tiny: [] });
      expect(await violations(page)).toEqual([]);
    });
  });
}
