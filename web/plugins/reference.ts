// SPDX-License-Identifier: MIT
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Measurements } from '../reference/measured.ts';
import { styleFile } from '../reference/page.ts';
import { referencePages } from '../reference/site.ts';
import { styleSheet } from '../reference/style.ts';
import { builtEngine } from './built-engine.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const read = (relative: string) => readFileSync(path(relative), 'utf8');

/** Draws the reference from the catalog: static pages beside the playground, none of them in it. */
export function reference(): Plugin {
  return {
    name: 'fall-line:reference',
    async generateBundle() {
      const emit = (file: string, source: string) =>
        this.emitFile({ type: 'asset', fileName: `reference/${file}`, source });
      for (const { file, text } of referencePages(await builtEngine(), measurements()))
        emit(file, text);
      emit(styleFile, styleSheet(read('../src/styles/tokens.css'), read('../reference/style.css')));
    },
  };
}

/** What .ci/measurements.js has gathered; nothing where the tests did not run. */
function measurements(): Measurements {
  const file = path('../../build/reference.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
