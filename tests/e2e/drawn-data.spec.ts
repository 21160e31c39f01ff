// SPDX-License-Identifier: MIT
import type { CDPSession, Locator, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { curves, finish, open, play, raceFacts, unfoldProblem, until } from './support/race.ts';

type Spot = [x: number, y: number];

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Draw data' });
const planeOf = (page: Page) => dialogOf(page).getByLabel('Plane for points');
const press = (page: Page, name: string | RegExp) =>
  dialogOf(page).getByRole('button', { name }).click();

async function openDialog(page: Page): Promise<void> {
  await unfoldProblem(page);
  await page.getByRole('button', { name: /^(Draw data|Edit the points)…$/ }).click();
  await planeOf(page).waitFor();
}

/** The numbers of points, by class. */
const counts = (page: Page): Promise<number[]> =>
  dialogOf(page)
    .getByRole('button', { name: /^Class \d: / })
    .evaluateAll((all) => all.map((one) => Number(/(\d+) points?\s*$/.exec(one.textContent)?.[1])));

/** A place of the plane on the screen. */
async function onScreen(plane: Locator, [x, y]: Spot): Promise<Spot> {
  const box = await plane.boundingBox();
  if (!box) throw new Error('There is no plane.');
  return [box.x + ((x + 1.06) / 2.12) * box.width, box.y + ((1.06 - y) / 2.12) * box.height];
}

async function drag(page: Page, ...spots: Spot[]): Promise<void> {
  for (const [at, spot] of spots.entries()) {
    const [x, y] = await onScreen(planeOf(page), spot);
    await page.mouse.move(x, y, { steps: at === 0 ? 1 : 8 });
    if (at === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

/** Points of two classes on two sides, one by one. */
async function drawTwoSides(page: Page): Promise<void> {
  for (const y of [-0.6, -0.2, 0.2, 0.6]) await drag(page, [-0.5, y]);
  await press(page, /^Class 2:/);
  for (const y of [-0.6, -0.2, 0.2, 0.6]) await drag(page, [0.5, y]);
}

const racedOnOwn = (page: Page) =>
  expect.poll(async () => (await raceFacts(page)).settings.dataset.id).toMatch(/^own-/);

async function done(page: Page): Promise<void> {
  await press(page, 'Done');
  await expect(dialogOf(page)).toHaveCount(0);
}

for (const width of [1280, 375, 320])
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 700 }, hasTouch: width < 1280 });

    test('a mouse adds, paints, moves and erases points, and the race follows', async ({
      page,
    }) => {
      await open(page, 'steps=200&speed=max');
      await openDialog(page);
      await expect(dialogOf(page)).toContainText('two classes with at least two points each');
      await drawTwoSides(page);
      await expect.poll(() => counts(page)).toEqual([4, 4, 0, 0, 0, 0]);
      await racedOnOwn(page);

      await press(page, 'Paint');
      await press(page, /^Class 3:/);
      await drag(page, [-0.6, 0.95], [0.6, 0.95]);
      const [, , painted = 0] = await counts(page);
      expect(painted).toBeGreaterThan(8);
      expect(painted).toBeLessThan(60);

      await press(page, 'Move');
      await drag(page, [0.5, -0.6], [0.9, -0.9]);
      expect(await counts(page)).toEqual([4, 4, painted, 0, 0, 0]);

      await press(page, 'Erase');
      await drag(page, [-0.5, -0.7], [-0.5, 0.3]);
      expect(await counts(page)).toEqual([1, 4, painted, 0, 0, 0]);

      await done(page);
      const { link, settings } = await raceFacts(page);
      expect(link).toContain('&table=d');
      expect(settings.dataset.id).toMatch(/^own-/);
      await until(page, 'finished');
      const [first] = await curves(page);
      expect(first?.step.at(-1)).toBe(200);
    });

    test('all of the plane is on the screen, and the page has no violations', async ({ page }) => {
      await open(page, 'steps=50&speed=max');
      await openDialog(page);
      await drawTwoSides(page);
      const box = await planeOf(page).boundingBox();
      expect(box && box.y + box.height).toBeLessThanOrEqual(700);
      expect(box && Math.abs(box.width - box.height)).toBeLessThan(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await violations(page)).toEqual([]);
    });
  });

