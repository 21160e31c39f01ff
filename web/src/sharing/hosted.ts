// SPDX-License-Identifier: MIT
import { wayHome } from '../util/site.ts';

/** The folder of the hosted pages, with a slash at its end, or undefined where it is unknown. */
export function hostedHome(): string | undefined {
  const way = wayHome();
  return way === undefined ? undefined : new URL(way || '.', location.href).href;
}

/** The folder that a reader typed as the place of the hosted pages, or undefined if it is no address of the web. */
export function typedHome(text: string): string | undefined {
  const address = text.trim();
  if (!/^https?:\/\/[^/\s]+/i.test(address)) return undefined;
  const url = parsed(address);
  if (!url) return undefined;
  const { pathname } = url;
  url.hash = '';
  url.search = '';
  if (!/\/$|\.html?$/i.test(pathname)) url.pathname = `${pathname}/`;
  return new URL('.', url).href;
}

/** URL.canParse is younger than the oldest browsers of the page. */
function parsed(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
