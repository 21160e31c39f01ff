// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

const file = 'oembed.json';
const size = { width: 800, height: 480 };

/**
 * Lets systems that know oEmbed (https://oembed.com) turn the page's link into a frame. Addresses in it must
 * be whole, so it needs that of the site, which FALL_LINE_SITE gives. A static file can't describe a link's race.
 */
export function oembed(site = process.env.FALL_LINE_SITE): Plugin {
  return {
    name: 'fall-line:oembed',
    generateBundle() {
      if (site) this.emitFile({ type: 'asset', fileName: file, source: oembedOf(site) });
    },
    transformIndexHtml() {
      if (!site) return [];
      const href = new URL(file, site).href;
      const attrs = { rel: 'alternate', type: 'application/json+oembed', href };
      return [{ tag: 'link', attrs, injectTo: 'head' }];
    },
  };
}

/** The answer of oEmbed for the page at `site`. */
export function oembedOf(site: string): string {
  const frame = new URL('embed.html', site).href;
  return JSON.stringify({
    type: 'rich',
    version: '1.0',
    provider_name: 'Fall Line',
    provider_url: site,
    title: 'Optimizers race on one network',
    html: `<iframe src="${frame}" title="Optimizer race" width="${size.width}" height="${size.height}" loading="lazy" sandbox="allow-scripts allow-popups" frameborder="0"></iframe>`,
    ...size,
  });
}
