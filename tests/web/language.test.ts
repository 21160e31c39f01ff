// SPDX-License-Identifier: MIT
import { afterEach, expect, test } from 'vitest';
import type { Catalog } from '../../wasm/types.ts';
import { translated } from '../../web/src/catalog/translated.ts';
import { setLanguage } from '../../web/src/language/current.ts';
import { fitting } from '../../web/src/language/fitting.ts';
import { msg, plural, rich } from '../../web/src/language/message.ts';

afterEach(() => setLanguage('en', {}));

test.each([
  [null, ['de-DE', 'es-MX', 'en'], 'es'],
  ['en', ['es'], 'en'],
  ['es-AR', ['en'], 'es'],
  ['fr', ['it'], 'en'],
  ['QPS-plocm', [], 'qps-plocm'],
])('asked %s, understood %s: %s', (asked, understood, tag) => {
  expect(fitting(asked, understood, ['en', 'es', 'qps-plocm'])).toBe(tag);
});

test('texts are found by their English, and filled', () => {
  setLanguage('es', {
    'Step {n} of {total}': 'Paso {n} de {total}',
    '{n} steps': { one: '{n} paso', other: '{n} pasos' },
    'Press {button} now': 'Ahora pulsa {button}',
  });
  expect(msg('Step {n} of {total}', { n: 2, total: 5 })).toBe('Paso 2 de 5');
  expect(plural(1, '{n} step', '{n} steps')).toBe('1 paso');
  expect(plural(3, '{n} step', '{n} steps')).toBe('3 pasos');
  expect(rich('Press {button} now', { button: 'B' })).toEqual(['Ahora pulsa ', 'B', '']);
  expect(msg('Not translated')).toBe('Not translated');
});

test('the catalog keeps titles of papers, ids, and names for programs', () => {
  setLanguage('es', { Momentum: 'Momento', momentum: 'x', m: 'y', Velocity: 'Velocidad' });
  const entry = {
    id: 'momentum',
    name: 'Momentum',
    paper: { title: 'Momentum' },
    state: [{ name: 'Velocity', doc: 'Velocity' }],
  };
  const catalog = { optimizers: [entry] } as unknown as Catalog;
  expect(translated(catalog)).toEqual({
    optimizers: [
      {
        id: 'momentum',
        name: 'Momento',
        paper: { title: 'Momentum' },
        state: [{ name: 'Velocity', doc: 'Velocidad' }],
      },
    ],
  });
});
