// SPDX-License-Identifier: MIT
// The dialog that shares a race: its texts, its previews, and the keyboard.
import { readFile } from 'node:fs/promises';
import { type Frame, type Page, test as loud } from '@playwright/test';
import { violations } from './support/axe.ts';
import { measure } from './support/layout.ts';
import { looks } from './support/looks.ts';
import { finish, open, raceFacts, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share this race' });
const text = (page: Page) => dialog(page).getByRole('textbox');

async function openShare(page: Page, form?: string): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(dialog(page)).toBeVisible();
  if (form) await dialog(page).getByRole('radio', { name: form }).check();
}

/** The frame in the preview, once its race is ready. */
async function preview(page: Page): Promise<Frame> {
  // On a small screen it is below the options, and a frame loads nothing before it is seen.
  await dialog(page).locator('iframe').scrollIntoViewIfNeeded();
  const frame = await (await dialog(page).locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('The preview has no content.');
  await until(frame, 'ready');
  await expect.poll(() => excess(frame), 'the preview has grown to its contents').toBe(0);
  return frame;
}

/** The height of the contents of a frame that it has no room for. */
const excess = (frame: Frame) =>
  frame.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return scrollHeight - clientHeight;
  });

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('each form gives a text with this race, and Copy copies it', async ({ page }) => {
  await open(page, 'dataset=moons&steps=50&run=adam,learningRate=0.02');
  const { link } = await raceFacts(page);
  await openShare(page);
  for (const form of ['Link', 'Frame', 'Element', 'Markdown', 'Jupyter', 'Quarto']) {
    await dialog(page).getByRole('radio', { name: form }).check();
    if (form !== 'Link') await preview(page);
    const shown = await text(page).inputValue();
    expect(shown.replaceAll('&amp;', '&')).toContain(link);
    await dialog(page).getByRole('button', { name: 'Copy' }).click();
    await expect(dialog(page).getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  }
});

test('the preview is the frame itself, with the same race and the chosen looks', async ({
  page,
}) => {
  await open(page, 'dataset=moons&steps=50&run=adam,learningRate=0.02');
  const { link } = await raceFacts(page);
  await openShare(page, 'Frame');
  expect((await raceFacts(await preview(page))).link).toBe(link);

  await dialog(page).getByLabel('Colours').selectOption('dark');
  await dialog(page).getByLabel('Height').fill('900');
  await dialog(page).getByLabel('Height').press('Enter');
  await dialog(page).getByRole('checkbox', { name: 'Chart' }).uncheck();
  await dialog(page).getByLabel('Language').selectOption('Español');
  await expect(text(page)).toHaveValue(
    /embed\.html\?hide=chart&amp;theme=dark&amp;lang=es#.*height="900"/s,
  );
  const frame = await preview(page);
  await expect(frame.locator('fall-line-pictures')).toBeVisible();
  await expect(frame.locator('fall-line-chart-card')).toHaveCount(0);
  expect(await frame.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  expect(await frame.evaluate(() => innerHeight)).toBe(900);
  await expect(frame.getByRole('button', { name: 'Iniciar', exact: true })).toBeVisible();
  expect((await raceFacts(frame)).link).toBe(link);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => history.length), 'previews add no entry').toBeLessThanOrEqual(2);
});

