// SPDX-License-Identifier: MIT
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from '@playwright/test';
import type { FallLine } from '../../../web/src/element/fall-line.ts';
import { until } from './race.ts';
import { test as base } from './test.ts';

export const dist = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** A short race. */
export const spiral = 'v=3&dataset=spiral&hidden=4&steps=120&speed=max&run=sgd&run=adam';

const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** How a page loads each of the element's scripts. */
const scripts = {
  classic: ['defer', 'fall-line.classic.js'],
  module: ['type="module"', 'fall-line.js'],
} as const;

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

/** The text of an author, and the site with the script and the frame, which is of another origin. */
export class Author {
  /** The origins of the site and of the text. */
  site = '';
  origin = '';
  /** Headers of the text. */
  headers: Record<string, string> = {};
  readonly #servers: Server[];
  #text = '';

  constructor() {
    const site = createServer((request, response) => {
      const name = /^\/(embed\.html|fall-line(?:\.classic)?\.js|frame\/[\w.-]+)(\?|$)/.exec(
        request.url ?? '',
      )?.[1];
      if (name === undefined || !existsSync(`${dist}/${name}`))
        return response.writeHead(404).end();
      response.writeHead(200, {
        'content-type': types[name.split('.').at(-1) ?? ''],
        // A module needs it. The classic script and the frame do not.
        ...(name === 'fall-line.js' && { 'access-control-allow-origin': '*' }),
      });
      return createReadStream(`${dist}/${name}`).pipe(response);
    });
    const author = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', ...this.headers }).end(this.#text);
    });
    this.#servers = [site, author];
  }

  async start(): Promise<void> {
    const [site, author] = this.#servers as [Server, Server];
    [this.site, this.origin] = [await listen(site), await listen(author)];
  }

  stop(): void {
    for (const server of this.#servers) server.close();
  }

  /** Opens a text. */
  async open(page: Page, head: string, body: string): Promise<void> {
    this.#text = `<!doctype html><html lang="en"><title>A text</title>
      <link rel="icon" href="data:," />${head}<main>${body}</main></html>`;
    await page.goto(this.origin);
  }

  /** Opens a text with one of the element's scripts, as an author has it. */
  write(page: Page, body: string, kind: keyof typeof scripts = 'classic'): Promise<void> {
    const [how, name] = scripts[kind];
    return this.open(page, `<script ${how} src="${this.site}/${name}"></script>`, body);
  }
}

export const test = base.extend<object, { author: Author }>({
  author: [
    // Playwright wants a pattern here, even an empty one.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const author = new Author();
      await author.start();
      await use(author);
      author.stop();
    },
    { scope: 'worker' },
  ],
});

/** The frame of an element, once its race is in one of the states. */
export async function frameOf(
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

/** Calls a function of the page with the first element. */
export const withElement = <T>(
  page: Page,
  work: (element: FallLine) => T | Promise<T>,
): Promise<T> =>
  page
    .locator('fall-line')
    .first()
    .evaluate(work as unknown as (element: Element) => T | Promise<T>);
