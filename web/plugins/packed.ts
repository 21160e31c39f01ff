// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { earlyMessages, inAllLanguages } from './early-messages.ts';

const shell = fileURLToPath(new URL('../packed.html', import.meta.url));

/** What a browser without scripts shows. */
const needs = inAllLanguages(
  'The playground needs scripts and WebAssembly. Allow scripts and load the page again.',
);

/**
 * Makes a single-file page smaller: its text and the engine's binaries are zipped together, stored as
 * text once, and unpacked by the page itself.
 */
export function packed(fileName: string): Plugin[] {
  const binaries: Uint8Array[] = [];
  let end = 0;
  const collecting: Plugin = {
    name: 'fall-line:collect-binaries',
    enforce: 'pre',
    load: {
      filter: { id: /\.wasm\?url$/ },
      handler(id) {
        const binary = readFileSync(id.replace(/\?url$/, ''));
        binaries.push(binary);
        const place = `packed:${end}-${(end += binary.length)}`;
        return `export default ${JSON.stringify(place)};`;
      },
    },
  };
  const packing: Plugin = {
    name: 'fall-line:pack',
    enforce: 'post',
    generateBundle: {
      // After all other plugins have changed the page.
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('There is no page to pack.');
        delete bundle['index.html'];
        const files = Buffer.concat([...binaries, Buffer.from(page.source)]);
        const source = readFileSync(shell, 'utf8')
          .replace('%PACKED%', gzipSync(files, { level: 9 }).toString('base64'))
          .replace('%PAGE%', String(end))
          .replace('%MESSAGES%', () => earlyMessages('../packed.html'))
          .replace('%NEEDS%', () => needs);
        this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
  return [collecting, packing];
}
