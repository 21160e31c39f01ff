// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from '@playwright/test';
import { until } from './support/race.ts';
import { expect, test } from './support/test.ts';

const dist = fileURLToPath(new URL('../../web/dist', import.meta.url));
const types: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
};

/** The script and the frame are of another origin than the text. */
let servers: Server[];
let origin: string;
let textOrigin: string;
let text = '';

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

test.beforeAll(async () => {
  const site = createServer((request, response) => {
    const name = /^\/(embed\.html|fall-line\.js|frame\/[\w.-]+)(\?|$)/.exec(request.url ?? '')?.[1];
    if (name === undefined || !existsSync(`${dist}/${name}`)) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': types[name.split('.').at(-1) ?? ''],
      // A script of type module needs it. The frame does not.
      ...(name === 'fall-line.js' && { 'access-control-allow-origin': '*' }),
    });
    return createReadStream(`${dist}/${name}`).pipe(response);
  });
  const author = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(text);
  });
  servers = [site, author];
  [origin, textOrigin] = [await listen(site), await listen(author)];
});

test.afterAll(() => {
  for (const server of servers) server.close();
});

/** Opens a text of another origin, with the script as an author has it. */
async function author(page: Page, body: string): Promise<void> {
  text = `<!doctype html><html lang="en"><title>A text</title><link rel="icon" href="data:," />
    <script type="module" src="${origin}/fall-line.js"></script><main>${body}</main></html>`;
  await page.goto(textOrigin);
}

/** The frame of an element, once its race is in one of the states. */
async function frameOf(
  page: Page,
  selector = 'fall-line',
  ...states: Parameters<typeof until>[1][]
): Promise<Frame> {
  const handle = await page.waitForSelector(`${selector} iframe`, { state: 'attached' });
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The frame has no content.');
  await until(frame, ...(states.length > 0 ? states : (['ready', 'paused', 'finished'] as const)));
  return frame;
}

const rates = (frame: Frame) =>
  frame.evaluate(() => {
    const { playground } = document.querySelector(
      'fall-line-figure',
    ) as HTMLElementTagNameMap['fall-line-figure'];
    return playground.settings.racers.map(({ optimizer }) => optimizer.values.learningRate);
  });

test('the script is small and needs nothing else', () => {
  const script = readFileSync(`${dist}/fall-line.js`);
  expect(execFileSync('gzip', ['-6', '-n', '-c'], { input: script }).length).toBeLessThan(4000);
  expect(script.toString()).not.toMatch(/\bimport\b(?!\.meta)|\bfrom"/);
});

test('a button sets a rate and waits for divergence, in two lines of script', async ({ page }) => {
  await author(
    page,
    `<fall-line id="race" state="v=3&dataset=plane&loss=mean-squared-error&activation=relu&steps=200&speed=max&run=sgd,learningRate=0.01&run=adam">A race.</fall-line>
    <button>Set the rate to 20 and watch</button><output></output>
    <script type="module">
      const race = document.getElementById('race'), output = document.querySelector('output');
      document.querySelector('button').onclick = () => race.setState({ 'run1.learningRate': 20 }).then(() => race.run());
      race.addEventListener('diverged', ({ detail }) => (output.textContent = detail.name + ' diverged at step ' + detail.step));
    </script>`,
  );
  const frame = await frameOf(page);
  expect(await rates(frame)).toEqual([0.01, expect.any(Number)]);
  await page.getByRole('button').click();
  await expect(page.locator('output')).toHaveText(/^SGD diverged at step \d+$/);
  expect((await rates(frame))[0]).toBe(20);
});
