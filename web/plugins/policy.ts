// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Where the build writes the policy for a host to send with the page. */
export const policyFile = 'content-security-policy.txt';

/**
 * Writes the strictest Content-Security-Policy of the page. The hashes are those of its short inline scripts:
 * early theme, preloads and the texts for a page that does not start. Without them the page works, too.
 */
export function policy(): Plugin {
  return {
    name: 'fall-line:policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('There is no page to allow.');
        const scripts = [...String(page.source).matchAll(/<script>([^]*?)<\/script>/g)];
        const hashes = scripts.map(([, script = '']) => `'sha256-${sha256(script)}'`);
        const source = [
          "default-src 'none'",
          `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(' ')}`,
          "worker-src 'self' blob:",
          "connect-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data:",
          "manifest-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
        ].join('; ');
        this.emitFile({ type: 'asset', fileName: policyFile, source: `${source}\n` });
      },
    },
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
