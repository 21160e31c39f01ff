// SPDX-License-Identifier: MIT
// When versions take each other's place. Browsers decide themselves when a worker has nothing left to do, so
// tests/e2e/kept-offline.spec.ts can't wait for it.
import { beforeEach, expect, test, vi } from 'vitest';

type Listener = (event: unknown) => void;

const listeners = new Map<string, Listener>();
const skipWaiting = vi.fn(async () => {});
let pages = 1;
let kept = new Set<string>();
const files: string[] = [];

vi.stubGlobal('kept', { version: 'b2', files: ['assets/page-1.js'] });
vi.stubGlobal('self', {
  location: { href: 'https://example.org/some/service-worker.js' },
  clients: {
    matchAll: async (of: { includeUncontrolled?: boolean }) =>
      Array.from({ length: of.includeUncontrolled ? pages : 0 }),
  },
  skipWaiting,
  addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
});
vi.stubGlobal('caches', {
  keys: async () => [...kept],
  delete: async (name: string) => kept.delete(name),
  open: async (name: string) => {
    kept.add(name);
    return { addAll: async (all: (Request | string)[]) => files.push(...all.map(address)) };
  },
});
await import('../../web/src/offline/service-worker.ts');

const address = (of: Request | string) => (typeof of === 'string' ? of : of.url);

/** Sends an event, and waits for what it waits for. */
async function send(type: string): Promise<void> {
  let work: Promise<unknown> = Promise.resolve();
  listeners.get(type)?.({ waitUntil: (given: Promise<unknown>) => (work = given) });
  await work;
}

beforeEach(() => {
  skipWaiting.mockClear();
  kept = new Set(['fall-line /some/ a1', 'fall-line /other/ a1', "another site's"]);
});

test('keeps the page and its files beside those of the version before', async () => {
  await send('install');
  expect(files).toEqual(['https://example.org/some/', 'https://example.org/some/assets/page-1.js']);
  expect([...kept]).toContain('fall-line /some/ b2');
  expect([...kept]).toContain('fall-line /some/ a1');
});

test('deletes the version before, and nothing of other sites, once it takes over', async () => {
  await send('install');
  await send('activate');
  expect([...kept]).toEqual(['fall-line /other/ a1', "another site's", 'fall-line /some/ b2']);
});

test('takes over while one page of its own version is open, and no other', async () => {
  pages = 2;
  await send('message');
  expect(skipWaiting).not.toHaveBeenCalled();
  pages = 1;
  await send('message');
  expect(skipWaiting).toHaveBeenCalledOnce();
});
