// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { minifySync, type Plugin, transformWithOxc } from 'vite';

const script = fileURLToPath(new URL('../src/unstarted.ts', import.meta.url));

/** All browsers with modules support it. */
const target = 'es2015';

/** Even if no script may run, this text appears after ten seconds. A page that starts replaces it earlier. */
const style = `<style>
.failure { max-width: 60ch; margin: 15vh auto; padding: 0 16px; font-size: 16px }
.late { position: absolute; inset: 0 0 auto; background: Canvas; animation: late 0s 10s backwards }
@keyframes late { from { visibility: hidden } }
</style>`;

const words = `<p class="failure late">Fall Line has not started yet. On a slow connection it takes longer. Otherwise reload the page or try another browser: something blocks its scripts.</p>
<noscript><p class="failure">Fall Line is made of scripts and WebAssembly. Allow scripts to see it.</p></noscript>`;

/** Adds texts to a page that are shown if its module does not start. */
export function unstarted(): Plugin {
  return {
    name: 'fall-line:unstarted',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const { code } = await transformWithOxc(readFileSync(script, 'utf8'), script, { target });
        const classic = `<script>${minifySync(script, code, { module: false }).code}</script>`;
        // After the title is after the charset declaration and before all other scripts.
        return html
          .replace('</title>', (end) => end + style + classic)
          .replace('</body>', (end) => words + end);
      },
    },
  };
}
