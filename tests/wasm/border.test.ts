// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { engines, refusals, settings } from './support.ts';

/** JavaScript can pass anything, whatever the types say. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Anything = any;

const engine = engines.float32;
const messages = (call: () => unknown) => refusals(call).map((problem) => problem.message);
const created = (race: Anything) => messages(() => engine.createRun(race));

const cyclic: Anything = { optimizer: { id: 'adam' } };
cyclic.problem = cyclic;

const deep = (levels: number): object => {
  let tree: object = {};
  for (let level = 0; level < levels; ++level) tree = { network: tree };
  return tree;
};

const traps = {
  get() {
    throw new Error('a trap');
  },
};
const revoked = Proxy.revocable({}, {});
revoked.revoke();

/** Values that are no number, no text and no object of settings. */
const junk: [string, unknown, string][] = [
  ['null', null, 'null'],
  ['a symbol', Symbol('three'), 'a symbol'],
  ['a BigInt', 3n, 'a BigInt'],
  ['a function', () => 3, 'a function'],
  ['a boxed number', new Number(3), 'an object (Number)'],
  ['a Set', new Set([3]), 'an object (Set)'],
  ['a Date', new Date(3), 'an object (Date)'],
  ['a revoked proxy', revoked.proxy, 'an object that cannot be read'],
  ['a list of lists', [[3]], 'a list of 1'],
  ['a list of BigInts', BigInt64Array.of(3n), 'an object (BigInt64Array)'],
];

/** Values that are allowed in place of an object of settings. */
const empty: typeof junk = [
  ['an empty object', {}, 'an object'],
  ['a bare object', Object.create(null), 'an object'],
];

describe('a value of a wrong type', () => {
  test.each([...junk, ...empty])('is reported with its path: %s', (_, value, got) => {
    const race = { ...settings(), seed: value, optimizer: { id: 'adam', learningRate: value } };
    expect(created(race)).toEqual([
      `optimizer.learningRate must be > 0 (got ${got})`,
      `seed must be an integer from 0 to 2147483647 (got ${got})`,
    ]);
  });

  test.each(junk)('is refused instead of an object: %s', (_, value, got) => {
    const rule = 'must be an object of settings';
    const problem: Anything = { network: value };
    expect(created({ problem })).toEqual([`problem.network ${rule} (got ${got})`]);
    expect(created(value)).toEqual([`settings must be an object (got ${got})`]);
  });

  test.each(empty)('counts as absent settings: %s', (_, value) => {
    expect(created({ problem: { network: value }, optimizer: value })).toEqual([]);
    expect(created(value)).toEqual([]);
  });

  test.each(['problem', 'optimizer', 'schedule'])('a text is no %s', (key) => {
    expect(created({ [key]: 'x' })).toEqual([`${key} must be an object of settings (got "x")`]);
    expect(engine.check({ [key]: 'x' } as Anything)).toHaveLength(1);
  });

  test('is also found in lists', () => {
    const wrapped = (wrappers: Anything) => created({ optimizer: { id: 'adam', wrappers } });
    expect(wrapped([{}, null])[0]).toContain('(got a list of 2)');
    expect(wrapped([{}])[0]).toMatch(/^optimizer.wrappers.0.id must be one of .* \(got nothing\)$/);
  });
});

describe('settings of an unusual shape', () => {
  test('may not have keys with dots', () => {
    const rule = 'must stand in the object that it names, without dots';
    expect(created({ ...settings(), 'optimizer.id': 'sgd' })).toEqual([
      `optimizer.id ${rule} (got "sgd")`,
    ]);
    expect(created({ '': { seed: -1 } })).toEqual([` ${rule} (got an object)`]);
    const change: Anything = { 'optimizer.learningRate': 1 };
    const run = engine.createRun(settings());
    expect(messages(() => run.configure(change))).toEqual([
      `optimizer.learningRate ${rule} (got 1)`,
    ]);
    // Other problems are reported too.
    expect(created({ 'optimizer.id': 'sgd', seed: -1 })).toHaveLength(2);
  });

  test('are read to an end: a cycle, a hundred thousand levels, a hundred thousand keys', () => {
    expect(created(cyclic).length).toBeGreaterThan(0);
    expect(created(deep(1e5)).length).toBeGreaterThan(0);
    const wide = Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`k${i}`, i]));
    expect(created(wide).at(0)).toBe('k1000 must be one of at most 1000 values (got 1000)');
  });

  test('may throw when they are read', () => {
    const getter = Object.defineProperty({}, 'id', { ...traps, enumerable: true });
    const unreadable = 'must be an object of settings (got an object that cannot be read)';
    for (const value of [getter, new Proxy({}, { ownKeys: traps.get })]) {
      expect(created({ optimizer: value })).toEqual([`optimizer ${unreadable}`]);
      expect(created({ problem: { dataset: value } })).toEqual([`problem.dataset ${unreadable}`]);
      expect(created(value)).toHaveLength(1);
    }
    const data = Object.defineProperty({ inputs: [[1], [2]] }, 'targets', {
      ...traps,
      enumerable: true,
    });
    expect(created({ problem: { dataset: data } })).toEqual([`problem.dataset ${unreadable}`]);
  });

  test('may be an object without a prototype, or from another realm', () => {
    const bare = Object.assign(Object.create(null), settings());
    expect(engine.check(bare)).toEqual([]);
    expect(engine.check(structuredClone(settings()))).toEqual([]);
  });

  test('may give a list as a typed array', () => {
    const hidden: Anything = Int32Array.of(6);
    const run = engine.createRun(settings({ network: { hidden } }));
    expect(run.parameters).toEqual(engine.createRun(settings()).parameters);
  });
});

