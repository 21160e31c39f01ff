// SPDX-License-Identifier: MIT
// Every text is read back in its own language, and must lead to the address that it was made from.
// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { inHtml, inMarkdown } from '../../../web/src/sharing/escape.ts';
import { forms, type Shared } from '../../../web/src/sharing/forms.ts';
import { frameAddress, pageAddress } from '../../../web/src/sharing/frame.ts';

/** All that could end a string, an attribute, a link or a tag too early. */
const nasty = `a"b'c<d>&amp;e(f)[g]\\h\`i{j}*k_`;

const shared: Shared = {
  home: 'https://example.org/fall-line/',
  link: `v=3&dataset=spiral&section=1&copy=2&run=sgd,learningRate=0.03&run=adam&x=${encodeURIComponent(nasty)}`,
  looks: {
    query: { ui: 'chart', theme: 'dark', hide: 'pictures,lesson' },
    height: 420,
    isFixed: true,
  },
  title: `Optimizer race: ${nasty}`,
};
const page = pageAddress(shared.home, shared.link);
const frame = frameAddress(shared.home, shared.looks, shared.link);

const textOf = (id: string, what: Shared = shared): string => {
  const form = forms.find((one) => one.id === id);
  if (!form) throw new Error(`There is no form ${id}.`);
  return form.text(what);
};

const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** The frame in a text that may have other lines around it, under another name, so that it is not loaded. */
function frameIn(text: string): Element {
  const [html = ''] = /<iframe[^]*<\/iframe>/.exec(text) ?? [];
  const found = parsed(html.replaceAll('iframe', 'x-iframe')).querySelector('x-iframe');
  if (!found) throw new Error('There is no frame.');
  return found;
}

/** The text and the address of the only link of a Markdown text. The grammar is that of CommonMark's inline links. */
function markdownLink(text: string): [words: string, address: string] {
  const found = /\n\[((?:\\.|[^\\\]])*)\]\(([^()\s<>\\]*)\)$/.exec(text);
  if (!found) throw new Error('There is no link at the end.');
  return [(found[1] ?? '').replaceAll(/\\(.)/g, '$1'), found[2] ?? ''];
}

test('the addresses are those of the page and the frame, with the options as a query', () => {
  expect(page.startsWith('https://example.org/fall-line/#v=3&dataset=spiral')).toBe(true);
  const { pathname, search, hash } = new URL(frame);
  expect(pathname).toBe('/fall-line/embed.html');
  expect(search).toBe('?ui=chart&theme=dark&hide=pictures,lesson');
  expect(hash).toBe(new URL(page).hash);
  expect(decodeURIComponent(hash)).toContain(nasty);
});

test('without options the frame has no query', () => {
  const plain = frameAddress(shared.home, { query: {}, height: 1, isFixed: false }, 'v=3');
  expect(plain).toBe('https://example.org/fall-line/embed.html#v=3');
});

test('a link is the address alone', () => {
  expect(textOf('link')).toBe(page);
});

describe.each(['iframe', 'markdown', 'quarto'])('the frame of %s', (id) => {
  const found = frameIn(textOf(id));

  test('has the address, the title, the size and no border', () => {
    expect(found.getAttribute('src')).toBe(frame);
    expect(found.getAttribute('title')).toBe(shared.title);
    expect(found.getAttribute('width')).toBe('100%');
    expect(found.getAttribute('height')).toBe('420');
    expect(found.getAttribute('frameborder')).toBe('0');
  });

  test('is sandboxed, lazy, and lets links open outside of it', () => {
    expect(found.getAttribute('loading')).toBe('lazy');
    expect(found.getAttribute('sandbox')?.split(' ')).toEqual([
      'allow-scripts',
      'allow-popups',
      'allow-popups-to-escape-sandbox',
    ]);
  });

  test('has nothing else, and no style, which policies of hosts may refuse', () => {
    const known = /^(src|title|width|height|loading|sandbox|frameborder)$/i;
    expect(found.getAttributeNames().filter((name) => !known.test(name))).toEqual([]);
  });
});

