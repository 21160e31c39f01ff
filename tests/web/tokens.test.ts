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

/** Lengths on the scale of spacings. Smaller ones align what is in one line, larger ones make room for something. */
const scale = { from: 4, to: 24 };

/** Paddings, margins and gaps that are written as a number on the scale. Negative ones and sums are no spacings. */
function loose(css: string): string[] {
  const spacings = css.matchAll(
    /(?<![\w-])(?:padding|margin|(?:row-|column-)?gap)[a-z-]*:([^;}]*)/g,
  );
  return [...spacings].flatMap(([declaration, value = '']) => {
    const lengths = value.replaceAll(/calc\([^;]*\)/g, '').matchAll(/(?<![-\w.])([\d.]+)px/g);
    const onScale = [...lengths].some(
      ([, length]) => Number(length) >= scale.from && Number(length) <= scale.to,
    );
    return onScale ? [declaration] : [];
  });
}

const files = ['src', 'reference'].flatMap((folder) =>
  readdirSync(`web/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => `${folder}/${name}`),
);
const pages = readdirSync('web').filter((name) => name.endsWith('.html'));

test.each(files.filter((file) => file !== tokensFile))(
  '%s names the sizes that tokens name',
  (file) => {
    expect(unnamed(read(file))).toEqual([]);
  },
);

test.each([...files, ...pages])('%s takes its spacings from the tokens', (file) => {
  expect(loose(read(file))).toEqual([]);
});

test('spacings are steps of a grid', () => {
  const steps = [...read(tokensFile).matchAll(/--space-(\d): (\d+)px;/g)];
  expect(steps.length).toBeGreaterThanOrEqual(5);
  for (const [, step, length] of steps) expect(Number(length)).toBe(4 * Number(step));
});

test('the check finds spacings', () => {
  expect(loose('p { margin: 0 10px; padding-left: 8px; gap: 2px 12px }')).toEqual([
    'margin: 0 10px',
    'padding-left: 8px',
    'gap: 2px 12px ',
  ]);
  expect(loose('p { margin: -12px; padding: 2px 0 104px; gap: var(--space-2); }')).toEqual([]);
  expect(
    loose('p { padding: 0 calc(26px + var(--space-2)); scroll-margin: 0; top: 8px; }'),
  ).toEqual([]);
});

test('the check finds sizes of text and of corners', () => {
  expect(named.size).toBeGreaterThanOrEqual(5);
  expect(unnamed('p { font-size: 13px; border-radius: 8px; }')).toEqual([
    '--text-small',
    '--radius-small',
  ]);
  expect(unnamed('p { font: 600 14px var(--mono); padding: 13px; }')).toEqual(['--text']);
});
