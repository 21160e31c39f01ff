// SPDX-License-Identifier: MIT
// What authors and the network do wrong, and elements that are moved.
import { expect } from '@playwright/test';
import { frameOf, spiral, test, withElement } from './support/author.ts';
import { raceFacts } from './support/race.ts';

test('a refused setting has no result, and not that of the setting before it', async ({
  page,
  author,
}) => {
  await author.write(page, `<fall-line state="${spiral}">A race.</fall-line>`);
  await frameOf(page);
  const heard = await withElement(page, async (element) => {
    const ends: string[] = [];
    element.addEventListener('finish', ({ detail }) => ends.push(detail.runs[1]?.hash ?? ''));
    const refused = new Promise<unknown>((resolve) => {
      element.addEventListener('progress', ({ detail }) => {
        if (detail.runs[0]?.status === 'refused') resolve(detail.runs[0]);
      });
    });
    await element.setState({ 'run1.learningRate': 1e39 });
    const told = await refused;
    const { runs } = await element.getCurve();
    return { told, ends, curve: runs[0]?.step, status: runs[0]?.status };
  });
  expect(heard).toEqual({
    told: expect.objectContaining({ run: 1, step: 0, loss: null, testLoss: null }),
    ends: [],
    curve: [],
    status: 'refused',
  });
});

test('where no frame answers, the text is seen again, and what was asked fails', async ({
  page,
  author,
}) => {
  await page.clock.install();
  await author.write(
    page,
    `<fall-line src="/nowhere.html" state="${spiral}"><p>The text instead.</p></fall-line>
    <output></output>
    <script>
      document.querySelector('fall-line').addEventListener('error', ({ detail }) => {
        document.querySelector('output').textContent = detail.code + ': ' + detail.message;
      });
    </script>`,
  );
  const answer = withElement(page, (element) =>
    element.run().then(
      () => 'it runs',
      ({ code }) => code as string,
    ),
  );
  await page.waitForFunction(
    () => document.querySelector('fall-line')?.shadowRoot?.querySelector('iframe') !== null,
  );
  await page.waitForLoadState('load');
  await page.clock.runFor(70_000);
  expect(await answer).toBe('failed');
  await expect(page.locator('output')).toHaveText(/^start: No frame answers at .*nowhere\.html/);
  await expect(page.getByText('The text instead.')).toBeVisible();
});

test('an element that is moved, or gets other looks, goes on with its race', async ({
  page,
  author,
}) => {
  await author.write(page, `<fall-line state="${spiral}">A race.</fall-line><div id="end"></div>`);
  await frameOf(page);
  const before = await withElement(page, async (element) => {
    await element.setState({ 'run1.learningRate': 0.7 });
    await element.seek(50);
    document.getElementById('end')?.append(element);
    const [moved, { state }] = [await element.seek(50), await element.getState()];
    element.setAttribute('ui', 'chart');
    return { step: moved.step, state, after: await element.getState() };
  });
  expect(before.state).toContain('learningRate=0.7');
  expect(before.after.state).toBe(before.state);
  await expect.poll(async () => (await raceFacts(await frameOf(page))).at).toBe(50);
});

test('the properties say what the last answer said', async ({ page, author }) => {
  await author.write(page, `<fall-line state="${spiral}">A race.</fall-line>`);
  const told = await withElement(page, async (element) => {
    const { state } = await element.setState({ noise: 0.2 });
    const { step } = await element.seek(50);
    return { same: [element.state === state, element.step === step], step };
  });
  expect(told).toEqual({ same: [true, true], step: 50 });
});

test('a place is kept for a frame that is far away, and Tab goes there', async ({
  page,
  author,
}) => {
  await author.write(
    page,
    `<button>Before</button><p style="height: 3000px">Text.</p>
    <fall-line state="${spiral}" title="A race far down" height="" lang="" hide="" follows="">A race.</fall-line>
    <button>After</button>`,
  );
  await page.getByText('Before').focus();
  const height = await withElement(page, (element) => element.getBoundingClientRect().height);
  expect(height).toBe(480);
  await page.keyboard.press('Tab');
  await expect.poll(() => page.locator('iframe').count()).toBe(1);
  const address = await page.locator('iframe').getAttribute('src');
  expect(address).not.toMatch(/[?&](lang|hide)=/);
  const focused = await page.evaluate(() => document.activeElement?.localName);
  expect(focused).toBe('fall-line');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByText('Before')).toBeFocused();
});

test('readers with a keyboard go from a loaded frame both ways', async ({ page, author }) => {
  for (const loading of ['lazy', 'click']) {
    await author.write(
      page,
      `<button>Before</button><p style="height: 3000px">Text.</p>
      <fall-line state="${spiral}" loading="${loading}">A race.</fall-line><button>After</button>`,
    );
    await page.getByText('Before').focus();
    await page.keyboard.press('Tab');
    if (loading === 'click') await page.keyboard.press('Enter');
    const frame = await frameOf(page);
    // In a frame without anything to press, Tab goes on to what follows.
    await expect(frame.locator('button.play')).toBeVisible();
    await page.keyboard.press('Tab');
    const focused = frame.locator('fall-line-transport :focus');
    await expect(focused, `${loading}: on from the place`).toHaveCount(1);
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByText('Before'), `${loading}: back`).toBeFocused();
    await page.getByText('Before').focus();
  }
});

test.describe('in the console', () => {
  test.use({ accepted: /^warning: fall-line: / });

  test('an order for an element that is not there is told', async ({ page, author }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await author.write(
      page,
      `<button data-fall-line-set="#nope run">Run</button><fall-line state="${spiral}">A race.</fall-line>`,
    );
    await page.getByText('Run').first().click();
    await expect.poll(() => said.join()).toContain('no <fall-line> has the id nope');
  });
});
