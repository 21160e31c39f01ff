// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { styleFile } from '../reference/page.ts';
import { referencePages } from '../reference/site.ts';
import { styleSheet } from '../reference/style.ts';
import { builtEngine } from './built-engine.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const read = (relative: string) => readFileSync(path(relative), 'utf8');

/** Generates the reference from the catalog: static pages beside the playground and separate from it. */
export function reference(): Plugin {
  return {
    name: 'fall-line:reference',
    async generateBundle() {
      const emit = (file: string, source: string) =>
        this.emitFile({ type: 'asset', fileName: `reference/${file}`, source });
      const measured = JSON.parse(read('../../tests/reference/measured.json'));
      for (const { file, text } of referencePages(await builtEngine(), measured)) emit(file, text);
      emit(styleFile, styleSheet(read('../src/styles/tokens.css'), read('../reference/style.css')));
    },
  };
}
