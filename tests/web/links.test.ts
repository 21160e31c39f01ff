// SPDX-License-Identifier: MIT
import type { Hyperparameter, SettingValue } from 'fall-line/engine';
import { describe, expect, test } from 'vitest';
import { examples } from '../../web/src/examples/examples.ts';
import { steps } from '../../web/src/lessons/lessons.ts';
import { fittingChoices } from '../../web/src/catalog/fitting-choices.ts';
import { maxLinkLength } from '../../web/src/model/links/grammar.ts';
import { linkKeys, surfaceKeys } from '../../web/src/model/links/keys.ts';
import { kindOf } from '../../web/src/model/problem-kinds.ts';
import {
  type Component,
  datasetRows,
  optimizerRows,
  pacings,
  precisionChoices,
  scheduleRows,
  type Settings,
  speeds,
  takesRate,
  unscheduled,
  type Values,
  wrapperRows,
} from '../../web/src/model/settings.ts';
import { catalog, decode, encode, generator, refusedBesideSizes } from './support.ts';

type Draw = () => number;

const pick = <T>(draw: Draw, list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;

/** A random allowed value of a row: inside and outside its slider, at closed ends, of every kind. */
function drawn(draw: Draw, row: Hyperparameter): SettingValue {
  const { kind, choices = [], domain } = row;
  if (kind === 'switch') return draw() < 0.5;
  if (kind === 'choice') return pick(draw, choices).id;
  // Names of choices. How many fit depends on other rows, and one fits unless there is no layer.
  if (kind === 'text' && choices.length > 0) return '';
  // With other signs, but of the same kind.
  if (kind === 'text') return pick(draw, [row.default, `a_1 = (x ≤ 2); 2·y²; ${row.default}`]);
  const min = domain?.min ?? -1e6;
  const max = domain?.max ?? 1e6;
  const number = () => {
    if (draw() < 0.1 && !domain?.minOpen) return min;
    if (draw() < 0.1 && !domain?.maxOpen) return max;
    const inside = draw() < 0.5 ? min + draw() * (max - min) : min + draw() ** 8 * (max - min);
    return kind === 'number' ? inside : Math.ceil(inside);
  };
  if (kind === 'integers') return Array.from({ length: Math.floor(draw() * 5) }, number);
  return choices.length > 0 && draw() < 0.3 ? pick(draw, choices).id : number();
}

const values = (draw: Draw, rows: readonly Hyperparameter[]): Values =>
  Object.fromEntries(rows.map((row) => [row.id, draw() < 0.5 ? row.default : drawn(draw, row)]));

/** Random wrappers that work with the rule, in the order of the catalog, in which they also work together. */
function randomWrappers(draw: Draw, rule: string): Component[] {
  return catalog.wrappers
    .filter(({ unfit }) => unfit[rule] === undefined && draw() < 0.3)
    .map(({ id }) => ({ id, values: values(draw, wrapperRows(catalog, id)) }));
}

function randomSchedule(draw: Draw, rule: string): Component {
  if (!takesRate(catalog, rule) || draw() < 0.3) return unscheduled(catalog);
  const { id } = pick(draw, catalog.schedules);
  return { id, values: values(draw, scheduleRows(catalog, id)) };
}

/** A random problem as a link can hold it. A surface has no data and no network. */
function randomProblem(draw: Draw) {
  const dataset = pick(draw, catalog.datasets).id;
  const surface = pick(draw, catalog.surfaces);
  const { problem, network, surface: descent, start } = catalog.settings;
  const [coordinate] = start;
  if (!coordinate) throw new Error('The catalog has no row for starts.');
  if (draw() < 0.3) {
    const { problem, network, dataset } = decode('').settings;
    const point = [drawn(draw, coordinate), drawn(draw, coordinate)] as [number, number];
    return {
      ...{ problem, network, dataset },
      surface: {
        id: surface.id,
        values: values(draw, surface.hyperparameters),
        start: draw() < 0.5 ? surface.start : point,
        descent: values(draw, descent),
      },
    };
  }
  return {
    surface: null,
    dataset: { id: dataset, values: values(draw, datasetRows(catalog, dataset)) },
    problem: values(draw, problem),
    network: values(
      draw,
      network.map((row) => ({ ...row, choices: fittingChoices(catalog, row, dataset) })),
    ),
  };
}

const randomHash = (draw: Draw): string =>
  Array.from({ length: 16 }, () => Math.floor(draw() * 16).toString(16)).join('');

function randomSettings(draw: Draw): Settings {
  const problem = randomProblem(draw);
  const kind = kindOf(problem);
  const unit = pick(draw, kind.units);
  const racers = Array.from({ length: Math.floor(draw() * 6) }, (_, key) => {
    const { id } = pick(draw, catalog.optimizers);
    const optimizer = { id, values: values(draw, optimizerRows(catalog, id)) };
    const around = { wrappers: randomWrappers(draw, id), schedule: randomSchedule(draw, id) };
    return { key, slot: key, on: draw() < 0.8, optimizer, ...around };
  });
  return {
    ...problem,
    run: values(draw, catalog.settings.run),
    precision: pick(draw, precisionChoices),
    racers,
    expect: draw() < 0.3 ? racers.filter(({ on }) => on).map(() => randomHash(draw)) : [],
    budget: { unit, amount: unit === 'epochs' ? draw() * 100 : Math.ceil(draw() * 1e5) },
    pacing: pick(draw, pacings),
    target: draw() < 0.5 ? null : draw() * 3,
    view: {
      axis: pick(draw, kind.axes),
      scale: pick(draw, ['log', 'linear'] as const),
      show: pick(draw, ['test', 'train', 'both', 'rate'] as const),
      speed: pick(draw, speeds),
      instruments: catalog.instruments.map(({ id }) => id).filter(() => draw() < 0.3),
    },
    ...pick(draw, [
      { example: '', lesson: '' },
      ...examples.map(({ id }) => ({ example: id, lesson: '' })),
      ...steps.map(({ id }) => ({ example: '', lesson: id })),
    ]),
  };
}

describe('a round trip', () => {
  test.each(Array.from({ length: 200 }, (_, seed) => seed))('random settings %i', (seed) => {
    const settings = randomSettings(generator(seed));
    const link = encode(settings);
    expect(decode(link)).toEqual({ settings, notices: [] });
    expect(refusedBesideSizes(link)).toEqual([]);
    expect(decode(`#${link}`).settings).toEqual(settings);
    expect(decode(new URL(`#${link}`, 'https://example.org/').hash).settings).toEqual(settings);
    expect(decode(new URLSearchParams({ s: link }).get('s') ?? '').settings).toEqual(settings);
  });

  test('schedules and wrappers follow their rule, in order', () => {
    const link =
      'v=3&run=adam,schedule=cosine,schedule.warmupSteps=50,sam,lookahead,lookahead.k=10,off';
    const { settings, notices } = decode(link);
    expect(notices).toEqual([]);
    expect(settings.racers[0]?.schedule).toMatchObject({
      id: 'cosine',
      values: { warmupSteps: 50, minFactor: 0 },
    });
    expect(settings.racers[0]?.wrappers.map(({ id }) => id)).toEqual(['sam', 'lookahead']);
    expect(settings.racers[0]?.wrappers[1]?.values).toMatchObject({ k: 10, alpha: 0.5 });
    expect(encode(settings)).toBe(link);
  });

  test('unknown schedules and wrappers, and settings of missing ones, give notices', () => {
    const { settings, notices } = decode(
      'run=sgd,schedule=cosinus,schedule.totalSteps=9,lookahead.k=3,lookbehind',
    );
    expect(settings.racers[0]).toMatchObject({ schedule: { id: 'constant' }, wrappers: [] });
    expect(notices.map(({ key, given }) => [key, given])).toEqual([
      ['run=sgd: schedule', 'cosinus'],
      ['run=sgd', 'schedule.totalSteps=9'],
      ['run=sgd', 'lookahead.k=3'],
      ['run=sgd', 'lookbehind'],
    ]);
  });

  test('a race with all defaults is written as the version alone', () => {
    expect(encode(decode('').settings)).toBe('v=3');
  });

  test('no two rows have the same key, on any problem', () => {
    const all = [
      ...catalog.datasets.map(({ id }) => linkKeys(catalog, id)),
      ...catalog.surfaces.map(({ id }) => surfaceKeys(catalog, id)),
    ].map((rows) => rows.map(({ key }) => key));
    for (const keys of all) {
      expect(new Set(keys).size).toBe(keys.length);
      for (const taken of ['steps', 'run', 'dataset', 'surface', 'start', 'v']) {
        expect(keys).not.toContain(taken);
      }
    }
  });

  test('the id of a surface alone stands for its suggested race', () => {
    for (const { id, start, race } of catalog.surfaces) {
      const { settings, notices } = decode(`v=3&surface=${id}`);
      expect(notices).toEqual([]);
      expect(settings.surface).toMatchObject({ id, start });
      expect(settings.racers.map(({ optimizer }) => optimizer)).toMatchObject(
        race.map(({ optimizer, learningRate }) => ({ id: optimizer, values: { learningRate } })),
      );
      expect(encode(settings)).toBe(`v=3&surface=${id}`);
    }
  });
});

describe('hostile links', () => {
  const valid = encode(randomSettings(generator(7)));
  const hostile: Record<string, string> = {
    nothing: '',
    'signs alone': '#&=&&==&?#',
    'a broken escape': 'noise=%zz&run=sgd,learningRate=%zz&%zz=1',
    __proto__: '__proto__=1&dataset=__proto__&run=__proto__,constructor=1&run=sgd,__proto__=2',
    'names of Object': 'constructor=1&toString=2&dataset=hasOwnProperty&run=valueOf',
    NaN: 'noise=NaN&samples=NaN&l2=NaN&run=sgd,learningRate=NaN&steps=NaN&target=NaN',
    '1e999': 'noise=1e999&samples=1e999&run=sgd,learningRate=1e999&steps=1e999&epochs=-1e999',
    'Arabic digits': 'samples=٥٠٠&run=sgd,learningRate=٠٫١',
    'other notations': 'samples=0x40&seed=1_000&noise=,5&steps=1e3px&batchSize= 10',
    'huge nets': `hidden=${'1000000,'.repeat(400)}1000000`,
    'huge layers': 'hidden=1000000,1000000&samples=1000000&batchSize=1000000',
    'many racers': 'run=sgd&'.repeat(400),
    'a megabyte': `noise=${'9'.repeat(1 << 20)}`,
    'a megabyte of keys': 'noise=0.1&'.repeat(1 << 17),
    'a surface of nowhere': 'surface=atlantis&start=1e7,NaN&condition=-1&gradientNoise=1e999',
    'a surface and data': 'surface=rosenbrock&dataset=moons&noise=0.3&hidden=4&start=1,2,3',
    'a surface without a start': 'surface=narrow-valley&start=&condition=0',
    markup: 'dataset=<img src=x onerror=alert(1)>&run="><script>,learningRate=<b>',
  };

  test.each(Object.entries(hostile))('%s: settings that the engine accepts', (_, link) => {
    expect(refusedBesideSizes(link)).toEqual([]);
    expect(decode(encode(decode(link).settings)).settings).toEqual(decode(link).settings);
  });

  test.each(Array.from({ length: 100 }, (_, seed) => seed))('random bytes %i', (seed) => {
    const draw = generator(seed);
    const bytes = Array.from({ length: 300 }, () => String.fromCharCode(draw() * 256)).join('');
    expect(refusedBesideSizes(bytes)).toEqual([]);
    const cut = Math.floor(draw() * valid.length);
    const spoiled = valid.slice(0, cut) + pick(draw, ['-', '9', 'e', '%', ',', '=', '&']);
    expect(refusedBesideSizes(spoiled + valid.slice(cut + 1))).toEqual([]);
  });

  test('no row takes a value beyond its domain', () => {
    const { id } = pick(generator(1), catalog.datasets);
    for (const { key } of linkKeys(catalog, id)) {
      for (const value of ['-1e300', '-1', '-0', '0', '1e-300', '0.5', '1', '1e300', 'x', '']) {
        expect(refusedBesideSizes(`dataset=${id}&${key}=${value}`), `${key}=${value}`).toEqual([]);
      }
    }
  });

  test('minus zero is zero', () => {
    expect(Object.is(decode('noise=-0').settings.dataset.values.noise, 0)).toBe(true);
  });
});

describe('notices', () => {
  test.each([
    [
      'noise=-1',
      { key: 'noise', given: '-1', used: '0', why: 'must be a number at least 0 and at most 10' },
    ],
    ['noise=1e9', { key: 'noise', given: '1e9', used: '10' }],
    ['samples=2.5', { key: 'samples', given: '2.5', used: '500' }],
    ['samples=9e9', { key: 'samples', given: '9e9', used: '1000000' }],
    ['noise=0.1&noise=0.2', { key: 'noise', given: '0.2', used: '', why: 'is given twice' }],
    ['wings=2', { key: 'wings', given: '2', used: '', why: 'is not a known setting' }],
    ['v=99', { key: 'v', given: '99', used: '3' }],
    ['dataset=snail', { key: 'dataset', given: 'snail', used: 'spiral' }],
    ['example=none', { key: 'example', given: 'none', used: '' }],
    ['lesson=none', { key: 'lesson', given: 'none', used: '' }],
    ['surface=atlantis', { key: 'surface', given: 'atlantis', used: 'rosenbrock' }],
    ['surface=beale&start=1', { key: 'start', given: '1', used: '1,1' }],
    [
      'surface=beale&start=1,1e7',
      { why: 'must be two numbers, each at least -1000000 and at most 1000000' },
    ],
    [
      'surface=beale&dataset=moons',
      { key: 'dataset', used: '', why: 'means nothing for this problem' },
    ],
    ['surface=beale&epochs=3', { key: 'epochs', used: '', why: 'means nothing for this problem' }],
    ['surface=beale&axis=epochs', { key: 'axis', used: 'steps' }],
    [
      'surface=beale&condition=3',
      { key: 'condition', used: '', why: 'means nothing for this problem' },
    ],
    ['surface=narrow-valley&condition=0', { key: 'condition', given: '0', used: '100' }],
    ['run=warp', { key: 'run', given: 'warp', used: '' }],
    ['run=sgd,warp=9', { key: 'run=sgd', given: 'warp=9', used: '' }],
    ['run=sgd,learningRate=0', { key: 'run=sgd: learningRate', given: '0' }],
    ['run=sgd,learningRate=1,learningRate=2', { given: '2', used: '', why: 'is given twice' }],
    ['steps=0', { key: 'steps', given: '0', used: '2000 steps' }],
    ['steps=2.5', { key: 'steps', given: '2.5', used: '3' }],
    [
      'steps=10&epochs=2',
      { key: 'epochs', given: '2', used: '', why: 'is a second length of the race' },
    ],
    ['target=-1', { key: 'target', given: '-1', used: '' }],
    ['axis=sideways', { key: 'axis', given: 'sideways', used: 'steps' }],
    ['dataset=sine&loss=hinge', { key: 'loss', given: 'hinge', used: '' }],
    ['hidden=8,x', { key: 'hidden', given: '8,x', used: '8,8' }],
    [`hidden=${'8,'.repeat(16)}8`, { key: 'hidden', used: '8,8' }],
    [
      `x=${'y'.repeat(maxLinkLength)}`,
      { key: 'link', why: 'has 4,002 characters. Only the first 4,000 of them are used' },
    ],
  ])('%s', (link, notice) => {
    const { notices } = decode(link);
    expect(notices).toContainEqual(expect.objectContaining(notice));
  });

  test('refused values keep their defaults, and the rest is used', () => {
    const { settings, notices } = decode('dataset=moons&noise=x&samples=80');
    expect(notices).toHaveLength(1);
    expect(settings.dataset).toMatchObject({ id: 'moons', values: { noise: 0.2, samples: 80 } });
  });
});
