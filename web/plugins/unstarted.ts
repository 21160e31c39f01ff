// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { earlyMessages, inAllLanguages } from './early-messages.ts';
import { minifySync, type Plugin, transformWithOxc } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const script = path('../src/unstarted.ts');
const style = path('../src/styles/failure.css');

/** All browsers with modules support it. */
const target = 'es2015';

/** The text for a page whose scripts do not run. */
export const neverStarted = `<p class="failure late">${inAllLanguages('Fall Line has not started yet. On a slow connection it takes longer. Otherwise reload the page or try another browser: something blocks its scripts.')}</p>`;

const words = `${neverStarted}
<noscript><p class="failure">${inAllLanguages('Fall Line is made of scripts and WebAssembly. Allow scripts to see it.')}</p></noscript>`;

/** Adds texts to a page that are shown if its module does not start. */
export function unstarted(): Plugin {
  return {
    name: 'fall-line:unstarted',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const { code } = await transformWithOxc(readFileSync(script, 'utf8'), script, { target });
        const texts = earlyMessages('../src/unstarted.ts');
        const whole = code.replace('earlyMessages', () => texts);
        const classic = `<script>${minifySync(script, whole, { module: false }).code}</script>`;
        const css = readFileSync(style, 'utf8')
          .replace(/\/\*.*?\*\/\s*/gs, '')
          .replace(/\s+/g, ' ');
        // After the title is after the charset declaration and before all other scripts.
        return html
          .replace('</title>', (end) => `${end}<style>${css}</style>${classic}`)
          .replace('</body>', (end) => words + end);
      },
    },
  };
}
