// SPDX-License-Identifier: MIT
// In Node, where pages are rendered on a server.
import { expect, test } from 'vitest';

test('the element can be imported where there are no elements', async () => {
  expect(globalThis.HTMLElement).toBeUndefined();
  const { FallLine } = await import('../../web/src/element/main.ts');
  expect(FallLine.observedAttributes).toContain('state');
  expect(FallLine.src).toMatch(/\/embed\.html$/);
});
