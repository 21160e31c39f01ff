// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { readGuideFile } from '../guide/read.ts';
import { guidePages } from '../guide/site.ts';

const guideFolder = fileURLToPath(new URL('../guide/', import.meta.url));
const folder = `${guideFolder}pages/`;

/** The files of the guide, in the order of the numbers in their names. */
export const guideFiles = () =>
  readdirSync(folder)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => readGuideFile(name, readFileSync(`${folder}${name}`, 'utf8')));

/** Generates the authors' guide: static pages beside the reference, in its style. */
export function guide(): Plugin {
  return {
    name: 'fall-line:guide',
    generateBundle() {
      for (const { file, text } of guidePages(guideFiles()))
        this.emitFile({ type: 'asset', fileName: `guide/${file}`, source: text });
      const source = readFileSync(`${guideFolder}style.css`, 'utf8');
      this.emitFile({ type: 'asset', fileName: 'guide/style.css', source });
    },
  };
}
