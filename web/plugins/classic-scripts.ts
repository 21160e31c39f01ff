// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { earlyMessages, inOtherLanguages } from './early-messages.ts';
import { neverStarted } from './unstarted.ts';
import { virtual } from './virtual.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Every browser that can say that it is too old. */
const bootTarget = 'es2015';

/**
 * Turns chunks of CommonJS into classic scripts, and writes the page that loads them:
 *
 *     fallLine.add("name.js", { needs: ["other.js"], run: (require, exports, module) => { … } })
 *
 * src/frame/loader.ts has the other side. A frame loads classic scripts from any server, and modules only
 * from one with CORS headers.
 */
export function classicScripts(folder: string): Plugin {
  return {
    name: 'fall-line:classic-scripts',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // After Vite has written the style sheet.
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.values(bundle);
        for (const chunk of files) {
          if (chunk.type !== 'chunk') continue;
          const name = JSON.stringify(basename(chunk.fileName));
          const needs = JSON.stringify(chunk.imports.map((needed) => basename(needed)));
          chunk.code = `fallLine.add(${name},{needs:${needs},run(require,exports,module){${chunk.code}\n}})`;
        }
        const find = (pattern: RegExp): string => {
          const found = Object.keys(bundle).find((fileName) => pattern.test(fileName));
          if (!found) throw new Error(`Nothing in the bundle is called ${pattern}.`);
          return found;
        };
        const boot = await bootScript();
        const hash = createHash('sha256').update(boot).digest('base64url').slice(0, 8);
        const bootName = `${folder}/boot-${hash}.js`;
        this.emitFile({ type: 'asset', fileName: bootName, source: boot });
        const parts = {
          main: /\/embed-.*\.js$/,
          libraries: /\/libraries-/,
          reader: /\/deferred-/,
          engine: /float32\.first/,
        };
        const data = Object.entries(parts).map(
          ([key, pattern]) => `data-${key}="${basename(find(pattern))}"`,
        );
        const head = `<link rel="stylesheet" href="./${find(/\.css$/)}" />
    <script src="./${bootName}" ${data.join(' ')}></script>`;
        const source = readFileSync(path('../embed.html'), 'utf8')
          .replace(/<script type="module".*<\/script>/, head)
          .replace('</noscript', (end) => noScripts().join('') + end)
          .replace('</body>', `${neverStarted}</body>`);
        this.emitFile({ type: 'asset', fileName: 'embed.html', source });
      },
    },
  };
}

/** The sentence of embed.html for a frame without scripts, in the other languages. */
const noScripts = (): string[] =>
  inOtherLanguages(
    'This figure is made of scripts and WebAssembly. Allow scripts to see it, or {link}.',
    (text, say) =>
      text.replace(
        '{link}',
        `<a href="index.html" target="_blank" rel="noopener">${say('open the playground')}</a>`,
      ),
  ).map((text) => `<p>${text}</p>`);

/** The first script, which needs no other. */
async function bootScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      virtual(
        'early-messages',
        path('../src/frame/poster.ts'),
        () =>
          `export default ${earlyMessages('../src/frame/poster.ts', '../src/page/failure.ts')};`,
      ),
    ],
    build: {
      write: false,
      target: bootTarget,
      lib: { entry: path('../src/frame/boot.ts'), formats: ['iife'], name: 'boot' },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  const code = bundle?.output[0].code;
  if (!code) throw new Error('The first script of the frame is empty.');
  return code;
}
