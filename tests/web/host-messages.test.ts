// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { RateLimit } from '../../web/src/host/rate-limit.ts';
import { readRequest, requestTypes } from '../../web/src/host/read-request.ts';
import { generator } from './support.ts';

const message = (fields: object) => ({ ns: 'fall-line', v: 1, id: 7, ...fields });
const refusalOf = (data: unknown) => {
  const read = readRequest(data);
  return read && 'refusal' in read ? read.refusal : undefined;
};

describe('a request', () => {
  test.each([
    [{ type: 'run' }, { type: 'run' }],
    [{ type: 'step' }, { type: 'step', n: 1 }],
    [
      { type: 'step', n: 20 },
      { type: 'step', n: 20 },
    ],
    [
      { type: 'seek', step: 0 },
      { type: 'seek', step: 0 },
    ],
    [
      { type: 'setState', state: '#v=3&run=sgd' },
      { type: 'setState', state: '#v=3&run=sgd' },
    ],
    [
      { type: 'setState', set: { 'run1.learningRate': 1.5, hidden: [8, 8], run2: null } },
      { type: 'setState', set: { 'run1.learningRate': 1.5, hidden: [8, 8], run2: null } },
    ],
    [{ type: 'getState' }, { type: 'getState' }],
    [
      { type: 'getState', keys: ['noise', 'run1.learningRate'] },
      { type: 'getState', keys: ['noise', 'run1.learningRate'] },
    ],
    [
      { type: 'setTheme', theme: 'dark', more: 1 },
      { type: 'setTheme', theme: 'dark' },
    ],
  ])('%o is read', (fields, request) => {
    expect(readRequest(message(fields))).toEqual({ request: { id: 7, ...request } });
  });

  test('may have a text as its id', () => {
    expect(readRequest(message({ id: 'a', type: 'run' }))).toEqual({
      request: { id: 'a', type: 'run' },
    });
  });

  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  const huge = 'x'.repeat(10_000_000);

  test.each([
    [{ v: 2, type: 'run' }, 'v', 'must be 1', '2'],
    [{ type: 'explode' }, 'type', 'must be one of setState, run', '“explode”'],
    [{ type: 'toString' }, 'type', 'must be one of', '“toString”'],
    [{ type: '__proto__' }, 'type', 'must be one of', '“__proto__”'],
    [{ type: ['run'] }, 'type', 'must be one of', 'a list'],
    [{ type: huge }, 'type', 'must be one of', '10000000 characters'],
    [{ type: 'step', n: 0 }, 'n', 'from 1 to 1,000,000', '0'],
    [{ type: 'step', n: 1.5 }, 'n', 'whole number', '1.5'],
    [{ type: 'step', n: Number.NaN }, 'n', 'whole number', 'NaN'],
    [{ type: 'step', n: '3' }, 'n', 'whole number', '“3”'],
    [{ type: 'step', n: 10n }, 'n', 'whole number', '10'],
    [{ type: 'seek' }, 'step', 'whole number', 'not given'],
    [{ type: 'seek', step: -1 }, 'step', 'from 0', '-1'],
    [{ type: 'seek', step: cyclic }, 'step', 'whole number', 'an object'],
    [{ type: 'getState', keys: 'noise' }, 'keys', 'at most 100 keys', '“noise”'],
    [{ type: 'getState', keys: ['noise', huge] }, 'keys', 'keys of a link', 'a list'],
    [{ type: 'getState', keys: [cyclic] }, 'keys', 'keys of a link', 'a list'],
    [{ type: 'getState', keys: new Array(101).fill('v') }, 'keys', 'at most 100', 'a list'],
    [{ type: 'setTheme', theme: 'pink' }, 'theme', 'must be auto, light or dark', '“pink”'],
    [{ type: 'setVisible', visible: 1 }, 'visible', 'must be true or false', '1'],
    [{ type: 'setState' }, 'set', 'must be an object', 'not given'],
    [{ type: 'setState', state: huge }, 'state', 'at most 4,000 characters', 'characters'],
    [{ type: 'setState', state: cyclic }, 'state', 'text of a link', 'an object'],
    [{ type: 'setState', set: [1] }, 'set', 'must be an object', 'a list'],
    [{ type: 'setState', set: new Map() }, 'set', 'must be an object', 'an object'],
    [{ type: 'setState', set: { a: cyclic } }, 'a', 'a finite number', 'an object'],
    [{ type: 'setState', set: { a: Number.POSITIVE_INFINITY } }, 'a', 'finite', 'Infinity'],
    [{ type: 'setState', set: { a: [1, 'x'] } }, 'a', 'a list of numbers', 'a list'],
    [{ type: 'setState', set: { 'a b': 1 } }, 'set', 'must have keys of a link', '“a b”'],
    [{ type: 'setState', set: { [huge]: 1 } }, 'set', 'must have keys of a link', 'characters'],
    [
      {
        type: 'setState',
        set: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`k${i}`, 1])),
      },
      'set',
      'at most 100 changes',
      '101 changes',
    ],
  ])('%# is refused with key, rule and value', (fields, key, rule, value) => {
    const read = readRequest(message(fields));
    expect(read).toMatchObject({ id: 7, refusal: { key } });
    const refusal = refusalOf(message(fields));
    expect(refusal?.rule).toContain(rule);
    expect(refusal?.value).toContain(value);
    expect(refusal?.message).toContain(`${key} ${refusal?.rule}`);
    expect(refusal?.message.length).toBeLessThan(300);
  });

  test.each([
    null,
    undefined,
    7,
    'fall-line',
    [],
    {},
    { ns: 'other', v: 1, id: 1, type: 'run' },
    new Date(),
    cyclic,
  ])('%# that is not for the frame is ignored', (data) => {
    expect(readRequest(data)).toBeUndefined();
  });

  test.each([undefined, null, {}, Number.NaN, 'x'.repeat(65), cyclic])(
    'with an id that can’t be answered has null in its answer (%#)',
    (id) => {
      expect(readRequest(message({ id, type: 'run' }))).toMatchObject({
        id: null,
        refusal: { key: 'id' },
      });
    },
  );

  test('of any values gives a request or a refusal, and no exception', () => {
    const random = generator(13);
    const values = [
      ...[undefined, null, 0, -0, 1e308, Number.NaN, '', 'run', 'x'.repeat(5000), true],
      ...[cyclic, [], [[]], new Map(), new Uint8Array(9), () => 1, Symbol('x'), 3n, new Error('x')],
      ...[
        { 'run1.learningRate': 1 },
        { __proto__: null, a: 1 },
        Object.create({ ns: 'fall-line' }),
      ],
      ...requestTypes,
    ];
    const pick = () => values[Math.floor(random() * values.length)];
    let read = 0;
    for (let i = 0; i < 10_000; i++) {
      const [type, id, n, step, state, set, theme, visible] = Array.from({ length: 8 }, pick);
      const fields = {
        type: random() < 0.7 ? requestTypes[i % 10] : type,
        id: random() < 0.8 ? i : id,
      };
      const result = readRequest(message({ ...fields, n, step, state, set, theme, visible }));
      expect(result).toBeDefined();
      if (result && 'request' in result) read++;
    }
    expect(read).toBeGreaterThan(1000);
    expect(read).toBeLessThan(9000);
  });
});

test('requests beyond 200 in a second are refused, and curves count for twenty', () => {
  let now = 0;
  const limit = new RateLimit(() => now);
  const allowed = (count: number, type: 'seek' | 'getCurve') =>
    Array.from({ length: count }, () => limit.allows(type)).filter(Boolean).length;
  expect(allowed(10_000, 'seek')).toBe(200);
  now += 500;
  expect(allowed(10_000, 'seek')).toBe(100);
  now += 60_000;
  expect(allowed(50, 'getCurve')).toBe(10);
});
