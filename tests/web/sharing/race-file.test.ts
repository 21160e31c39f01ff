// SPDX-License-Identifier: MIT
// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { hostedHome, typedHome } from '../../../web/src/sharing/hosted.ts';
import { withNote } from '../../../web/src/sharing/race-file.ts';
import { wayHome } from '../../../web/src/util/site.ts';

const packed = readFileSync('web/packed.html', 'utf8');
const note = {
  link: `v=3&x=</script><script>alert(1)</script><!--&y="'\\$&$1&run=sgd`,
  home: 'https://example.org/fall-line/',
};

/** What a parser finds in the note of a page, as packed.html reads it. */
function read(source: string): unknown {
  const page = new DOMParser().parseFromString(source, 'text/html');
  return JSON.parse(page.querySelector('#fall-line-race')?.textContent ?? '');
}

afterEach(() => {
  document.head.innerHTML = '';
});

describe('a note in the single file', () => {
  test('is read as it was written, and adds no other script', () => {
    const source = withNote(packed, note);
    expect(read(source)).toEqual(note);
    const scripts = (html: string) =>
      new DOMParser().parseFromString(html, 'text/html').querySelectorAll('script').length;
    expect(scripts(source)).toBe(scripts(packed) + 1);
    expect(source).not.toContain('<script>alert');
  });

  test('replaces an earlier one', () => {
    const other = { link: 'v=3&run=adam' };
    const twice = withNote(withNote(packed, note), other);
    expect(twice).toBe(withNote(packed, other));
  });

  test('leaves the rest of the file as it is', () => {
    const source = withNote(packed, note);
    const at = source.indexOf('<script type="application/json"');
    const end = source.indexOf('</script>', at);
    const rest = source.slice(0, at) + source.slice(end + '</script>'.length).replace(/^\s+/, '');
    expect(rest).toBe(packed);
  });

  test('can be put into no other page', () => {
    expect(() => withNote('<!doctype html><title>404</title>', note)).toThrow(
      'This is not the playground in one file.',
    );
  });
});

describe('the folder of the site', () => {
  const open = (address: string): void => {
    (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(address);
  };

  test.each([
    ['https://example.org/a/index.html?theme=dark#v=3', '', 'https://example.org/a/'],
    ['http://localhost:4180/', '', 'http://localhost:4180/'],
    ['https://example.org/embed.html?s=v%3D3', '', 'https://example.org/'],
    ['file:///home/me/playground.html', undefined, undefined],
    ['about:srcdoc', undefined, undefined],
    ['blob:https://example.org/0-1', undefined, undefined],
  ])('of %s', (address, way, home) => {
    open(address);
    expect(wayHome()).toBe(way);
    expect(hostedHome()).toBe(home);
  });

  test.each(['file:///tmp/a.html', 'https://elsewhere.org/a.html'])(
    'of a downloaded race is where it came from, although it is at %s',
    (address) => {
      open(address);
      document.head.innerHTML = '<meta name="fall-line-home" content="https://example.org/b/">';
      expect(wayHome()).toBe('https://example.org/b/');
      expect(hostedHome()).toBe('https://example.org/b/');
    },
  );
});

test.each([
  ['https://example.org/fall-line', 'https://example.org/fall-line/'],
  ['https://example.org/fall-line/', 'https://example.org/fall-line/'],
  [' https://example.org/a/index.html?x#v=3 ', 'https://example.org/a/'],
  ['https://example.org', 'https://example.org/'],
  ['example.org', undefined],
  ['https://', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('typed: %s', (text, home) => {
  expect(typedHome(text)).toBe(home);
});
