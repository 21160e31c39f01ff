// SPDX-License-Identifier: MIT
// The files of the built frame: binaries as text, and chunks as classic scripts.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOfBytes } from '../../web/plugins/binary-scripts.ts';
import * as compileNow from '../../web/src/engine/compile-now.ts';
import * as compileScriptNow from '../../web/src/engine/compile-script-now.ts';
import * as compileScript from '../../web/src/engine/compile-script.ts';
import * as compile from '../../web/src/engine/compile.ts';
import { bytesOfText } from '../../web/src/engine/text-bytes.ts';
import { type Chunk, Loader } from '../../web/src/frame/loader.ts';
import { raceInWords } from '../../web/src/frame/poster.ts';

/** Names of the scripts that a page was given, each with what its arrival does. */
let scripts: Map<string, { onload(): void; onerror(): void }>;

beforeEach(() => {
  scripts = new Map();
  vi.stubGlobal('document', {
    createElement: () => ({ remove() {} }),
    head: {
      append: (script: { src: string; onload(): void; onerror(): void }) =>
        scripts.set(script.src, script),
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const chunk = (needs: string[], run: Chunk['run']): Chunk => ({ needs, run });

/** Lets a file of the loader arrive. */
function arrive(loader: Loader, name: string, part: Chunk | string): void {
  loader.add(name, part);
  scripts.get(`frame/${name}`)?.onload();
}

test('a binary is the same after it was text of a script', () => {
  const bytes = Uint8Array.from({ length: 512 }, (_, i) => i % 256);
  const text = textOfBytes(bytes);
  expect(text).not.toMatch(/[\0\n\r"\\]/);
  expect(bytesOfText(text)).toEqual(bytes);
});

test('what compiles from scripts offers what it replaces', () => {
  expect(Object.keys(compileScript)).toEqual(Object.keys(compile));
  expect(Object.keys(compileScriptNow)).toEqual(Object.keys(compileNow));
});

test('a chunk runs once, after all that it needs, in a task of its own', async () => {
  const loader = new Loader('frame/');
  const ran: string[] = [];
  const wanted = Promise.resolve(loader.require('./a.js'));
  arrive(
    loader,
    'a.js',
    chunk(['b.js'], (require, _, module) => {
      const { b } = require('./b.js') as { b: number };
      ran.push('a');
      module.exports = { sum: b + 1 };
    }),
  );
  await vi.waitFor(() => expect([...scripts.keys()]).toContain('frame/b.js'));
  expect(ran).toEqual([]);
  arrive(
    loader,
    'b.js',
    // A circle, as chunks may have.
    chunk(['a.js'], (_, exports) => {
      ran.push('b');
      setTimeout(() => ran.push('another task'));
      Object.assign(exports as object, { b: 1 });
    }),
  );
  expect(await wanted).toEqual({ sum: 2 });
  expect(loader.require('./a.js')).toEqual({ sum: 2 });
  expect(ran).toEqual(['b', 'another task', 'a']);
});

test('a file that failed is asked for again', async () => {
  const loader = new Loader('frame/');
  const first = loader.load('a.js');
  scripts.get('frame/a.js')?.onerror();
  await expect(first).rejects.toThrow('a.js could not be loaded');
  const second = loader.load('a.js');
  arrive(loader, 'a.js', 'text');
  expect(await second).toBe('text');
});

test('a file that this browser cannot read is an error', async () => {
  const loader = new Loader('frame/');
  const loading = loader.load('a.js');
  scripts.get('frame/a.js')?.onload();
  await expect(loading).rejects.toThrow('does not run in this browser');
});

test.each([
  ['#v=3&dataset=spiral&run=sgd,learningRate=1&run=adam', '', 'sgd, adam on spiral'],
  ['', '?s=v%3D3%26surface%3Dbowl%26run%3Dsgd', 'sgd on bowl'],
  ['#dataset=own-2dc0ef653ab59312&table=f&run=sgd', '', 'sgd on own data'],
  ['', '', ''],
  [`#run=${'x'.repeat(500)}`, '', 'x'.repeat(120)],
])('the poster of %s%s says "%s"', (hash, search, words) => {
  expect(raceInWords({ hash, search })).toBe(words);
});
