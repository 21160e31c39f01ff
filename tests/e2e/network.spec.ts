// SPDX-License-Identifier: MIT
import type { Locator, Page } from '@playwright/test';
import { loadEngine } from 'fall-line/engine';
import { threeDigits } from '../../web/src/format/number.ts';
import { violations } from './support/axe.ts';
import { measure } from './support/layout.ts';
import { looks } from './support/looks.ts';
import { finish, open, play, until, untilAt } from './support/race.ts';
import { expect, test } from './support/test.ts';

const race = 'speed=max&steps=300&run=sgd,learningRate=0.1&run=adam,learningRate=0.01';

const unit = (page: Page, name: RegExp) => page.getByRole('radio', { name });
const enlarged = (page: Page) => page.getByRole('region', { name: /^Enlarged: / });

async function showNetwork(page: Page): Promise<Locator> {
  await page.locator('summary').filter({ hasText: 'Inside the network' }).click();
  const panel = page.getByRole('tabpanel', { name: /^Network of / });
  await panel.scrollIntoViewIfNeeded();
  await expect(page.getByRole('radiogroup', { name: 'Unit to enlarge' })).toBeVisible();
  return panel;
}

test('the network is loaded when it is first shown, and has the numbers of the engine', async ({
  page,
}) => {
  const files: string[] = [];
  page.on('request', (request) => files.push(request.url()));
  await open(page, race);
  await finish(page);
  expect(files.filter((url) => url.includes('network-card'))).toEqual([]);
  await showNetwork(page);
  expect(files.filter((url) => url.includes('network-card'))).toHaveLength(1);
  await page.getByRole('tab', { name: 'Adam' }).click();

  const engine = await loadEngine();
  const run = engine.createRun({
    // Like links of version 1, which don't stratify the split.
    problem: { dataset: { id: 'spiral' }, stratify: false },
    optimizer: { id: 'adam', learningRate: 0.01 },
  });
  run.step(300);
  const [, second] = run.layers();
  if (!second) throw new Error('It has three layers.');
  const of = (index: number) => run.parameters[index] ?? Number.NaN;
  const { inputs, train } = run.data();
  const rows = train.map((sample) => inputs[sample] ?? []);
  const answers = run.activations(rows, [[1, 2, 1]]);
  const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
  const weights = Array.from({ length: second.columns }, (_, from) =>
    of(second.weights + 2 * second.columns + from),
  );
  const strongest = weights.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0] ?? 0;

  const third = unit(page, /^Hidden layer 2, unit 3: /);
  await third.click();
  const numbers = `mean response ${threeDigits(mean)}, bias ${threeDigits(of(second.biases + 2))}, strongest weight ${threeDigits(strongest)}, from unit ${weights.indexOf(strongest) + 1}`;
  await expect(third).toHaveAccessibleName(`Hidden layer 2, unit 3: ${numbers}`);
  await expect(enlarged(page)).toContainText(`bias ${threeDigits(of(second.biases + 2))}`);
  await expect(enlarged(page).getByRole('listitem')).toHaveCount(6);
  await expect(enlarged(page)).toContainText('and 3 weaker weights');
});