test('undo and redo go back and forth gesture by gesture, with keys too', async ({ page }) => {
  await open(page, 'steps=100&speed=max');
  const before = (await raceFacts(page)).link;
  await openDialog(page);
  await drawTwoSides(page);
  await racedOnOwn(page);
  await press(page, 'Undo');
  expect(await counts(page)).toEqual([4, 3, 0, 0, 0, 0]);
  await page.keyboard.press('Control+z');
  expect(await counts(page)).toEqual([4, 2, 0, 0, 0, 0]);
  await page.keyboard.press('Control+Shift+Z');
  await press(page, 'Redo');
  expect(await counts(page)).toEqual([4, 4, 0, 0, 0, 0]);
  await press(page, 'Clear');
  expect(await counts(page)).toEqual([0, 0, 0, 0, 0, 0]);
  await press(page, 'Undo');
  expect(await counts(page)).toEqual([4, 4, 0, 0, 0, 0]);
  await done(page);

  // For the page, all of it is one change.
  const after = (await raceFacts(page)).link;
  await page.getByRole('button', { name: 'Undo' }).click();
  expect((await raceFacts(page)).link).toBe(before);
  await page.getByRole('button', { name: 'Redo' }).click();
  expect((await raceFacts(page)).link).toBe(after);
  await page.goBack();
  await expect.poll(async () => (await raceFacts(page)).link).toBe(before);
});

