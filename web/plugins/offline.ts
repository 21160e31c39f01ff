// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minifySync, type Plugin, transformWithOxc } from 'vite';
import type { Kept } from '../src/offline/kept.ts';

const script = fileURLToPath(new URL('../src/offline/service-worker.ts', import.meta.url));
const manifest = 'manifest.webmanifest';
const icon = 'icon.svg';

/**
 * Makes the page installable, and able to start without a network: a web app manifest, its icon, and the
 * service worker, which keeps all other files of the page's build but the reference.
 */
export function offline(): Plugin {
  return {
    name: 'fall-line:offline',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: `./${manifest}` }, injectTo: 'head' },
    ],
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('There is no page to keep.');
        const html = String(page.source);
        this.emitFile({ type: 'asset', fileName: icon, source: iconOf(html) });
        this.emitFile({ type: 'asset', fileName: manifest, source: manifestOf(html) });
        const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
        const version = createHash('sha256').update(html).update(files.join()).digest('hex');
        const kept: Kept = { version: version.slice(0, 12), files: [manifest, icon, ...files] };
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: await worker(kept) });
      },
    },
  };
}

async function worker(kept: Kept): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(script, 'utf8'), script);
  const whole = `(() => {const kept = ${JSON.stringify(kept)};${code.replace('export {};', '')}})();`;
  return minifySync(script, whole, { module: false }).code;
}

/** The page's icon as a file. */
function iconOf(html: string): string {
  const [, data] = /<link\s+rel="icon"\s+href="data:image\/svg\+xml,([^"]+)"/.exec(html) ?? [];
  if (!data) throw new Error('The page has no icon.');
  return decodeURIComponent(data);
}

function manifestOf(html: string): string {
  const [, description] = /name="description"\s+content="([^"]+)"/.exec(html) ?? [];
  return JSON.stringify({
    name: 'Fall Line',
    short_name: 'Fall Line',
    description,
    start_url: './',
    scope: './',
    display: 'standalone',
    icons: [{ src: icon, sizes: 'any', type: 'image/svg+xml' }],
  });
}
