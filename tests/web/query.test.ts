// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { looksOf } from '../../web/src/page/looks.ts';
import { isLocked, shownParts, shownSettings } from '../../web/src/page/parts.ts';
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
    ['?background=red', { field: 'background=red', used: '', why: 'is not a known setting' }],
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
    expect(queryNotices('?ui=full', 'frame')).toEqual([]);
    expect(queryNotices('?ui=small', 'frame')).toMatchObject([
      { field: 'ui=small', used: 'compact' },
    ]);
    expect(queryNotices('?hide=racers', 'frame')).toHaveLength(1);
    expect(queryNotices('?show=chart', 'page')).toMatchObject([
      { field: 'show=chart', why: 'has an effect only in a frame' },
    ]);
  });

  test('names settings of the racers in a frame', () => {
    const settings = [['learningRate', 'momentum'], ['learningRate']];
    const asked = (search: string) => queryNotices(search, 'frame', settings);
    expect(asked('?show=chart,learningRate,2.learningRate&lock=transport,momentum')).toEqual([]);
    expect(asked('?show=chart,2.momentum')).toMatchObject([{ field: 'show=2.momentum', used: '' }]);
    expect(asked('?show=3.learningRate')).toHaveLength(1);
    expect(asked('?show=learningrate')).toMatchObject([{ hint: 'Did you mean learningRate?' }]);
    expect(asked('?lock=pictures')).toMatchObject([
      { field: 'lock=pictures', why: expect.stringMatching(/^must be transport or chart or/) },
    ]);
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

describe('the parts of a frame', () => {
  const shown = (search: string) => [...shownParts(looksOf(search, 'compact'))].sort();

  test.each([
    ['', ['chart', 'full', 'lesson', 'pictures', 'surface', 'transport']],
    ['?hide=pictures,full', ['chart', 'lesson', 'surface', 'transport']],
    ['?ui=chart', ['chart', 'full', 'lesson', 'transport']],
    ['?ui=chart&show=surface', ['surface']],
    ['?show=chart,learningRate,network&hide=network', ['chart']],
    ['?show=,&hide=', ['chart', 'full', 'lesson', 'pictures', 'surface', 'transport']],
  ])('%s', (search, parts) => {
    expect(shown(search)).toEqual(parts);
  });

  test('settings are those of the first racer, or of another by its number', () => {
    const looks = looksOf(
      '?show=chart,2.beta1,learningRate,0.x,a.b,__proto__&lock=beta1',
      'compact',
    );
    expect(shownSettings(looks)).toEqual([
      { racer: 1, id: 'beta1' },
      { racer: 0, id: 'learningRate' },
    ]);
  });

  test('a locked setting is that of one racer, and locked controls are all', () => {
    const lock = (words: string) => looksOf(`?lock=${words}`, 'compact');
    expect(isLocked(lock('rate'), { racer: 0, id: 'rate' })).toBe(true);
    expect(isLocked(lock('rate'), { racer: 1, id: 'rate' })).toBe(false);
    expect(isLocked(lock('2.rate'), { racer: 1, id: 'rate' })).toBe(true);
    expect(isLocked(lock('controls'), { racer: 4, id: 'rate' })).toBe(true);
  });
});
