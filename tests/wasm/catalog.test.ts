// SPDX-License-Identifier: MIT
import type { Component, Hyperparameter } from 'fall-line/engine';
import { describe, expect, test } from 'vitest';
import { engines, precisions, refusals, settings } from './support.ts';

const { catalog } = engines.float32;
const components: [string, Component][] = (
  [
    'optimizers',
    'wrappers',
    'schedules',
    'datasets',
    'activations',
    'losses',
    'initializers',
    'instruments',
  ] as const
).flatMap((kind) =>
  catalog[kind].map((entry): [string, Component] => [`${kind} ${entry.id}`, entry]),
);
const rows: [string, Hyperparameter][] = [
  ...components.flatMap(([name, entry]) =>
    entry.hyperparameters.map((row): [string, Hyperparameter] => [`${name}.${row.id}`, row]),
  ),
  ...Object.entries(catalog.settings).flatMap(([group, list]) =>
    list.map((row): [string, Hyperparameter] => [`${group}.${row.id}`, row]),
  ),
];

describe('catalog', () => {
  test('is the same in both precisions', () => {
    expect(engines.float64.catalog).toEqual(catalog);
  });

  test('keeps the public ids', () => {
    const ids = (list: Component[]) => list.map((entry) => entry.id);
    expect(ids(catalog.optimizers)).toEqual(
      expect.arrayContaining(
        'sgd momentum nesterov adagrad adadelta rmsprop adam adamw'.split(' '),
      ),
    );
    expect(ids(catalog.wrappers).sort()).toEqual('lookahead sam weight-averaging'.split(' '));
    expect(ids(catalog.schedules).sort()).toEqual(
      (
        'constant cosine cosine-restarts exponential inverse-time linear-warmup one-cycle ' +
        'polynomial reduce-on-plateau step-decay triangular'
      ).split(' '),
    );
    expect(ids(catalog.datasets)).toEqual(
      expect.arrayContaining(
        (
          'blobs bumps checkerboard circles digits-12 digits-28 formula formula-classes moons pinwheel plane polynomial ' +
          'sine spiral xor'
        ).split(' '),
      ),
    );
    expect(ids(catalog.activations).sort()).toEqual(
      'elu gelu gelu-tanh leaky-relu linear relu sigmoid silu softplus tanh'.split(' '),
    );
    expect(ids(catalog.losses).sort()).toEqual(
      'cross-entropy hinge huber mean-absolute-error mean-squared-error'.split(' '),
    );
    expect(ids(catalog.initializers).sort()).toEqual(
      'glorot-normal glorot-uniform he-normal he-uniform lecun-normal uniform zeros'.split(' '),
    );
  });

  test.each(components)('%s has a name and a summary', (_, entry) => {
    expect(entry.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(entry.name).not.toBe('');
    expect(entry.summary).toMatch(/\.$/);
  });

  test.each(rows)('%s is complete', (_, row) => {
    expect(row.id).toMatch(/^[a-z][A-Za-z0-9]*$/);
    expect(row.doc).toMatch(/\.$/);
    if (row.kind === 'choice' || row.kind === 'switch') return;
    if (row.kind === 'text') {
      // Names of choices may be none.
      expect(row.default !== '' || row.choices !== undefined).toBe(true);
      expect(String(row.default).length).toBeLessThanOrEqual(row.longest ?? 0);
      return;
    }
    if (typeof row.default === 'string') {
      expect(row.choices?.map((choice) => choice.id)).toContain(row.default);
    } else if (typeof row.default === 'number') {
      expect(row.default).toBeGreaterThanOrEqual(row.domain?.min ?? Number.NEGATIVE_INFINITY);
      expect(row.default).toBeLessThanOrEqual(row.domain?.max ?? Number.POSITIVE_INFINITY);
    }
    expect(row.slider?.min).toBeLessThan(row.slider?.max ?? Number.NEGATIVE_INFINITY);
  });

  test.each(precisions)('every default is accepted when given, in %s', (precision) => {
    for (const entry of catalog.optimizers) {
      const given = Object.fromEntries(
        [...entry.hyperparameters, ...catalog.settings.optimizer].map((row) => [
          row.id,
          row.default,
        ]),
      );
      // A regression, because every rule accepts it.
      if (entry.precision !== undefined && entry.precision !== precision) continue;
      const race = {
        problem: { dataset: { id: 'sine', samples: 40 } },
        optimizer: { ...given, id: entry.id },
      };
      expect(refusals(() => engines[precision].createRun(race))).toEqual([]);
    }
    for (const entry of catalog.datasets) {
      const given = Object.fromEntries(entry.hyperparameters.map((row) => [row.id, row.default]));
      expect(refusals(() => engines[precision].sample({ ...given, id: entry.id }))).toEqual([]);
    }
  });

  test.each(catalog.datasets)('the shape of $id is that of its samples', (entry) => {
    const { channels, height, width } = entry.shape;
    expect(channels * height * width).toBe(entry.inputs);
    const dataset = { id: entry.id };
    expect(engines.float32.sample(dataset).shape).toEqual(entry.shape);
    expect(engines.float32.createRun(settings({ dataset })).data().shape).toEqual(entry.shape);
  });

  test('some data sets are images, and points are plain lists', () => {
    const images = catalog.datasets.filter(({ shape }) => shape.height > 1);
    expect(images.map(({ shape }) => `${shape.width} x ${shape.height}`)).toEqual(
      expect.arrayContaining(['12 x 12', '28 x 28']),
    );
    for (const { shape, inputs } of catalog.datasets)
      if (inputs <= 2) expect(shape).toEqual({ channels: 1, height: 1, width: inputs });
  });

  test('an optimizer has a formula, a paper, and notes on how implementations differ', () => {
    for (const entry of catalog.optimizers) {
      expect(entry.formula, entry.id).toContain('\\theta');
      expect(entry.paper.url, entry.id).toMatch(/^https:\/\//);
      expect(entry.paper.year, entry.id).toBeGreaterThan(1900);
      expect(entry.notes, entry.id).not.toBe('');
      expect(entry.family, entry.id).not.toBe('');
    }
  });
});
