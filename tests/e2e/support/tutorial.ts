// SPDX-License-Identifier: MIT
// A tutorial by somebody who has read no more than the README: its line, in a page of another site.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dist, Site } from './site.ts';

export interface Tutorial {
  scheme: 'light' | 'dark';
  /** Where the page is: on a server, under a strict policy, or on disk, alone or together with the figure. */
  from: 'a server' | 'disk' | 'disk, with its figure';
}

export const tutorials: readonly Tutorial[] = [
  { scheme: 'light', from: 'a server' },
  { scheme: 'dark', from: 'a server' },
  { scheme: 'dark', from: 'disk' },
  { scheme: 'light', from: 'disk, with its figure' },
];

/** What the script of the tutorial has heard of its figure. */
export interface Heard {
  ready: boolean;
  height: number;
  done: { step: number; runs: { optimizer: string; hash: string }[] } | undefined;
}

/** The line of the README, with the address of our own site. On disk it must lose its sandbox, as the README says. */
function lineFor(site: string): string {
  const [, line] =
    /```html\n(<iframe[^]*?<\/iframe>)\n```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const address = 'https://example.org/fall-line/';
  if (!line?.includes(address)) throw new Error('The README has no line for authors.');
  const ours = line.replace(address, site);
  return site.startsWith('file:') ? ours.replace(/\s+sandbox="[^"]*"/, '') : ours;
}

/** Listens to the figure, and plays it, as EMBEDDING.md tells. Nothing from outside: it runs in the page. */
function listen(): void {
  const frame = document.querySelector('iframe');
  const { port1, port2 } = new MessageChannel();
  const heard: Heard = { ready: false, height: 0, done: undefined };
  Object.assign(globalThis, { heard });
  port1.onmessage = ({ data }) => {
    if (data.type === 'ready') {
      heard.ready = true;
      heard.height = data.height;
      port1.postMessage({ ns: 'fall-line', v: 1, id: 1, type: 'step', n: 1_000_000 });
    }
    if (data.type === 'done') heard.done = { step: data.step, runs: data.runs };
  };
  addEventListener(
    'message',
    ({ data, source }) => {
      if (source !== frame?.contentWindow || data.type !== 'hello' || heard.ready) return;
      frame?.contentWindow?.postMessage({ ns: 'fall-line', v: 1, type: 'init' }, '*', [port2]);
    },
    { once: true },
  );
}

const page = (site: string, { scheme, from }: Tutorial): string => {
  const policy = `default-src 'none'; img-src data:; frame-src ${site}; style-src 'unsafe-inline'; script-src 'nonce-of-the-author'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    ${from === 'a server' ? `<meta http-equiv="Content-Security-Policy" content="${policy}" />` : ''}
    <meta name="color-scheme" content="${scheme}" />
    <link rel="icon" href="data:," />
    <title>How optimizers descend</title>
    <style>
      body { margin: 0; font: 16px/1.5 serif; ${scheme === 'dark' ? 'background: #16181d; color: #eee' : ''} }
      main { width: 320px; margin: 20px auto; }
    </style>
  </head>
  <body>
    <main>
      <h1>How optimizers descend</h1>
      <p>Two rules start from the same weights. Which one gets down first?</p>
      ${lineFor(site)}
      <p>The text goes on below the figure.</p>
    </main>
    <script nonce="of-the-author">(${listen.toString()})();</script>
  </body>
</html>
`;
};

/** The tutorial at an address of its own. */
export async function serveTutorial(
  tutorial: Tutorial,
): Promise<{ address: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tutorial-'));
  const onDisk = tutorial.from !== 'a server';
  const figures =
    tutorial.from === 'disk, with its figure' ? undefined : await Site.below('/fall-line/');
  const host = onDisk ? undefined : await Site.below();
  if (host) host.folder = folder;
  // Another site than the page's own, as authors have it.
  const site = figures?.address.replace('localhost', '127.0.0.1') ?? `file://${dist}/`;
  writeFileSync(join(folder, 'index.html'), page(site, tutorial));
  return {
    address: host?.address ?? `file://${folder}/index.html`,
    close() {
      host?.close();
      figures?.close();
    },
  };
}
