// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const tokensFile = 'src/styles/tokens.css';
const read = (file: string): string => readFileSync(`web/${file}`, 'utf8');

/** The sizes that have a name, such as `13px` for `--text-small`. */
const named = new Map(
  [...read(tokensFile).matchAll(/(--(?:text|radius)[a-z-]*): (\d+px);/g)].map(
    ([, name = '', size = '']) => [`${name.slice(2).split('-')[0]} ${size}`, name],
  ),
);

/** Sizes of text and corners that are written as a number, though they have a name. */
function unnamed(css: string): string[] {
  const sizes = css.matchAll(/\b(font|font-size|border-radius):[^;]*?(\d+px)/g);
  return [...sizes]
    .map(([, property = '', size = '']) => [property.startsWith('font') ? 'text' : 'radius', size])
    .flatMap((pair) => named.get(pair.join(' ')) ?? []);
}

const files = ['src', 'reference'].flatMap((folder) =>
  readdirSync(`web/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => `${folder}/${name}`),
);

test.each(files.filter((file) => file !== tokensFile))(
  '%s names the sizes that tokens name',
  (file) => {
    expect(unnamed(read(file))).toEqual([]);
  },
);

test('the check finds sizes of text and of corners', () => {
  expect(named.size).toBeGreaterThanOrEqual(5);
  expect(unnamed('p { font-size: 13px; border-radius: 8px; }')).toEqual([
    '--text-small',
    '--radius-small',
  ]);
  expect(unnamed('p { font: 600 14px var(--mono); padding: 13px; }')).toEqual(['--text']);
});
