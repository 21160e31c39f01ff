// SPDX-License-Identifier: MIT
// Emscripten 3.1.6 generates no types, so they are written by hand and compared with the module here.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { engines, settings } from './support.ts';

const path = (file: string) => fileURLToPath(new URL(`../../wasm/${file}`, import.meta.url));
const program = ts.createProgram([path('raw.ts'), path('types.ts'), path('glue.d.ts')], {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: [],
});
const checker = program.getTypeChecker();

/** The members of an exported type: their names, types, and whether they are optional. */
function membersOf(file: string, name: string) {
  const source = program.getSourceFile(path(file));
  const module = source && checker.getSymbolAtLocation(source);
  const found = module && checker.getExportsOfModule(module).find((it) => it.name === name);
  if (!found) throw new Error(`${file} exports no ${name}.`);
  return checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(found)).map((member) => ({
    name: member.name,
    optional: (member.flags & ts.SymbolFlags.Optional) !== 0,
    type: checker.typeToString(checker.getTypeOfSymbol(member)).replace(/<.*?>/, ''),
  }));
}

test('raw.ts declares the functions that bindings.cpp binds', () => {
  const bindings = readFileSync(path('bindings.cpp'), 'utf8');
  const bound = Array.from(bindings.matchAll(/\bfunction\("(\w+)"/g), (match) => match[1]);
  expect(bound.length).toBeGreaterThan(20);
  expect(membersOf('raw.ts', 'Raw').map(({ name }) => name)).toEqual(
    expect.arrayContaining(bound as string[]),
  );
  expect(membersOf('raw.ts', 'Raw')).toHaveLength(bound.length);
});

const engine = engines.float64;
const trained = engine.createRun({ ...settings(), optimizer: { id: 'aw-sgd' } });
trained.step(20);
const regression = engine.createRun(settings({ dataset: { id: 'sine' }, testFraction: 0 }));
const descent = engine.createRun({
  problem: { surface: { id: 'rosenbrock' } },
  optimizer: { id: 'sgd', learningRate: 1 },
});
descent.step(100);
const fall = engine.createRun({
  problem: { surface: { id: 'saddle' }, start: [1, 1] },
  optimizer: { id: 'sgd', learningRate: 0.4 },
});
fall.step(5000);

const search = engine.createRun({
  problem: { surface: { id: 'rosenbrock' } },
  optimizer: { id: 'newton' },
});
const marks = search.dissect().marks;
/** A mark with all optional members: no rule draws one. */
const fullMark = Object.assign({}, ...marks) as (typeof marks)[number];

/** What the type of a member says about its value. Unknown types fail. */
const fits: Record<string, (value: unknown) => boolean> = {
  number: (value) => typeof value === 'number',
  Float64Array: (value) => value instanceof Float64Array,
  'Float64Array[]': (value) =>
    Array.isArray(value) && value.every((column) => column instanceof Float64Array),
  '"running" | "converged" | "diverged"': (value) => typeof value === 'string',
  '{ loss: number; gradient: number; hessianProduct: number; }': (value) =>
    names(value) === 'gradient,hessianProduct,loss',
  '{ code: string; message: string; } | undefined': (value) => names(value) === 'code,message',
  string: (value) => typeof value === 'string',
  'string | undefined': (value) => typeof value === 'string',
  Record: (value) => Object.values(value as object).every((each) => typeof each === 'number'),
  '{ path: string; value: SettingValue; } | undefined': (value) => names(value) === 'path,value',
  'Float64Array | undefined': (value) => value instanceof Float64Array,
  'number | undefined': (value) => typeof value === 'number',
};
const names = (value: unknown) =>
  Object.keys(value as object)
    .sort()
    .join();

/** Answers with all optional members, and with none. */
test.each([
  ['Report', descent.report(), trained.report()],
  ['Evaluation', trained.evaluate(), descent.evaluate()],
  ['Curve', trained.curve(), descent.curve()],
  ['Path', descent.path(), trained.path()],
  ['Sampling', trained.sampling(), trained.sampling()],
  ['Finding', descent.diagnose()[0], fall.diagnose()[0]],
  [
    'Histogram',
    trained.histograms('weight-histogram')[0],
    trained.histograms('weight-histogram')[0],
  ],
  ['SampleShape', trained.data().shape, engine.catalog.datasets[0]?.shape],
  ['Mark', fullMark, marks.find(({ name }) => name === 'modelStep')],
  ['Layer', trained.layers()[0], trained.layers()[1]],
])('the module answers with what types.ts declares: %s', (type, full, least) => {
  const members = membersOf('types.ts', type);
  const required = members.filter(({ optional }) => !optional);
  expect(names(full)).toBe(names(Object.fromEntries(members.map(({ name }) => [name, 0]))));
  expect(names(least)).toBe(names(Object.fromEntries(required.map(({ name }) => [name, 0]))));
  for (const member of members) {
    const value = (full as unknown as Record<string, unknown>)[member.name];
    expect(fits[member.type]?.(value), `${member.name}: ${member.type}`).toBe(true);
  }
});

test('the curve has one column of weight norms per layer', () => {
  const { weightNorms, step } = trained.curve();
  expect(weightNorms.map(({ length }) => length)).toEqual([step.length, step.length]);
  const hidden = trained.parameters.slice(0, 12);
  expect(weightNorms[0]?.at(-1)).toBeCloseTo(Math.hypot(...hidden), 12);
  expect(descent.curve().weightNorms).toEqual([]);
});

test('an evaluation leaves out what does not exist', () => {
  expect(names(regression.evaluate())).toBe('trainDataLoss,trainLoss');
});
