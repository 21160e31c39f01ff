// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/**
 * Preloads what the page's script asks for first, so the browser fetches both at once. That is the engine
 * of the first race. With a link it is the link's reader, because the precision is not yet known.
 */
export function early(engine: RegExp, reader: RegExp): Plugin {
  return {
    name: 'fall-line:early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const find = (pattern: RegExp): string => {
          const found = Object.keys(bundle).find((fileName) => pattern.test(fileName));
          if (!found) throw new Error(`Nothing in the bundle is called ${pattern}.`);
          return `./${found}`;
        };
        const fetched = { rel: 'preload', as: 'fetch', crossOrigin: '', href: find(engine) };
        const script = { rel: 'modulepreload', crossOrigin: '', href: find(reader) };
        const wanted = `location.hash ? ${JSON.stringify(script)} : ${JSON.stringify(fetched)}`;
        const link = `Object.assign(document.createElement('link'), ${wanted})`;
        return [
          { tag: 'script', children: `document.head.append(${link})`, injectTo: 'head-prepend' },
        ];
      },
    },
  };
}