test('arrow keys move between units and between the tabs of racers', async ({ page }) => {
  await open(page, race);
  await finish(page);
  await showNetwork(page);
  const sgd = page.getByRole('tab', { name: 'SGD' });
  await sgd.focus();
  await page.keyboard.press('ArrowRight');
  const adam = page.getByRole('tab', { name: 'Adam' });
  await expect(adam).toBeFocused();
  await expect(adam).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel', { name: 'Network of Adam' })).toBeVisible();

  // The units are one stop of the Tab key.
  await page.keyboard.press('Tab');
  await expect(unit(page, /^Output: /)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const middle = unit(page, /^Hidden layer 2, unit 5: /);
  await expect(middle).toBeFocused();
  await expect(middle).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(unit(page, /^Hidden layer 2, unit 6: /)).toBeFocused();
  await page.keyboard.press('End');
  await expect(unit(page, /^Hidden layer 2, unit 8: /)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(unit(page, /^Input 2$/)).toBeFocused();
  await expect(enlarged(page)).toHaveAccessibleName('Enlarged: Input 2');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio').and(page.locator(':focus'))).toHaveCount(0);
});

test('a racer’s card chooses its network, and hovering enlarges a unit for the moment', async ({
  page,
}) => {
  await open(page, race);
  await showNetwork(page);
  await page.locator('fall-line-racer').nth(1).getByRole('button', { name: /^Adam/ }).click();
  await expect(page.getByRole('tab', { name: 'Adam' })).toHaveAttribute('aria-selected', 'true');
  await unit(page, /^Hidden layer 1, unit 2/).hover();
  await expect(enlarged(page)).toHaveAccessibleName('Enlarged: Hidden layer 1, unit 2');
  await page.getByRole('tab', { name: 'Adam' }).hover();
  await expect(enlarged(page)).toHaveAccessibleName('Enlarged: Output');
});

test('the picture follows the race, and its past', async ({ page }) => {
  await open(page, 'speed=max&steps=300&run=adam');
  await showNetwork(page);
  const output = unit(page, /^Output: /);
  const drawn = () =>
    page
      .locator('fall-line-network-map canvas')
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const start = await output.getAttribute('aria-label');
  const first = await drawn();
  await finish(page);
  await expect(output).not.toHaveAttribute('aria-label', start ?? '');
  await expect.poll(drawn).not.toBe(first);
  await page.getByRole('slider', { name: 'Moment of the race' }).fill('0');
  // It is drawn only on the screen.
  await output.scrollIntoViewIfNeeded();
  await expect(output).toHaveAttribute('aria-label', start ?? '');
  await expect.poll(drawn).toBe(first);
});

test('choosing a unit, a weight or a line tells the page', async ({ page }) => {
  await open(page, race);
  await finish(page);
  await showNetwork(page);
  const told = await page.evaluateHandle(() => {
    const events: unknown[] = [];
    for (const type of ['unit-selected', 'parameter-selected'])
      document.addEventListener(type, (event) =>
        events.push([type, (event as CustomEvent<object>).detail]),
      );
    return events;
  });
  const [{ key }] = (await page.evaluate(() => {
    const app = document.querySelector('fall-line-app');
    return app?.playground.race.racers.map((racer) => ({ key: racer.key }));
  })) as [{ key: number }];
  await unit(page, /^Hidden layer 1, unit 3: /).click();
  expect(await told.jsonValue()).toEqual([['unit-selected', { racer: key, layer: 0, unit: 2 }]]);

  // W1 is 8 x 2, so the bias of the third unit is at 16 + 2.
  await enlarged(page).getByRole('button', { name: /^bias/ }).click();
  const bias = ['parameter-selected', { racer: key, index: 18 }];
  expect((await told.jsonValue()).at(-1)).toEqual(bias);
  await expect(enlarged(page).getByRole('button', { pressed: true })).toContainText('bias');

  // The line from the first input to the first unit ends at the left of that unit.
  const box = await unit(page, /^Hidden layer 1, unit 1: /).boundingBox();
  const weight = await enlarged(page)
    .getByRole('button', { name: /^from input/ })
    .count();
  expect(weight).toBe(2);
  await page.mouse.click((box?.x ?? 0) - 3, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  const [chosen, parameter] = (await told.jsonValue()).slice(-2);
  expect(chosen).toEqual(['unit-selected', { racer: key, layer: 0, unit: 0 }]);
  expect([0, 1]).toContain((parameter as [string, { index: number }])[1].index);
  await expect(enlarged(page).getByRole('button', { pressed: true })).toContainText('from input');
});

test('the microscope shows the parameter that was chosen in the network', async ({ page }) => {
  await open(page, race);
  await finish(page);
  await showNetwork(page);
  await page.getByRole('tab', { name: 'Adam' }).click();
  await unit(page, /^Hidden layer 2, unit 3: /).click();
  await enlarged(page).getByRole('button', { name: /^bias/ }).click();
  await page.getByText('One step in detail').click();
  const sentence = page.locator('fall-line-microscope .sentence');
  await expect(sentence).toContainText(
    'Step 300 of Adam moved the bias of unit 3 of hidden layer 2 ',
  );
  // And the other way round.
  await page.getByRole('spinbutton', { name: 'Unit' }).fill('5');
  await page.getByRole('spinbutton', { name: 'Unit' }).press('Enter');
  await page.getByRole('combobox', { name: 'Racer' }).selectOption({ label: 'SGD' });
  await expect(page.getByRole('tab', { name: 'SGD' })).toHaveAttribute('aria-selected', 'true');
  await unit(page, /^Hidden layer 2, unit 5: /).click();
  await expect(enlarged(page).getByRole('button', { pressed: true })).toContainText('bias');
});

test('wide layers can be paged through, and deep networks say what is left out', async ({
  page,
}) => {
  const hidden = `20${',4'.repeat(11)}`;
  await open(page, `speed=max&steps=50&hidden=${hidden}&run=adam`);
  const panel = await showNetwork(page);
  await expect(panel).toContainText('Hidden layers 4 to 9 of 12 are left out.');
  await expect(panel).toContainText('1–8 of 20');
  await expect(unit(page, /^Hidden layer 1, unit 9/)).toHaveCount(0);
  const later = panel.getByRole('button', { name: 'Later units' });
  await later.click();
  await expect(unit(page, /^Hidden layer 1, unit 9/)).toBeVisible();
  await later.click();
  await expect(panel).toContainText('17–20 of 20');
  await expect(later).toHaveAttribute('aria-disabled', 'true');
  await panel.getByRole('button', { name: 'Earlier units' }).click();
  await expect(panel).toContainText('9–16 of 20');
});

test('images: incoming weights as images, and one input for all pixels', async ({ page }) => {
  await open(page, 'dataset=digits-12&samples=400&hidden=10&speed=max&steps=60&run=adam');
  await finish(page);
  await showNetwork(page);
  await expect(unit(page, /^Input/)).toHaveCount(1);
  await expect(enlarged(page)).toHaveAccessibleName('Enlarged: Hidden layer 1, unit 1');
  await expect(
    enlarged(page).getByRole('img', { name: 'Incoming weights as an image' }),
  ).toBeVisible();
  await expect(enlarged(page)).toContainText('and 139 weaker weights');
  await expect(enlarged(page)).toContainText(/row \d+, column \d+/);
  await unit(page, /^Output for class 0/).click();
  await expect(enlarged(page)).toContainText('The largest output wins.');
  await unit(page, /^Input image/).click();
  await expect(enlarged(page)).toContainText('144 pixels, one input each.');
});

test('a surface has no network', async ({ page }) => {
  await open(page, 'surface=rosenbrock&run=sgd');
  await expect(page.getByText('Inside the network')).toHaveCount(0);
});

test('the network of a diverged racer says so', async ({ page }) => {
  await open(
    page,
    'v=0&dataset=plane&loss=mean-squared-error&activation=relu&steps=500&speed=max&run=sgd,learningRate=10',
  );
  await finish(page);
  await expect(page.getByText('Stopped at step')).toBeVisible();
  const panel = await showNetwork(page);
  await expect(panel).toContainText('This racer diverged.');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 800 }, hasTouch: true, isMobile: true });

  test('a tap enlarges a unit, and the network fits', async ({ page }) => {
    await open(page, race);
    await finish(page);
    await showNetwork(page);
    await unit(page, /^Hidden layer 2, unit 5/).tap();
    await expect(enlarged(page)).toHaveAccessibleName('Enlarged: Hidden layer 2, unit 5');
    const scrolls = await page
      .locator('fall-line-network-map .scroll')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(scrolls).toBeLessThanOrEqual(0);
    expect(await measure(page)).toEqual({ excess: 0, overlaps: [], tiny: [] });
  });

  test('a deep network scrolls within its card', async ({ page }) => {
    await open(page, 'speed=max&steps=50&hidden=20,20,4,4,4&run=adam');
    await showNetwork(page);
    const map = page.locator('fall-line-network-map .scroll');
    expect(await map.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeGreaterThan(50);
    expect(await measure(page)).toEqual({ excess: 0, overlaps: [], tiny: [] });
  });
});

for (const { colorScheme, width, tag } of looks) {
  test.describe(`${colorScheme}, ${width} pixels`, { tag }, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('axe finds nothing while it runs and at the end, and nothing overlaps', async ({
      page,
    }) => {
      await open(page, 'speed=250&steps=1000&hidden=12,4&run=adam&run=sgd&run=momentum');
      await showNetwork(page);
      await play(page);
      await untilAt(page, 40);
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('Speed, steps per second').selectOption('Infinity');
      await until(page, 'finished');
      expect(await measure(page)).toEqual({ excess: 0, overlaps: [], tiny: [] });
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('with forced colours, the chosen tab and unit stand out', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, race);
  await showNetwork(page);
  const highlight = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = 'forced-color-adjust: none; color: Highlight';
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  const tab = page.getByRole('tab', { name: 'SGD' });
  await expect(tab).toHaveCSS('background-color', highlight);
  // The picture keeps its colours on its own ground, so the chosen unit has a thick border in ink.
  const border = (name: RegExp) =>
    unit(page, name).evaluate((one) => {
      const { borderTopWidth, borderTopColor } = getComputedStyle(one, '::after');
      return { width: borderTopWidth, colour: borderTopColor };
    });
  const probe = page.locator('fall-line-network-map .picture');
  const { ground, ink } = await probe.evaluate((element) => {
    const { backgroundColor } = getComputedStyle(element);
    const text = element.appendChild(document.createElement('i'));
    text.style.color = 'var(--ink)';
    const { color } = getComputedStyle(text);
    text.remove();
    return { ground: backgroundColor, ink: color };
  });
  expect(ink).not.toBe(ground);
  expect(await border(/^Output/)).toEqual({ width: '2px', colour: ink });
  expect((await border(/^Input 1/)).width).toBe('1px');
});
