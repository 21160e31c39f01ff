// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** Characters that a string of a script may not have as they are. */
const special = new Set(['\0', '\n', '\r', '"', '\\'].map((letter) => letter.charCodeAt(0)));

/**
 * A binary as text of a script: each byte is the character of the same code, or of a code that is 256 higher.
 * Servers compress that to a tenth more than the binary, and base64 to a third more.
 */
export function textOfBytes(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) =>
    String.fromCharCode(special.has(byte) ? byte + 256 : byte),
  );
  return letters.join('');
}

/** Writes binaries as scripts into `folder`, for a frame that may load nothing else. */
export function binaryScripts(folder: string): Plugin {
  return {
    name: 'fall-line:binary-scripts',
    enforce: 'pre',
    load: {
      filter: { id: /\.wasm\?url$/ },
      handler(id) {
        const path = id.replace(/\?url$/, '');
        const bytes = readFileSync(path);
        const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 8);
        const name = `${basename(path, '.wasm')}-${hash}.js`;
        const source = `fallLine.add("${name}","${textOfBytes(bytes)}")`;
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source });
        return `export default ${JSON.stringify(`./${folder}/${name}`)};`;
      },
    },
  };
}
