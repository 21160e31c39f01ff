// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readGuideFile } from '../../web/guide/read.ts';
import { guidePages } from '../../web/guide/site.ts';
import { guideFiles } from '../../web/plugins/guide.ts';
import { oembedOf } from '../../web/plugins/oembed.ts';

const licence = '<!-- SPDX-License-Identifier: MIT -->';
const text = `${licence}
<!-- title: A title
     line: What it is about. -->
<p>Words.</p>
<live>
<iframe src="%SITE%embed.html#a&b"></iframe>
</live>
`;

test('a file has its title, its line and its markup', () => {
  expect(readGuideFile('3-a-page.html', text)).toMatchObject({
    id: 'a-page',
    title: 'A title',
    line: 'What it is about.',
  });
  expect(() => readGuideFile('3-a-page.html', '<p>Words.</p>')).toThrow(
    '3-a-page.html must begin with its licence, and a comment with "title:" and "line:".',
  );
});

test('a live piece works beside the site, and is shown as an author writes it', () => {
  const [, page] = guidePages([readGuideFile('3-a-page.html', text)]);
  expect(page?.text).toContain('<iframe src="../embed.html#a&b"></iframe>');
  expect(page?.text).toContain(
    '&lt;iframe src=&quot;https://example.org/fall-line/embed.html#a&amp;b&quot;&gt;',
  );
  expect(page?.text).not.toMatch(/%SITE%|<\/?live>/);
});

test('frames to copy have their looks from attributes alone, which no policy refuses', () => {
  const texts = [
    readFileSync('README.md', 'utf8'),
    oembedOf('https://example.org/'),
    ...guideFiles().map(({ markup }) => markup),
  ];
  const found = texts.flatMap((text) => text.match(/<iframe[^>]*>/g) ?? []);
  expect(found).toHaveLength(4);
  for (const frame of found) {
    expect(frame).toMatch(/ width=.* height=.* frameborder=/s);
    expect(frame).not.toContain('style=');
  }
});

test('oEmbed has what its specification asks of a rich answer', () => {
  const answer = JSON.parse(oembedOf('https://example.org/fall-line/'));
  expect(answer).toMatchObject({ type: 'rich', version: '1.0', width: 800, height: 480 });
  expect(answer.html).toContain('src="https://example.org/fall-line/embed.html"');
});
