// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/** Lets the browser fetch the script of the whole page beside the one that starts it, not after. */
export function early(script: string): Plugin {
  return {
    name: 'fall-line:early',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const wanted = Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' && file.facadeModuleId?.endsWith(script)
            ? [file.fileName, ...file.imports]
            : [],
        );
        const known = new Set(
          wanted.filter((fileName) => {
            const file = bundle[fileName];
            return !(file?.type === 'chunk' && file.isEntry);
          }),
        );
        return [...known].map((fileName) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