test('the pasted frame works in a page of another origin that allows frames alone', async ({
  page,
}) => {
  await open(page, 'steps=20&run=sgd');
  const { link } = await raceFacts(page);
  await openShare(page, 'Frame');
  await preview(page);
  const html = await text(page).inputValue();
  const width = await dialog(page)
    .locator('iframe')
    .evaluate((frame) => frame.clientWidth);
  await page.setContent(
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src *" />
    <title>A text</title><main>${html}</main>`,
  );
  // By script, because the policy refuses styles in the markup.
  await page.locator('main').evaluate((main, pixels) => (main.style.width = `${pixels}px`), width);
  await expect(page.locator('iframe')).toHaveCSS('border-top-width', '0px');
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  await until(frame, 'ready');
  expect((await raceFacts(frame)).link).toBe(link);
  await expect.poll(() => excess(frame), 'no scroll bar').toBe(0);
});

test('a PyTorch script repeats the race: it can be copied and downloaded', async ({ page }) => {
  await open(page, 'dataset=moons&steps=50&run=adam,learningRate=0.02&run=momentum');
  const { link } = await raceFacts(page);
  await openShare(page, 'PyTorch');
  await expect(text(page)).toHaveValue(/torch\.optim\.Adam\(/);
  const script = await text(page).inputValue();
  expect(script).toContain(`#${link}`);
  expect(script).toContain('steps=50,');
  expect(script).toMatch(/initial_weights = """\n[\w+/=\n]+"""/);

  await dialog(page).getByRole('button', { name: 'Copy' }).click();
  await expect(dialog(page).getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(script);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('fall-line-adam-momentum-moons-pytorch.py');
  expect(await readFile(await file.path(), 'utf8')).toBe(script);
});

test('a Keras script repeats the race, and says whom it leaves out', async ({ page }) => {
  await open(page, 'dataset=moons&steps=50&run=adam,learningRate=0.02&run=prodigy');
  await openShare(page, 'PyTorch');
  await expect(text(page)).toHaveValue(/torch\.optim\.Adam\(/);
  await dialog(page).getByRole('radio', { name: 'Keras' }).check();
  await expect(text(page)).toHaveValue(/class Adam\(Rule\):/);
  const script = await text(page).inputValue();
  expect(script).toContain('keras.Sequential(');
  expect(script).toContain('steps=50,');
  const left = 'The script leaves out Prodigy, which Keras code cannot repeat yet.';
  await expect(dialog(page).getByText(left)).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('fall-line-adam-prodigy-moons-keras.py');
  expect(await readFile(await file.path(), 'utf8')).toBe(script);
});

test('a race on a surface has no script, and the dialog says so', async ({ page }) => {
  await open(page, 'surface=rosenbrock&steps=20&run=adam');
  await openShare(page, 'PyTorch');
  await expect(dialog(page).getByText('There is a script only for races on data.')).toBeVisible();
  await expect(text(page)).toHaveCount(0);
});

// The browser reports on the console what the sandbox blocks, where other tests allow no errors.
loud(
  'a copied link works in a sandboxed frame as well, as the frame',
  async ({ page, baseURL }) => {
    const address = new URL('?theme=dark&hide=racers#v=3&steps=20&run=adam', baseURL).href;
    await page.setContent(
      `<iframe title="A race" sandbox="allow-scripts" width="640" height="560" src="${address}"></iframe>`,
    );
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    if (!frame) throw new Error('The frame has no content.');
    await until(frame, 'ready');
    const { pathname, search } = new URL(frame.url());
    expect(pathname + search).toBe('/embed.html?theme=dark');
    expect((await raceFacts(frame)).link).toBe('v=3&steps=20&run=adam');
  },
);

test('the keyboard alone chooses, selects and copies', async ({ page }) => {
  await open(page, 'steps=20&run=sgd');
  const share = page.getByRole('button', { name: 'Share' });
  await share.press('Enter');
  const first = dialog(page).getByRole('radio', { name: 'Link' });
  for (let tabs = 0; tabs < 4 && !(await first.evaluate(isFocused)); tabs++)
    await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(dialog(page).getByRole('radio', { name: 'Frame' })).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Tab');
  await expect(text(page)).toBeFocused();
  const selected = await text(page).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(selected).toBe(await text(page).inputValue());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('status')).toHaveText('Copied.');
  await page.keyboard.press('Escape');
  await expect(page.locator('fall-line-share')).toHaveCount(0);
  await expect(share).toBeFocused();
});

const isFocused = (element: Element) =>
  (element.getRootNode() as ShadowRoot).activeElement === element;

test('without a clipboard the text is selected, and the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await open(page, 'steps=20&run=sgd');
  await openShare(page);
  await dialog(page).getByRole('button', { name: 'Copy' }).click();
  await expect(dialog(page).getByRole('status')).toContainText('The text is selected');
  await expect(text(page)).toBeFocused();
});

for (const { colorScheme, width, tag } of looks) {
  test.describe(`${width} pixels, ${colorScheme}`, { ...(tag && { tag }) }, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('fits, and axe finds nothing', async ({ page }) => {
      await open(page, 'run=sgd');
      await openShare(page);
      for (const form of ['Link', 'Frame', 'File']) {
        await dialog(page).getByRole('radio', { name: form }).check();
        if (form === 'Frame') await preview(page);
        expect(await violations(page)).toEqual([]);
        const { excess, tiny } = await measure(page);
        expect({ form, excess, tiny }).toEqual({ form, excess: 0, tiny: [] });
        const content = dialog(page).locator('.content');
        expect(await content.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
        await expect(dialog(page).locator('.primary')).toBeInViewport({ ratio: 1 });
      }
    });
  });
}

test('a link with the result is reproduced bit for bit, and an edited one is not', async ({
  page,
  context,
}) => {
  await open(page, 'dataset=moons&steps=50&speed=max&run=sgd&run=adam,learningRate=0.02');
  await openShare(page);
  await expect(dialog(page)).toContainText('Once the race has ended');
  await page.keyboard.press('Escape');
  await finish(page);
  await openShare(page);
  await dialog(page)
    .getByRole('checkbox', { name: /With the result/ })
    .check();
  await expect(text(page)).toHaveValue(
    /&run=adam[^&]*&expect=[0-9a-f]{16}(-[0-9a-f]{4}){3},[0-9a-f]{16}(-[0-9a-f]{4}){3}$/,
  );
  const link = await text(page).inputValue();

  const reader = await context.newPage();
  await reader.goto(link);
  await until(reader, 'ready');
  const words = reader.locator('fall-line-expected');
  await expect(words).toContainText('Play it to the end to compare.');
  await finish(reader);
  await expect(words).toContainText('Reproduced bit for bit.');
  await reader.getByRole('button', { name: 'linear', exact: true }).click();
  await expect(words, 'looks do not matter').toContainText('Reproduced bit for bit.');
  expect(await violations(reader)).toEqual([]);
  await reader.getByRole('button', { name: 'Restart from the same weights' }).click();
  await expect(words).toContainText('Play it to the end to compare.');
  await reader.getByLabel('Random seed').first().fill('7');
  await reader.getByLabel('Random seed').first().press('Enter');
  await expect(words, 'another race has another result').toHaveCount(0);
  await expect.poll(() => reader.url()).not.toContain('expect=');

  // Another digit in the hash of the end, and not in those of the curve up to half of the race.
  const edited = link.replace(/.(?=(-....){3}$)/, (digit) => (digit === '0' ? '1' : '0'));
  await reader.goto('about:blank');
  await reader.goto(edited.replace('#', 'embed.html#'));
  await until(reader, 'ready');
  await finish(reader);
  await expect(words).toContainText('Not the expected result.');
  await expect(words).toContainText('Adam parted after step 25.');
  await expect(words).toContainText('The same bit for bit: SGD.');
});

test('an expected result that can not be read gives a notice', async ({ page }) => {
  await open(page, 'steps=20&run=sgd&expect=beef');
  await expect(page.locator('fall-line-notices')).toContainText(
    'expect=beef must be 16 hexadecimal digits for the racer',
  );
  await expect(page.locator('fall-line-expected')).toHaveCount(0);
});
