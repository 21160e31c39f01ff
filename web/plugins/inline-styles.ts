// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/** Inlines the page's colours and sizes, so the first paint does not wait for a style sheet. */
export function inlineStyles(): Plugin {
  return {
    name: 'fall-line:inline-styles',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        return html.replace(
          /<link rel="stylesheet"[^>]*href="\.\/([^"]*)">/,
          (link, fileName: string) => {
            const file = bundle[fileName];
            if (file?.type !== 'asset') return link;
            delete bundle[fileName];
            return `<style>${String(file.source).trim()}</style>`;
          },
        );
      },
    },
  };
}
