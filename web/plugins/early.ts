// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/**
 * Lets the browser fetch beside the script of the page, not after it, what that asks for first: the
 * engine of the first race, or, as long as nobody knows which engine it needs, what reads a link.
 */
export function early(engine: RegExp, reader: RegExp): Plugin {
  return {
    name: 'fall-line:early',
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
