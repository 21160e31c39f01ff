// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { OwnData } from '../../../wasm/types.ts';
import { modelJson } from '../../../web/src/results/model-json.ts';
import { modelOf } from '../../../web/src/results/racer-model.ts';
import { parametersOf } from '../../../web/src/results/models/model.ts';
import { npyOf, npzOf } from '../../../web/src/results/models/npz.ts';
import { ownData, raced } from './support.ts';

/** A reader of .npy files, written from the format's description. */
function read(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  expect(String.fromCharCode(...file.subarray(0, 6))).toBe('\x93NUMPY');
  expect([...file.subarray(6, 8)]).toEqual([1, 0]);
  const length = view.getUint16(8, true);
  const start = 10 + length;
  expect(start % 64, 'the data are aligned').toBe(0);
  const header = String.fromCharCode(...file.subarray(10, start));
  expect(header.endsWith('\n')).toBe(true);
  const [, type, shape = ''] =
    /^\{'descr': '<(f[48])', 'fortran_order': False, 'shape': \(([\d, ]+)\), \} *\n$/.exec(
      header,
    ) ?? [];
  const size = type === 'f4' ? 4 : 8;
  const values = Array.from({ length: (file.length - start) / size }, (_, index) =>
    size === 4
      ? view.getFloat32(start + 4 * index, true)
      : view.getFloat64(start + 8 * index, true),
  );
  return { type, shape: shape.split(',').filter(Boolean).map(Number), values };
}

async function model(link: string, own?: OwnData) {
  const subject = await raced(link, own);
  const [racer] = subject.race.racers;
  if (!racer) throw new Error('There is no racer.');
  const all = await racer.ask('evaluationParameters');
  return { subject, racer, model: await modelOf(subject, racer), all: Array.from(all ?? []) };
}

const link = 'dataset=blobs&hidden=5,4&steps=20&run=adam';

test.each([
  ['float32', 'f4'],
  ['float64', 'f8'],
])('every number of a network in %s is in its array', async (precision, type) => {
  const { model: learned, all } = await model(`${link}&precision=${precision}`);
  const files = unzipSync(npzOf(learned));
  expect(Object.keys(files)).toEqual(
    [1, 2, 3].flatMap((layer) => [`layer${layer}.weight.npy`, `layer${layer}.bias.npy`]),
  );
  const arrays = Object.values(files).map(read);
  expect(arrays.map(({ shape }) => shape)).toEqual([[5, 2], [5], [4, 5], [4], [3, 4], [3]]);
  expect(new Set(arrays.map((array) => array.type))).toEqual(new Set([type]));
  expect(arrays.flatMap(({ values }) => values)).toEqual(all);
});

test('the same numbers are in the JSON, in rows', async () => {
  const { subject, racer, model: learned } = await model(link);
  const { parameters, ...facts } = JSON.parse(await modelJson(subject, racer));
  expect(facts).toMatchObject({ activation: 'tanh', loss: 'cross-entropy', classes: 3, step: 20 });
  expect(parameters['layer2.weight']).toHaveLength(4);
  const flat = Object.values<number[] | number[][]>(parameters).flatMap((one) => one.flat());
  const wanted = parametersOf(learned).flatMap(({ values }) => [...values]);
  expect(flat.map(Math.fround)).toEqual(wanted);
});

test('standardized inputs bring what they were standardized with', async () => {
  const { model: learned } = await model(link, ownData);
  const files = unzipSync(npzOf(learned));
  expect(read(files['inputs.mean.npy'] ?? new Uint8Array()).shape).toEqual([3]);
  expect(read(files['inputs.deviation.npy'] ?? new Uint8Array()).values[0]).toBeGreaterThan(0);
});

test('numbers that do not exist are kept', () => {
  const values = Float32Array.of(Number.NaN, Infinity, -0, 1.5);
  expect(read(npyOf({ shape: [4], values })).values).toEqual([...values]);
});

test('NumPy reads the same numbers', async () => {
  const { model: learned, all } = await model(link);
  const folder = mkdtempSync(join(tmpdir(), 'fall-line-'));
  try {
    const file = join(folder, 'model.npz');
    writeFileSync(file, npzOf(learned));
    const script = `import json, sys, numpy
arrays = numpy.load(sys.argv[1])
print(json.dumps([[name, arrays[name].shape, arrays[name].dtype.name, arrays[name].ravel().tolist()] for name in arrays]))`;
    const told = execFileSync('/usr/bin/python3', ['-c', script, file], { encoding: 'utf8' });
    const arrays = JSON.parse(told) as [string, number[], string, number[]][];
    expect(arrays.map(([name]) => name)).toEqual(parametersOf(learned).map(({ name }) => name));
    expect(arrays.map(([, shape]) => shape)).toEqual(
      parametersOf(learned).map(({ shape }) => shape),
    );
    expect(new Set(arrays.map(([, , type]) => type))).toEqual(new Set(['float32']));
    expect(arrays.flatMap(([, , , values]) => values)).toEqual(all);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
