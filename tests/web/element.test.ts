// SPDX-License-Identifier: MIT
// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../web/src/element/address.ts';
import { spoken, wordsOf } from '../../web/src/element/language.ts';
import { readOrder } from '../../web/src/element/set-links.ts';
import { offered } from '../../web/src/language/offered.ts';

describe('data-fall-line-set', () => {
  test.each([
    ['run1.learningRate=1.5', undefined, { 'run1.learningRate': '1.5' }, []],
    ['  #a  noise=0.1 hidden=8,8 run', 'a', { noise: '0.1', hidden: '8,8' }, [['run', '']]],
    [
      '#a-1 reset step=10 seek=3 pause step',
      'a-1',
      {},
      [
        ['reset', ''],
        ['step', '10'],
        ['seek', '3'],
        ['pause', ''],
        ['step', ''],
      ],
    ],
    ['run2=sgd,learningRate=0.1', undefined, { run2: 'sgd,learningRate=0.1' }, []],
    ['run3=', undefined, { run3: '' }, []],
    ['', undefined, {}, []],
  ])('“%s”', (text, id, changes, actions) => {
    expect(readOrder(text)).toEqual({ id, changes, actions });
  });

  test('of an input takes its value for a key without one', () => {
    expect(readOrder('#a run1.learningRate', '0.3').changes).toEqual({
      'run1.learningRate': '0.3',
    });
    expect(readOrder('#a seek', '30').actions).toEqual([['seek', '30']]);
    expect(readOrder('#a pause noise run1.learningRate run', '0.3').own).toBe('noise');
    expect(readOrder('reset seek', '3').own).toBe('seek');
    expect(readOrder('#a noise=0.1 step run').own).toBeUndefined();
  });
});

describe('the words of the element', () => {
  test('are those of its language', () => {
    document.body.innerHTML = '<div lang="es"><p></p><p lang="en-GB"></p></div>';
    const [spanish, english] = document.querySelectorAll('p');
    expect(wordsOf(spanish as Element).run).toBe('Iniciar');
    expect(wordsOf(english as Element).run).toBe('Run');
  });
});

describe('the address of a frame', () => {
  const address = (attributes: string, state = '') => {
    document.body.innerHTML = `<p src="https://example.org/a/embed.html" ${attributes}></p>`;
    return addressOf(
      document.querySelector('p') as HTMLElement,
      state,
      'https://example.org/embed.html',
    );
  };

  test('has the looks as its query and the race as its hash', () => {
    expect(address('ui="chart" theme="dark" lock="a,b" other="x"', 'v=3&run=sgd')).toBe(
      'https://example.org/a/embed.html?ui=chart&lock=a%2Cb&theme=dark#v=3&run=sgd',
    );
    expect(address('autostart')).toBe('https://example.org/a/embed.html?autostart=1');
    expect(address('')).toBe('https://example.org/a/embed.html');
  });

  test.each([
    ['', '', null],
    ['', 'lang="es-MX"', 'es-MX'],
    ['lang="es"', '', 'es'],
    ['lang="es-419"', '', 'es-419'],
    ['lang="ja"', '', null],
    ['lang="es"', 'lang="en"', 'en'],
    // The frame says what is wrong with it.
    ['lang="es"', 'lang="xx"', 'xx'],
  ])('has the language of its text or its own: <div %s><p %s>', (around, own, lang) => {
    document.body.innerHTML = `<div ${around}><p ${own}></p></div>`;
    const found = addressOf(
      document.querySelector('p') as HTMLElement,
      '',
      'https://example.org/embed.html',
    );
    expect(new URL(found).searchParams.get('lang')).toBe(lang);
  });

  test('has a language in which the page speaks', () => {
    expect(spoken).toEqual(offered.map(({ tag }) => tag));
  });

  test('of a follower has no transport', () => {
    expect(address('follows="a"')).toContain('?hide=transport');
    expect(address('follows="a" hide="pictures"')).toContain('?hide=pictures%2Ctransport');
  });

  test('can’t be a script', () => {
    document.body.innerHTML = '<p src="javascript:alert(1)"></p>';
    expect(() => addressOf(document.querySelector('p') as HTMLElement, '', 'x.html')).toThrow(
      /src/,
    );
  });
});
