// SPDX-License-Identifier: MIT
import { type Browser, chromium } from '@playwright/test';
import { build, createServer, preview } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumOptions, findTestChromium } from '../support/browsers.js';
import { asked, expected, hashes, type Trained } from './golden.ts';
import { Project } from './project.ts';

/** Allows an app its own files and WebAssembly, and nothing else. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src data:";

let project: Project;
let browser: Browser;
beforeAll(async () => {
  project = new Project('vite');
  browser = await chromium.launch({ executablePath: findTestChromium(), args: chromiumOptions });
});
afterAll(async () => {
  await browser.close();
  project.remove();
});

/** The hashes of the golden runs of an app, trained by one of its functions, and all that it complains of. */
async function trained(address: string, by: 'trainHere' | 'trainInWorker') {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  await page.waitForFunction((name) => name in globalThis, by);
  const defined = await page.evaluate(() => customElements.get('fall-line') !== undefined);
  expect(defined, 'the element is registered').toBe(true);
  const work = ([name, given]: [string, unknown]) =>
    (globalThis as unknown as Record<string, (given: unknown) => Promise<Trained[]>>)[name]!(given);
  const found = {
    float32: hashes(await page.evaluate(work, [by, asked('float32')] as [string, unknown])),
    float64: hashes(await page.evaluate(work, [by, asked('float64')] as [string, unknown])),
  };
  await page.close();
  return { found, complaints };
}

const golden = {
  found: { float32: expected('float32'), float64: expected('float64') },
  complaints: [],
};

test('a built app trains to the golden bits under a strict policy, also in a worker', async () => {
  const common = { root: project.folder, base: './', configFile: false, logLevel: 'warn' } as const;
  await build(common);
  const server = await preview({
    ...common,
    preview: { headers: { 'Content-Security-Policy': policy }, port: 0 },
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  expect(await trained(address, 'trainHere')).toEqual(golden);
  expect(await trained(address, 'trainInWorker')).toEqual(golden);
  await server.close();
});

test('the server for developers serves the engine, too', async () => {
  const server = await createServer({
    root: project.folder,
    configFile: false,
    logLevel: 'warn',
    server: { port: 0 },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';
  expect(await trained(address, 'trainHere')).toEqual(golden);
  expect(await trained(address, 'trainInWorker')).toEqual(golden);
  await server.close();
});
