// SPDX-License-Identifier: MIT
/**
 * Keeps the page for when there is no network. plugins/offline.ts makes service-worker.js of it, with the
 * files of a build. It answers for the page and its own files alone: frames, the reference and the single file
 * are none of its business.
 *
 * The page itself comes from the network where there is one, so a new version is seen at once. Its other files
 * have their contents in their names. The files of an old version are deleted when no page uses them any more.
 */
import type { Kept } from './kept.ts';

/** What TypeScript's types of pages lack of a service worker. */
interface Later extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Later {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Scope {
  readonly location: Location;
  readonly clients: {
    matchAll(of: { type: 'window'; includeUncontrolled: true }): Promise<unknown[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  addEventListener(
    type: 'install' | 'activate' | 'message',
    listener: (event: Later) => void,
  ): void;
}

/** Replaced by the build. */
declare const kept: Kept;

const scope = self as unknown as Scope;
const page = new URL('./', scope.location.href);
/** All versions under this address. Others may be kept beside it. */
const family = `fall-line ${page.pathname} `;
const name = family + kept.version;
const files = new Set(kept.files.map((file) => new URL(file, page).href));

scope.addEventListener('install', (event) => {
  const requests = [page.href, ...files].map((url) =>
    // Only the page can be an old copy under the same address.
    url === page.href ? new Request(url, { cache: 'no-cache' }) : url,
  );
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(requests)));
});

scope.addEventListener('activate', (event) => {
  const isOld = (other: string) => other.startsWith(family) && other !== name;
  event.waitUntil(
    caches.keys().then((all) => Promise.all(all.filter(isOld).map((old) => caches.delete(old)))),
  );
});

/** A page of this version says that it has started. Any other page may still need the files of the last one. */
scope.addEventListener('message', (event) => {
  event.waitUntil(
    scope.clients.matchAll({ type: 'window', includeUncontrolled: true }).then(async (pages) => {
      if (pages.length < 2) await scope.skipWaiting();
    }),
  );
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  if (request.mode === 'navigate') {
    if (url.origin === page.origin && isPage(url.pathname)) event.respondWith(newest(request));
  } else if (files.has(url.origin + url.pathname)) event.respondWith(known(request));
});

function isPage(path: string): boolean {
  return path === page.pathname || path === `${page.pathname}index.html`;
}

async function newest(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const copy = await caches.match(page.href, { cacheName: name });
    if (copy) return copy;
    throw error;
  }
}

async function known(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: name, ignoreVary: true })) ?? fetch(request);
}
