// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { prepare } from '../src/data/prepare.ts';
import { readDelimited } from '../src/data/read-delimited.ts';
import type { Kind, Recipe } from '../src/data/recipe.ts';
import type { RealSamples } from '../src/real-data/sets.ts';

const packages = new URL('../../node_modules/', import.meta.url);
const textOf = (path: string): string =>
  readFileSync(fileURLToPath(new URL(path, packages)), 'utf8');

const scikit = (name: string) => textOf(`scikitjs/docs/static/data/${name}.csv`);
const observable = (name: string) => textOf(`@observablehq/sample-datasets/${name}.csv`);

interface Plan {
  text: () => string;
  target: string;
  task: Recipe['task'];
  /** What columns are, unless they are numbers. */
  kinds?: Record<string, Kind>;
  /** Names for the class numbers of a package. */
  classes?: string[];
}

/** Where each data set of src/real-data/sets.ts comes from, and how it is prepared. */
const plans: Readonly<Record<string, Plan>> = {
  iris: {
    text: () => scikit('iris'),
    target: 'target',
    task: 'classification',
    classes: ['Iris setosa', 'Iris versicolor', 'Iris virginica'],
  },
  penguins: {
    text: () => observable('penguins'),
    target: 'species',
    task: 'classification',
    kinds: { island: 'category', sex: 'category' },
  },
  wine: {
    text: () => scikit('wine'),
    target: 'target',
    task: 'classification',
    classes: ['Barolo', 'Grignolino', 'Barbera'],
  },
  cars: {
    text: () => observable('cars'),
    target: 'economy (mpg)',
    task: 'regression',
    kinds: { name: 'ignored' },
  },
  'handwritten-digits': { text: () => scikit('digits'), target: 'target', task: 'classification' },
};

/** Grey levels of an image as letters, which are half as long as numbers. */
const letters = (inputs: readonly number[]): string =>
  inputs.map((value) => String.fromCharCode(97 + value)).join('');

function samplesOf(id: string, { text, target, task, kinds = {}, classes }: Plan): RealSamples {
  const table = readDelimited(text(), id);
  const names = table.columns.map(({ name }) => name);
  const recipe: Recipe = {
    kinds: names.map((name) => kinds[name] ?? 'number'),
    target: names.indexOf(target),
    task,
    missing: 'leave-out',
  };
  const { prepared } = prepare(table, recipe);
  const { inputNames, targetName, classNames, shape, targets } = prepared;
  const inputs = [...prepared.inputs];
  const side = names.includes('pixel_0_0') ? Math.sqrt(inputNames.length) : 0;
  return {
    inputNames,
    targetName,
    classNames: classes ?? classNames,
    shape: side > 0 ? { channels: 1, height: side, width: side } : shape,
    inputs: side > 0 ? letters(inputs) : inputs,
    targets: [...targets],
  };
}

const prefix = 'virtual:real-data/';

/** Modules `virtual:real-data/<id>` with a data set out of an npm package. */
export const realData = (): Plugin => ({
  name: 'fall-line:real-data',
  resolveId: (source) => (source.startsWith(prefix) ? `\0${source}` : undefined),
  load(module) {
    if (!module.startsWith(`\0${prefix}`)) return undefined;
    const id = module.slice(prefix.length + 1);
    const plan = plans[id];
    if (!plan) throw new Error(`No package has the data set ${id}.`);
    return `export default ${JSON.stringify(samplesOf(id, plan))};`;
  },
});
