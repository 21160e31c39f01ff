// SPDX-License-Identifier: MIT
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { program, Project } from './project.ts';

let project: Project;
beforeAll(() => {
  project = new Project('types');
});
afterAll(() => project.remove());

test.for([
  { module: 'ESNext', moduleResolution: 'bundler', lib: ['ES2022', 'DOM'] },
  { module: 'NodeNext', moduleResolution: 'NodeNext', lib: ['ES2022', 'WebWorker'] },
])('a strict project compiles against the types: $moduleResolution', (options) => {
  const compilerOptions = { ...options, target: 'ES2022', strict: true, types: [], outDir: 'out' };
  const config = { compilerOptions, files: ['consumer.ts'] };
  writeFileSync(join(project.folder, 'tsconfig.json'), JSON.stringify(config));
  expect(project.run(program('tsc'))).toBe('');
});

test('the module exports what the types declare', () => {
  const script = `import * as engine from 'fall-line/engine';
    import { names } from './out/consumer.js';
    console.log(JSON.stringify([Object.keys(engine).sort(), Object.keys(names).sort()]));`;
  const [exported, declared] = JSON.parse(
    project.run(process.execPath, '--input-type=module', '--eval', script),
  );
  expect(exported).toEqual(declared);
});
