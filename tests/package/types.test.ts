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
  { moduleResolution: 'bundler', lib: 'DOM', files: ['consumer.ts', 'element.ts'] },
  { moduleResolution: 'NodeNext', lib: 'WebWorker', files: ['consumer.ts'] },
])('a strict project compiles against the types: $lib, $moduleResolution', (given) => {
  const { moduleResolution, files } = given;
  const options = {
    moduleResolution,
    module: moduleResolution === 'bundler' ? 'ESNext' : moduleResolution,
    lib: ['ES2022', given.lib],
  };
  const compilerOptions = { ...options, target: 'ES2022', strict: true, types: [], outDir: 'out' };
  const config = { compilerOptions, files };
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