test('the element has the link as its state, the options as attributes, and a link inside', () => {
  const found = parsed(textOf('element'));
  expect(found.querySelector('script')?.getAttribute('src')).toBe(
    'https://example.org/fall-line/fall-line.classic.js',
  );
  const element = found.querySelector('fall-line');
  const attributes = Object.fromEntries(
    element?.getAttributeNames().map((name) => [name, element.getAttribute(name)]) ?? [],
  );
  expect(attributes).toEqual({
    state: shared.link,
    height: '420',
    ui: 'chart',
    theme: 'dark',
    hide: 'pictures,lesson',
    title: shared.title,
  });
  expect(element?.querySelector('a')?.getAttribute('href')).toBe(page);
  expect(element?.textContent.trim()).toBe(`${shared.title}. Open it in Fall Line.`);
});

test('the element follows its contents unless a height was chosen', () => {
  const looks = { ...shared.looks, isFixed: false };
  const element = parsed(textOf('element', { ...shared, looks })).querySelector('fall-line');
  expect(element?.hasAttribute('height')).toBe(false);
});

test('the text in an element of another language says that it is in its own', () => {
  const linkIn = (lang: string) => {
    const looks = { ...shared.looks, query: { lang } };
    return parsed(textOf('element', { ...shared, looks })).querySelector('fall-line[lang] a');
  };
  expect(linkIn('es')?.getAttribute('lang')).toBe('en');
  expect(linkIn('en')?.hasAttribute('lang')).toBe(false);
});

describe.each(['markdown', 'quarto'])('below the frame of %s', (id) => {
  test('is a link with its text escaped', () => {
    const [words, address] = markdownLink(textOf(id));
    expect(words).toBe(`${shared.title}. Open it in Fall Line.`);
    // Parentheses would end it, so they are written as escapes, which mean the same.
    expect(decodeURIComponent(address)).toBe(decodeURIComponent(page));
  });
});

test('Markdown is one block of HTML, and valid as JSX', () => {
  const [block = ''] = textOf('markdown').split('\n\n');
  expect(block).toMatch(/^<iframe\n[^]*><\/iframe>$/);
  expect(block).toContain('frameBorder="0"');
});

test('Quarto gets a block that passes HTML through', () => {
  const text = textOf('quarto');
  expect(text).toMatch(/^```\{=html\}\n<iframe[^]*<\/iframe>\n```\n\n\[/);
});

test('Jupyter gets Python with the address as a string', () => {
  const lines = textOf('jupyter').split('\n');
  expect(lines.slice(0, 2)).toEqual(['from IPython.display import IFrame', '']);
  const [, literal = '', rest] = /^IFrame\(("(?:\\.|[^"\\])*")(.*)$/.exec(lines[2] ?? '') ?? [];
  expect(JSON.parse(literal)).toBe(frame);
  expect(rest).toBe(', width="100%", height=420)');
});

test('IPython writes the address into HTML as it is, and no key begins an entity', () => {
  const html = `<iframe src="${frame}"></iframe>`;
  expect(frameIn(html).getAttribute('src')).toBe(frame);
});

test.each([
  ['"&<>', '&quot;&amp;&lt;&gt;'],
  ['&amp;', '&amp;amp;'],
  ["it's", "it's"],
])('HTML: %s', (text, escaped) => {
  expect(inHtml(text)).toBe(escaped);
  expect(parsed(`<p title="${escaped}">${escaped}</p>`).querySelector('p')?.title).toBe(text);
});

test('Markdown: letters with a meaning get a backslash', () => {
  expect(inMarkdown('a_b [c] `d` {e} <f>')).toBe('a\\_b \\[c\\] \\`d\\` \\{e\\} \\<f\\>');
});
