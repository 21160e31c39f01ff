// SPDX-License-Identifier: MIT
// The build replaces two modules inside dependencies by shorter ones. If an upgrade changes what those must
// offer, these tests say what to do.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as replacement from '../../web/src/chart/no-colours.ts';

/** The scripts of a folder, each with its text. */
const scriptsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?js$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

test('no-colours.ts offers what Chart.js imports from @kurkle/color', () => {
  const imported = new Set(
    scriptsIn('node_modules/chart.js/dist')
      .flatMap((text) => [...text.matchAll(/import\s*\{([^}]*)\}\s*from '@kurkle\/color'/g)])
      .flatMap(([, names = '']) => names.split(',').map((name) => name.trim())),
  );
  expect(
    [...imported],
    'Make chart/no-colours.ts export these, and see that nothing computes a colour. If there are none, drop the alias in vite.shared.ts and the file.',
  ).toEqual(Object.keys(replacement));
});

test('Vite has a preload helper of the shape that plugins/plain-imports.ts replaces', () => {
  const vite = scriptsIn('node_modules/vite/dist/node').join('\n');
  const advice =
    'Adapt plugins/plain-imports.ts to how Vite now wraps import(), or drop it if Vite no longer adds a helper.';
  for (const name of ['\\0vite/preload-helper', '__vitePreload'])
    expect(vite.includes(name), `${name} is missing. ${advice}`).toBe(true);
});
