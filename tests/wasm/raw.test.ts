// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../../wasm/${file}`, import.meta.url), 'utf8');
const all = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), (m) => m[1]).sort();

// Emscripten 3.1.6 generates no types, so raw.ts is written by hand and has to be kept in step.
test('raw.ts declares the functions that bindings.cpp binds', () => {
  const bound = all(read('bindings.cpp'), /\bfunction\("(\w+)"/g);
  const typed = all(read('raw.ts'), /^ {2}(\w+)\(/gm);
  expect(typed).toEqual(bound);
});
