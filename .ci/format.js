// SPDX-License-Identifier: MIT
import { readdirSync } from 'node:fs';
import { bin, main, run, step } from './steps.js';

const rooms = ['web', 'wasm', 'tests', '.ci'];
const text = `{${rooms}}/**/*.{ts,js,css,html,json}`;
const write = process.argv.includes('--write');

/** Formats and lints. Without `--write` it only reports problems. */
export async function format() {
  const clang = write ? ['-i'] : ['--dry-run', '--Werror'];
  await step('clang-format', (say) => run(say, 'clang-format', [...clang, ...cppFiles()]));
  const prettier = write ? '--write' : '--check';
  await step('prettier', (say) =>
    run(say, bin('prettier'), [prettier, text, '!tests/reference', ...cached('prettier')]),
  );
  const eslint = ['--config', 'web/eslint.config.js', '--max-warnings', '0', ...cached('eslint')];
  await step('eslint', (say) => run(say, bin('eslint'), [...eslint, ...rooms]));
}

/** Options that skip files unchanged since the last check. */
const cached = (tool) => [
  ...['--cache', '--cache-strategy', 'content'],
  ...['--cache-location', `build/cache/${tool}`],
];

function cppFiles() {
  const folders = ['core', 'wasm', 'tests/core', 'tests/bench/native'];
  const names = (folder) =>
    readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`);
  return folders.flatMap(names).filter((name) => /\.[ch]pp$/.test(name));
}

if (write) main(format);
