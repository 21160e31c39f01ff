// SPDX-License-Identifier: MIT
// What a reader may take away of a race, and a race that is opened again.
import { readFile, writeFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { measure } from './support/layout.ts';
import { looks } from './support/looks.ts';
import { curves, finish, open, raceFacts, until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const link =
  'dataset=moons&steps=60&speed=max&run=sgd,learningRate=0.1&run=lion,learningRate=0.001';
const name = 'fall-line-sgd-lion-moons';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Download results' });
const opener = (page: Page) =>
  page.locator('fall-line-chart-card').getByRole('button', { name: 'Download', exact: true });

async function openResults(page: Page): Promise<void> {
  await opener(page).click();
  await expect(dialog(page)).toBeVisible();
}

/** The contents of the file that a button offers. */
async function saved(page: Page, what: string, as: string): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: what }).click();
  const download: Download = await coming;
  expect(download.suggestedFilename()).toBe(as);
  await expect(dialog(page).getByRole('status')).toHaveText(`Downloaded as ${as}.`);
  return readFile(await download.path());
}

/** The size that the header of a PNG says. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

/** What a browser makes of an SVG: whether it parses, its texts, and the number of its parts. */
const parsed = (page: Page, svg: Buffer) =>
  page.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      name: root.localName,
      title: root.querySelector('title')?.textContent,
      width: Number(root.getAttribute('width')),
      texts: [...root.querySelectorAll('text')].map((one) => one.textContent ?? ''),
      paths: root.querySelectorAll('path').length,
      odd: [...root.querySelectorAll('*')].filter((one) =>
        /NaN|undefined|Infinity/.test((one.cloneNode() as Element).outerHTML),
      ).length,
    };
  }, svg.toString());

test('the loss chart is a picture with title, settings and seed', async ({ page }) => {
  await open(page, link);
  await finish(page);
  await openResults(page);
  const png = await saved(page, 'Loss chart as PNG', `${name}-losses.png`);
  const [width, height] = sizeOf(png);
  const svg = await parsed(page, await saved(page, 'Loss chart as SVG', `${name}-losses.svg`));
  expect(svg).toMatchObject({ name: 'svg', title: 'Test loss', odd: 0 });
  expect(width, 'twice the pixels').toBe(2 * svg.width);
  expect(height).toBeGreaterThan(800);
  expect(svg.texts.join('\n')).toMatch(/Moons, hidden layers of 8 and 8 units/);
  expect(svg.texts.join('\n')).toMatch(/random seed 1/);
  expect(svg.texts.join('\n')).toMatch(/η 0.1 · test loss 0\.\d+ at step 60/);
  expect(svg.texts.filter((text) => text === 'Lion')).toHaveLength(3);
  expect(svg.paths).toBeGreaterThan(8);
});

test('the pictures of networks and surfaces have their names and shades', async ({ page }) => {
  await open(page, link);
  await finish(page);
  await openResults(page);
  const learned = await saved(page, 'learned as SVG', `${name}-learned.svg`);
  const regions = await parsed(page, learned);
  expect(regions).toMatchObject({ title: 'What each racer has learned', odd: 0 });
  expect(regions.texts.filter((text) => text === 'Lion')).toHaveLength(2);
  expect(regions.paths, 'a mark for each sample').toBeGreaterThan(1000);
  expect(learned.toString().match(/data:image\/png/g)).toHaveLength(2);
  expect(sizeOf(await saved(page, 'learned as PNG', `${name}-learned.png`))[0]).toBe(1760);

  await dialog(page).getByRole('combobox', { name: 'Racer' }).selectOption('Lion');
  const network = await parsed(
    page,
    await saved(page, 'diagram as SVG', `${name}-lion-network.svg`),
  );
  expect(network).toMatchObject({ title: 'Network of Lion', odd: 0 });
  expect(network.texts).toEqual(
    expect.arrayContaining(['Inputs', 'Hidden 1', 'Hidden 2', 'Output']),
  );
  await saved(page, 'diagram as PNG', `${name}-lion-network.png`);
  await page.keyboard.press('Escape');

  await open(page, 'surface=beale&steps=20&run=adam');
  await finish(page);
  await openResults(page);
  const file = 'fall-line-adam-beale-paths';
  const surface = await parsed(page, await saved(page, 'paths as SVG', `${file}.svg`));
  expect(surface).toMatchObject({ title: 'Beale', odd: 0 });
  expect(surface.texts.join()).toMatch(/from 1\.00, 1\.00/);
  const [width, height] = sizeOf(await saved(page, 'paths as PNG', `${file}.png`));
  expect(width).toBe(1760);
  expect(height).toBeGreaterThan(1120);
});

test('a curve over one input is a picture too', async ({ page }) => {
  await open(page, 'dataset=sine&steps=20&speed=max&run=adam');
  await finish(page);
  await openResults(page);
  const svg = await saved(page, 'learned as SVG', 'fall-line-adam-sine-learned.svg');
  expect(await parsed(page, svg)).toMatchObject({ name: 'svg', odd: 0 });
});