test('the keyboard alone draws points, and a screen reader hears it', async ({ page }) => {
  await open(page, 'steps=100&speed=max');
  await page.getByRole('button', { name: 'Draw data…' }).focus();
  await page.keyboard.press('Enter');
  const plane = planeOf(page);
  await plane.waitFor();
  for (let i = 0; i < 5 && !(await plane.evaluate((one) => one.matches(':focus'))); i++)
    await page.keyboard.press('Tab');
  await expect(plane).toBeFocused();
  const status = dialogOf(page).getByRole('status');
  const keys = async (...all: string[]) => {
    for (const key of all) await page.keyboard.press(key);
  };
  await keys('Enter', 'ArrowRight', 'Space');
  await expect(status).toHaveText('Point of class 1 placed at 0.05, 0. 2 points.');
  await keys('2', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Enter', 'ArrowLeft', 'Enter');
  await expect(status).toHaveText('Point of class 2 placed at 0, 0.5. 4 points.');
  await keys('ArrowRight');
  await expect(status).toHaveText('0.05, 0.5, point of class 2');
  await keys('m', 'Shift+ArrowRight', 'm');
  await expect(status).toHaveText('Point put down at 0.3, 0.5. 4 points.');
  await keys('m', 'ArrowUp', 'Escape');
  await expect(status).toHaveText('The point is back where it was.');
  await keys('3', 'Shift+ArrowDown', 'Enter', 'Delete');
  await expect(status).toHaveText('Point of class 3 erased at 0.3, 0.3. 4 points.');
  await keys('Shift+ArrowRight', 'Shift+ArrowRight', 'Delete');
  await expect(status).toHaveText('There is no point near the cursor.');
  await keys('Control+z');
  expect(await counts(page)).toEqual([2, 2, 1, 0, 0, 0]);
  await keys('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  await racedOnOwn(page);
  await expect(page.getByRole('button', { name: 'Edit the points…' })).toBeFocused();
  await until(page, 'finished');
});

test.describe('with a finger', () => {
  test.use({ viewport: { width: 375, height: 700 }, hasTouch: true });

  test('points are painted without scrolling, and targets are large', async ({ page }) => {
    await open(page, 'steps=100&speed=max');
    await openDialog(page);
    await press(page, 'Paint');
    const finger = await page.context().newCDPSession(page);
    await stroke(page, finger, [-0.8, 0.8], [-0.8, -0.8]);
    await press(page, /^Class 2:/);
    await stroke(page, finger, [0.8, -0.8], [0.8, 0.8]);
    const [first = 0, second = 0] = await counts(page);
    expect(Math.min(first, second)).toBeGreaterThan(8);
    await expect(dialogOf(page).locator('.content')).toHaveJSProperty('scrollTop', 0);
    await racedOnOwn(page);
    // A tap adds one.
    await press(page, 'Add');
    await page.touchscreen.tap(...(await onScreen(planeOf(page), [0, 0])));
    await expect.poll(() => counts(page)).toEqual([first, second + 1, 0, 0, 0, 0]);
    for (const button of await dialogOf(page).getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.round(box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      expect(Math.round(box?.width ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });
});

/** Moves one finger over the plane. */
async function stroke(page: Page, finger: CDPSession, from: Spot, to: Spot): Promise<void> {
  const send = async (type: 'touchStart' | 'touchMove', spot: Spot) => {
    const [x, y] = await onScreen(planeOf(page), spot);
    await finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
  };
  await send('touchStart', from);
  for (let step = 1; step <= 10; step++)
    await send('touchMove', [
      from[0] + ((to[0] - from[0]) * step) / 10,
      from[1] + ((to[1] - from[1]) * step) / 10,
    ]);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('a link has the points, with the same bits, and they can be edited', async ({
  page,
  context,
}) => {
  await open(page, 'steps=150&speed=max');
  await openDialog(page);
  await drawTwoSides(page);
  await racedOnOwn(page);
  await done(page);
  await until(page, 'finished');
  const { link } = await raceFacts(page);
  expect(link.length).toBeLessThan(400);
  const reached = await curves(page);

  const other = await context.newPage();
  await other.goto(`./#${link}`);
  await until(other, 'ready');
  await expect(other.getByRole('region', { name: 'About this link' })).toHaveCount(0);
  await finish(other);
  expect(await curves(other)).toEqual(reached);
  const frame = await context.newPage();
  await frame.goto(`./embed.html?show=transport,chart#${link}`);
  await until(frame, 'ready');
  await finish(frame);
  expect(await curves(frame)).toEqual(reached);

  await openDialog(other);
  expect(await counts(other)).toEqual([4, 4, 0, 0, 0, 0]);
  // The same points in another order are the same data.
  await press(other, 'Erase');
  await drag(other, [0.5, 0.6]);
  await press(other, /^Class 2:/);
  await drag(other, [0.5, 0.6]);
  await done(other);
  await expect.poll(async () => (await raceFacts(other)).link).toBe(link);
});

test('what was set for the data stays when a point is moved, and nothing is left over', async ({
  page,
}) => {
  await open(page, 'steps=50&speed=max');
  await openDialog(page);
  await drawTwoSides(page);
  await racedOnOwn(page);
  await done(page);
  const seed = page.getByRole('textbox', { name: 'Split seed' });
  await seed.fill('7');
  await seed.press('Enter');
  await openDialog(page);
  await press(page, 'Move');
  await drag(page, [0.5, 0.6], [0.2, 0.1]);
  await drag(page, [0.5, 0.2], [0.2, 0.4]);
  await done(page);
  await expect.poll(async () => (await raceFacts(page)).settings.dataset.values.seed).toBe(7);
  const drawn = page.getByRole('radio', { name: 'Drawn points' });
  // Those before and after it, which undo can bring back.
  await expect(drawn).toHaveCount(2);
});

test('changes after a drawing are changes of their own', async ({ page }) => {
  await open(page, 'steps=50&speed=max');
  await openDialog(page);
  await drawTwoSides(page);
  await racedOnOwn(page);
  await done(page);
  const { link } = await raceFacts(page);
  await page.getByRole('button', { name: 'New start' }).click();
  await expect.poll(async () => (await raceFacts(page)).link).not.toBe(link);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect((await raceFacts(page)).link).toBe(link);
});

test('drawn points can be kept, and are listed by what they are', async ({ page }) => {
  await open(page, 'steps=50&speed=max');
  await openDialog(page);
  await drawTwoSides(page);
  await racedOnOwn(page);
  await done(page);
  await page.getByLabel('Keep on this device').check();
  await page.getByRole('button', { name: 'Your own data…' }).click();
  const kept = page.getByRole('list', { name: 'Kept on this device' });
  await expect(kept).toContainText('Drawn points');
});

test('a browser that keeps nothing says so of drawn points', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
  await open(page, 'steps=50&speed=max');
  await openDialog(page);
  await drawTwoSides(page);
  await racedOnOwn(page);
  await done(page);
  await page.getByLabel('Keep on this device').click();
  await expect(page.locator('fall-line-keep-data')).toContainText('“Drawn points” can’t be kept');
});

test('points of a data set are a start, and the limit is said', async ({ page }) => {
  await open(page, 'steps=50&speed=max');
  await openDialog(page);
  const start = dialogOf(page).getByLabel('Start from');
  await start.selectOption({ label: 'Moons' });
  await expect.poll(async () => (await counts(page))[1]).toBeGreaterThan(50);
  await racedOnOwn(page);
  await press(page, 'Paint');
  await dialogOf(page).getByLabel('Brush radius').fill('5');
  for (let y = -1; y <= 1; y += 0.1) await drag(page, [-1, y], [1, y]);
  await expect(dialogOf(page)).toContainText('There are 400 points, and a link holds no more.');
  expect((await counts(page)).reduce((sum, count) => sum + count, 0)).toBe(400);
  await done(page);
  expect((await raceFacts(page)).link.length).toBeLessThan(2000);
});

test('a drawing that is put aside too early is not lost', async ({ page }) => {
  await open(page, 'steps=50&speed=max');
  const { link } = await raceFacts(page);
  await openDialog(page);
  await drag(page, [0.1, 0.1]);
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  expect((await raceFacts(page)).link).toBe(link);
  await openDialog(page);
  expect(await counts(page)).toEqual([1, 0, 0, 0, 0, 0]);
  await press(page, 'Undo');
  expect(await counts(page)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('a damaged link with points says so, and loses nothing else', async ({ page }) => {
  await open(page, 'steps=150&speed=max');
  await openDialog(page);
  await drawTwoSides(page);
  await racedOnOwn(page);
  await done(page);
  const { link } = await raceFacts(page);
  const [, table = ''] = /&table=([\w-]+)/.exec(link) ?? [];
  const damaged = [table.slice(0, -8), `${table}AAAA`, 'd', '', table.replace(/^d./, 'dA')];
  for (const text of damaged) {
    await page.goto(`./?${damaged.indexOf(text)}#${link.replace(table, text)}`);
    await until(page, 'ready');
    const notice = page.getByRole('region', { name: 'About this link' });
    await expect(notice).toContainText('This link has a table that is damaged or cut.');
    expect((await raceFacts(page)).settings.budget.amount).toBe(150);
  }
  await play(page);
  await until(page, 'finished');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the chosen tool and class are highlighted: forced colours, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await open(page, 'steps=50&speed=max');
    await openDialog(page);
    await press(page, 'Erase');
    await press(page, /^Class 4:/);
    const highlight = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.cssText = 'forced-color-adjust: none; background: Highlight';
      return getComputedStyle(probe).backgroundColor;
    });
    // A class is chosen for new points, so the tool becomes Add.
    for (const name of ['Add', /^Class 4:/]) {
      const chosen = dialogOf(page).getByRole('button', { name });
      await expect(chosen).toHaveAttribute('aria-pressed', 'true');
      await expect(chosen).toHaveCSS('background-color', highlight);
    }
  });