describe('every call', () => {
  const run = engine.createRun(settings());
  const calls: Record<string, (value: Anything) => unknown> = {
    createRun: (value) => engine.createRun(value),
    values: (value) => engine.values(value, Float64Array.of(0, 0)),
    'values at': (value) => engine.values({ id: 'rosenbrock' }, value),
    rates: (value) => engine.rates(value, 1, [0]),
    'rates of': (value) => engine.rates({ id: 'cosine' }, value, [0]),
    'rates at': (value) => engine.rates({ id: 'cosine' }, 1, value),
    sample: (value) => engine.sample(value),
    step: (value) => run.step(value),
    curve: (value) => run.curve(value),
    'curve of': (value) => run.curve({ maxPoints: value }),
    'curve from': (value) => run.curve({ from: value }),
    path: (value) => run.path(value),
    'path from': (value) => run.path({ from: value }),
    setParameters: (value) => run.setParameters(value),
    hessianVectorProduct: (value) => run.hessianVectorProduct(value),
    configure: (value) => run.configure(value),
    predict: (value) => run.predict(value),
    activations: (value) => run.activations(value, [[0, 0, 1]]),
    'activations of': (value) => run.activations([[0, 0]], value),
    restore: (value) => run.restore(value),
  };
  const values = [
    ...junk.map(([, value]) => value),
    ...['x', { length: -1 }, { length: 2 ** 52 }, ['x'], [[1, 'x']]],
  ];

  test.each(Object.keys(calls))('throws a SettingsError for junk: %s', (name) => {
    for (const value of values) {
      const problems = refusals(() => calls[name]?.(value));
      expect(problems.length, String(problems[0]?.message)).toBeGreaterThan(0);
    }
    expect(run.report().step).toBe(0);
  });

  test('check lists problems of junk', () => {
    for (const value of values) expect(engine.check(value as Anything).length).toBeGreaterThan(0);
  });
});

test('a snapshot that was cut, changed, or is of another run is refused', () => {
  const run = engine.createRun(settings());
  run.step(30);
  const snapshot = run.snapshot();
  const changed = snapshot.slice();
  changed[100] = (changed[100] ?? 0) ^ 1;
  const other = engine.createRun({ ...settings(), seed: 2 });
  for (const bad of [snapshot.slice(0, -1), snapshot.slice(8), changed, other.snapshot()])
    expect(refusals(() => run.restore(bad))).toHaveLength(1);
  expect(refusals(() => run.restore(new Uint8Array(1e8)))).toHaveLength(1);
  run.step(10);
  const end = run.parameters;
  run.restore(snapshot);
  expect(run.step(10).step).toBe(40);
  expect(run.parameters).toEqual(end);
});

/** Mulberry32: the same junk in every run of this test. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('of 500 random settings', () => {
  const next = random(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const atoms: (() => unknown)[] = [
    ...junk.map(
      ([, value]) =>
        () =>
          value,
    ),
    ...[
      0,
      -1,
      2.5,
      1e300,
      Number.NaN,
      'adam',
      '',
      'x'.repeat(5000),
      true,
      [],
      [8, 8],
      [{}],
      ['8'],
    ].map((value) => () => value),
    () => cyclic,
    () => new Proxy({}, traps),
    () => new Float32Array(3),
    () => ({
      inputs: [[1], [2]],
      targets: pick([[0, 1], null, 5, [0], [[0], [1]]]),
      task: pick(['regression', 3]),
    }),
  ];
  const keys = [
    'problem',
    'dataset',
    'network',
    'surface',
    'optimizer',
    'schedule',
    'seed',
    'id',
    'hidden',
    'wrappers',
    'samples',
    'learningRate',
    'inputs',
    'a.b',
    '',
    '__proto__',
  ];
  const tree = (depth: number): unknown => {
    if (depth === 0 || next() < 0.3) return pick(atoms)();
    const entries = Array.from({ length: 1 + Math.floor(next() * 3) }, () => [
      pick(keys),
      tree(depth - 1),
    ]);
    return Object.fromEntries(entries as [string, unknown][]);
  };
  const base = (): Anything => {
    const race: Anything = settings();
    const place = pick(['problem', 'optimizer', 'schedule', 'seed', pick(keys)]);
    return { ...race, [place]: next() < 0.5 ? tree(3) : { ...race[place], [pick(keys)]: tree(2) } };
  };

  test('each gives a run or a SettingsError, and the engine still works', () => {
    const run = engine.createRun(settings());
    const twin = engine.createRun(settings());
    let refused = 0;
    for (let each = 0; each < 500; ++each) {
      const race = base();
      const problems = refusals(() => engine.createRun(race).dispose());
      expect(engine.check(race).length).toBe(problems.length);
      for (const { path, rule, value, message } of problems) {
        expect(message).toBe(`${path} ${rule} (got ${value})`);
        expect(message.length).toBeLessThan(3000);
      }
      refused += problems.length > 0 ? 1 : 0;
      refusals(() => engine.sample(tree(2) as Anything));
      refusals(() => engine.values(tree(2) as Anything, Float64Array.of(1, 2)));
      refusals(() => engine.rates(tree(2) as Anything, 1, [1]));
      refusals(() => run.configure({ optimizer: { wrappers: tree(2) } } as Anything));
    }
    expect(refused).toBeGreaterThan(400);
    expect(refused).toBeLessThan(500);
    run.step(100);
    twin.step(100);
    expect(run.parameters).toEqual(twin.parameters);
  });
});
