// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { looksOf } from '../../web/src/page/looks.ts';
import { isLocked, type Showable, showableIn, shownIn } from '../../web/src/page/parts.ts';
import { type Place, queryNotices } from '../../web/src/page/query-notices.ts';
import { catalog, decode } from './support.ts';

const network = 'v=3&dataset=spiral&run=momentum&run=sgd';
const surface = 'v=3&surface=booth&run=sgd';

const noticesOf = (search: string, place: Place, link = network) =>
  queryNotices(search, place, { catalog, settings: decode(link).settings });

describe('the query of an address', () => {
  test.each([
    '',
    '?',
    '?theme=dark&autostart=1&hide=racers,problem',
    '?ui=full&theme=auto&autostart=0',
    '?s=v%3D2%26run%3Dsgd',
    '?utm_source=letter&utm_medium=mail&fbclid=abc&gclid=x&igsh=1&mc_cid=2&_gl=3',
  ])('%s says nothing that the page does not know', (search) => {
    expect(noticesOf(search, 'page')).toEqual([]);
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
    ['?hide=learningRate', { field: 'hide=learningRate', used: '' }],
    ['?theme=dark&theme=light', { field: 'theme=light', why: 'is given twice' }],
    ['?s=v%3D3&s=v%3D2', { field: 's=v=2', why: 'is given twice' }],
    ['?__proto__=1', { field: '__proto__=1', why: 'is not a known setting' }],
  ])('%s: on the page', (search, notice) => {
    expect(noticesOf(search, 'page')).toMatchObject([notice]);
  });

  test('has other options in the frame', () => {
    expect(noticesOf('?ui=chart&hide=pictures', 'frame')).toEqual([]);
    expect(noticesOf('?ui=full', 'frame')).toEqual([]);
    expect(noticesOf('?ui=small', 'frame')).toMatchObject([{ field: 'ui=small', used: 'compact' }]);
    expect(noticesOf('?hide=racers', 'frame')).toHaveLength(1);
    expect(noticesOf('?show=chart', 'page')).toMatchObject([
      { field: 'show=chart', why: 'has an effect only in a frame' },
    ]);
  });

  test('names settings of the racers in a frame', () => {
    const asked = (search: string) => noticesOf(search, 'frame');
    expect(asked('?show=chart,learningRate,2.learningRate&lock=transport,momentum')).toEqual([]);
    expect(asked('?show=chart,2.momentum')).toMatchObject([{ field: 'show=2.momentum', used: '' }]);
    expect(asked('?show=3.learningRate')).toHaveLength(1);
    expect(asked('?show=learningrate')).toMatchObject([{ hint: 'Did you mean learningRate?' }]);
    expect(asked('?lock=pictures')).toMatchObject([
      { field: 'lock=pictures', why: expect.stringMatching(/^must be transport or chart or/) },
    ]);
  });

  test.each([
    [
      '?show=pictures',
      surface,
      { field: 'show=pictures', why: 'names nothing that this race has' },
    ],
    ['?show=surface,lesson', network, { field: 'show=surface,lesson' }],
    ['?ui=full&show=chart', network, { field: 'show=chart', why: 'has no effect with ui=full' }],
    ['?ui=full&hide=chart', network, { why: 'must be racers or problem on this page' }],
  ])('%s: in a frame', (search, link, notice) => {
    expect(noticesOf(search, 'frame', link)).toMatchObject([notice]);
  });

  test('says nothing of parts that another race has', () => {
    expect(noticesOf('?show=chart,surface', 'frame')).toEqual([]);
    expect(noticesOf('?ui=full&hide=racers', 'frame')).toEqual([]);
  });

  test('is read as it was meant if it was escaped twice', () => {
    const search = '?ui=chart&amp;theme=dark';
    expect(looksOf(search, 'compact')).toMatchObject({ ui: 'chart', theme: 'dark' });
    expect(noticesOf(search, 'frame')).toEqual([]);
  });

  test('gives the default looks if it has no known option', () => {
    expect(looksOf('?ui=huge', 'compact').ui).toBe('compact');
    expect(looksOf('', 'full')).toMatchObject({ ui: 'full', theme: null, autostart: false });
  });
});

describe('the parts of a frame', () => {
  const usual = ['chart', 'full', 'lesson', 'pictures', 'surface', 'transport'];
  const shownOf = (search: string, race: Showable) => shownIn(looksOf(search, 'compact'), race);
  const of = (link: string) => showableIn(catalog, decode(link).settings);

  test.each([
    ['', usual],
    ['?hide=pictures,full', ['chart', 'lesson', 'surface', 'transport']],
    ['?ui=chart', ['chart', 'full', 'lesson', 'transport']],
    ['?ui=chart&show=network', ['network']],
    ['?show=chart,learningRate,network&hide=network', ['chart']],
    ['?show=learningRate', []],
    ['?show=,&hide=', usual],
    // A mistake leaves no frame empty.
    ['?show=charts', usual],
    ['?show=learningrate&ui=chart', ['chart', 'full', 'lesson', 'transport']],
    ['?show=surface&hide=full', usual.filter((part) => part !== 'full')],
    ['?show=charts,network', ['network']],
  ])('%s', (search, parts) => {
    expect([...shownOf(search, of(network)).parts].sort()).toEqual(parts);
  });

  test('are those of the race at the time', () => {
    expect([...shownOf('?show=surface', of(surface)).parts]).toEqual(['surface']);
    expect([...shownOf('?show=pictures', of(surface)).parts].sort()).toEqual(usual);
  });

  test('settings are those of the first racer, or of another by its number', () => {
    const search =
      '?show=chart,2.learningRate,momentum,2.momentum,3.learningRate,0.x,a.b,__proto__';
    const { settings } = shownOf(search, of(network));
    expect(settings).toEqual([
      { racer: 1, id: 'learningRate' },
      { racer: 0, id: 'momentum' },
    ]);
    expect(shownOf(`${search}&hide=1.momentum`, of(network)).settings).toEqual([settings[0]]);
  });

  test('a locked setting is that of one racer, and locked controls are all', () => {
    const lock = (words: string) => looksOf(`?lock=${words}`, 'compact');
    expect(isLocked(lock('rate'), { racer: 0, id: 'rate' })).toBe(true);
    expect(isLocked(lock('rate'), { racer: 1, id: 'rate' })).toBe(false);
    expect(isLocked(lock('2.rate'), { racer: 1, id: 'rate' })).toBe(true);
    expect(isLocked(lock('controls'), { racer: 4, id: 'rate' })).toBe(true);
  });
});
