// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { looksOf } from '../../web/src/page/looks.ts';
import { queryNotices } from '../../web/src/page/query-notices.ts';

describe('the query of an address', () => {
  test.each([
    '',
    '?',
    '?theme=dark&autostart=1&hide=racers,problem',
    '?ui=full&theme=auto&autostart=0',
    '?s=v%3D2%26run%3Dsgd',
    '?utm_source=letter&utm_medium=mail&fbclid=abc&gclid=x&igsh=1&mc_cid=2&_gl=3',
  ])('%s says nothing that the page does not know', (search) => {
    expect(queryNotices(search, 'page')).toEqual([]);
  });

  test.each([
    ['?hide=bogus', { field: 'hide=bogus', used: '' }],
    ['?hide=racers,bogus', { field: 'hide=bogus', used: '' }],
    ['?hide=racer', { field: 'hide=racer', hint: 'Did you mean racers?' }],
    ['?hide=', { key: 'hide', used: '' }],
    ['?hide=pictures', { field: 'hide=pictures', why: 'must be racers or problem on this page' }],
    ['?lang=de', { field: 'lang=de', used: '', why: 'is not a known setting' }],
    ['?theme=blue', { field: 'theme=blue', used: 'auto' }],
    ['?autostart=yes', { field: 'autostart=yes', used: '0' }],
    ['?ui=chart', { field: 'ui=chart', used: 'full' }],
    ['?Theme=dark', { field: 'Theme=dark', hint: 'Did you mean theme?' }],
    ['?__proto__=1', { field: '__proto__=1', why: 'is not a known setting' }],
  ])('%s: on the page', (search, notice) => {
    expect(queryNotices(search, 'page')).toMatchObject([notice]);
  });

  test('has other options in the frame', () => {
    expect(queryNotices('?ui=chart&hide=pictures', 'frame')).toEqual([]);
    expect(queryNotices('?ui=full', 'frame')).toMatchObject([
      { field: 'ui=full', used: 'compact' },
    ]);
    expect(queryNotices('?hide=racers', 'frame')).toHaveLength(1);
  });

  test('is read as it was meant if it was escaped twice', () => {
    const search = '?ui=chart&amp;theme=dark';
    expect(looksOf(search, 'compact')).toMatchObject({ ui: 'chart', theme: 'dark' });
    expect(queryNotices(search, 'frame')).toEqual([]);
  });

  test('gives the default looks if it has no known option', () => {
    expect(looksOf('?ui=huge', 'compact').ui).toBe('compact');
    expect(looksOf('', 'full')).toMatchObject({ ui: 'full', theme: null, autostart: false });
  });
});
