// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import { defineConfig } from 'eslint/config';
import { configs as typescript } from 'typescript-eslint';

const project = ['web/tsconfig.json', 'tests/tsconfig.json'];
const tsconfigRootDir = fileURLToPath(new URL('..', import.meta.url));
const pageGlobals = [
  'CanvasRenderingContext2D',
  'MessageChannel',
  'addEventListener',
  'document',
  'requestAnimationFrame',
];
const globals = (names) => Object.fromEntries(names.map((name) => [name, false]));
const nodeGlobals = [
  'URL',
  'WebAssembly',
  'clearInterval',
  'console',
  'performance',
  'process',
  'setInterval',
];

export default defineConfig(
  // The projects of the package's users are no part of this one. The compiler checks them where they are installed.
  { ignores: ['web/dist', 'tests/package/projects/types'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.recommended, lit['flat/recommended']],
    languageOptions: { parserOptions: { project, tsconfigRootDir } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.js'],
    languageOptions: { globals: globals(nodeGlobals) },
  },
  {
    // Some functions in these files run in the page.
    files: ['tests/bench/page/*.js'],
    languageOptions: { globals: globals(pageGlobals) },
  },
  {
    files: ['tests/package/projects/vite/**/*.js'],
    languageOptions: { globals: globals(['Worker', 'addEventListener', 'postMessage']) },
  },
);
