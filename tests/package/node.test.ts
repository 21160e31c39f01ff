// SPDX-License-Identifier: MIT
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asked, expected, hashes } from './golden.ts';
import { Project } from './project.ts';

let project: Project;
beforeAll(() => {
  project = new Project('node');
});
afterAll(() => project.remove());

test('the package has what it promises, and nothing of its making', () => {
  const paths = project.packed.files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'web/dist/engine.js',
      'web/dist/engine-float32.wasm',
      'web/dist/engine-float64.wasm',
      'web/dist/fall-line.js',
      'web/dist/fall-line.classic.js',
      'web/dist/embed.html',
      'web/dist/types/wasm/engine.d.ts',
    ]),
  );
  expect(
    paths.filter((path) =>
      /^(core|tests|wasm|build|\.)|\.(ts|cpp|hpp)$/.test(path.replace('.d.ts', '')),
    ),
  ).toEqual([]);
});

test.for(['float32', 'float64'] as const)('Node trains to the golden bits in %s', (precision) => {
  writeFileSync(join(project.folder, 'asked.json'), JSON.stringify(asked(precision)));
  const trained = JSON.parse(project.run(process.execPath, 'print.js', 'asked.json'));
  expect(hashes(trained)).toEqual(expected(precision));
});

test('a module compiled from the exported file is an engine, too', () => {
  const script = `import { readFileSync } from 'node:fs';
    import { loadEngine } from 'fall-line/engine';
    const file = new URL(import.meta.resolve('fall-line/engine-float64.wasm'));
    const wasmModule = new WebAssembly.Module(readFileSync(file));
    const { catalog, precision } = await loadEngine({ wasmModule, precision: 'float64' });
    console.log(precision, catalog.optimizers.length > 5);`;
  expect(project.run(process.execPath, '--input-type=module', '--eval', script)).toBe(
    'float64 true\n',
  );
});