test('a race that is dropped on the page opens, and a bad one says why', async ({ page }) => {
  await open(page, 'surface=beale&steps=20&run=adam');
  const send = (sign: string, text: string) =>
    page.evaluate(
      ([type, contents]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([contents], 'race.json'));
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        return !document.body.dispatchEvent(event);
      },
      [sign, text] as const,
    );
  const drop = async (text: string) => {
    await send('dragenter', text);
    // The script that takes files is loaded when the first one comes.
    await expect.poll(() => send('dragover', text), 'files are taken').toBe(true);
    await send('drop', text);
  };
  const head = { format: 'fall-line race', version: 1 };
  await drop(JSON.stringify({ ...head, link: '' }));
  await expect(dialog(page).getByRole('alert')).toContainText(
    'race.json: link must be the link of a race (found "").',
  );
  await page.keyboard.press('Escape');
  await drop(JSON.stringify({ ...head, link: 'v=3&run=lion', racers: [] }));
  await expect.poll(async () => (await raceFacts(page)).link).toBe('v=3&run=lion');
  await expect(dialog(page)).toHaveCount(0);
});

test('a race comes back from its file with the same bits', async ({ page, context }, info) => {
  await open(page, link);
  await finish(page);
  const { link: wanted } = await raceFacts(page);
  const expected = await curves(page);
  await openResults(page);
  const file = info.outputPath('race.json');
  await writeFile(file, await saved(page, 'The whole race as JSON', `${name}.json`));

  const reader = await context.newPage();
  await open(reader, 'surface=beale&steps=20&run=adam');
  await openResults(reader);
  await dialog(reader).getByLabel('Choose a race').setInputFiles(file);
  await expect(dialog(reader)).toHaveCount(0);
  await until(reader, 'ready');
  expect((await raceFacts(reader)).link).toMatch(
    new RegExp(`^${wanted.replaceAll('.', '\\.')}&expect=`),
  );
  await finish(reader);
  expect(await curves(reader)).toEqual(expected);
  await expect(reader.locator('fall-line-expected')).toContainText('Reproduced bit for bit.');
});

test('a bad file is refused with a reason, and nothing is lost', async ({ page }) => {
  await open(page, link);
  await finish(page);
  const before = await raceFacts(page);
  await openResults(page);
  for (const [text, why] of [
    ['x,y\n1,2', 'race.json: The file is not JSON'],
    ['{"format":"other"}', 'race.json: format must be "fall-line race" (found "other").'],
  ] as const) {
    await dialog(page)
      .getByLabel('Choose a race')
      .setInputFiles({
        name: 'race.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    await expect(dialog(page).getByRole('alert')).toContainText(why);
  }
  await page.keyboard.press('Escape');
  expect(await raceFacts(page)).toEqual(before);
});

test('the keyboard alone opens, downloads and closes', async ({ page }) => {
  await open(page, link);
  await opener(page).press('Enter');
  const button = dialog(page).getByRole('button', { name: 'Curves as CSV' });
  await expect(dialog(page)).toBeVisible();
  for (let tabs = 0; tabs < 12 && !(await button.evaluate(isFocused)); tabs++)
    await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await coming).suggestedFilename()).toBe(`${name}-curves.csv`);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(opener(page)).toBeFocused();
});

const isFocused = (element: Element) =>
  (element.getRootNode() as ShadowRoot).activeElement === element;

for (const { colorScheme, width, tag } of looks) {
  test.describe(`${width} pixels, ${colorScheme}`, { ...(tag && { tag }) }, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('fits, axe finds nothing, and files come', async ({ page }) => {
      await open(page, link);
      await openResults(page);
      expect(await violations(page)).toEqual([]);
      const { excess, tiny } = await measure(page);
      expect({ excess, tiny }).toEqual({ excess: 0, tiny: [] });
      const content = dialog(page).locator('.content');
      expect(await content.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
      const table = await saved(page, 'Data as CSV', `${name}-data.csv`);
      expect(table.toString().split('\r\n')[0]).toBe('input1,input2,target,split');
      await saved(page, 'Loss chart as PNG', `${name}-losses.png`);
    });
  });
}

test('the model of a racer is for NumPy and ONNX, and the reader chooses the racer', async ({
  page,
}) => {
  await open(page, link);
  await openResults(page);
  const npz = await saved(page, 'Parameters as NPZ', `${name}-sgd-model.npz`);
  expect(npz.subarray(0, 2).toString(), 'a zip file').toBe('PK');
  await dialog(page).getByRole('combobox', { name: 'Racer' }).selectOption('Lion');
  const json = await saved(page, 'Parameters as JSON', `${name}-lion-model.json`);
  const { racer, parameters } = JSON.parse(json.toString());
  expect(racer).toBe('Lion');
  expect(parameters['layer1.weight']).toHaveLength(8);
  const onnx = await saved(page, 'Network as ONNX', `${name}-lion-model.onnx`);
  for (const word of ['Gemm', 'Tanh', 'Sigmoid', 'layer3.bias'])
    expect(onnx.toString()).toContain(word);
});

test('a race on a surface has no samples and no model', async ({ page }) => {
  await open(page, 'surface=beale&steps=20&run=adam');
  await openResults(page);
  await expect(dialog(page).getByRole('button', { name: /as CSV$/ })).toHaveCount(2);
  await expect(dialog(page).getByRole('button', { name: /ONNX|NPZ|Data/ })).toHaveCount(0);
});
