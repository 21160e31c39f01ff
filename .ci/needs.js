// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  findChromium,
  findFirefox,
  findMiniBrowser,
  findTestChromium,
} from '../tests/support/browsers.js';
import { findCommand } from '../tests/support/commands.js';

const includeFolders = ['/usr/include', '/usr/local/include', '/opt/homebrew/include'];
const header = (name) => () => includeFolders.some((folder) => existsSync(`${folder}/${name}`));
const command = (name) => () => findCommand(name) !== undefined;
const file = (path) => () => existsSync(path);

/** Whether Clang finds the libraries of its sanitizers. */
function hasSanitizers() {
  const { stdout } = spawnSync('clang++', ['-print-resource-dir'], { encoding: 'utf8' });
  return stdout !== null && existsSync(`${stdout.trim()}/lib`);
}

/** Whether acorn is there. Only Debian's Emscripten needs it installed; emsdk includes it. */
function hasAcorn() {
  const compiler = findCommand('em++');
  return existsSync('/usr/share/nodejs/acorn') || (compiler && compiler !== '/usr/bin/em++');
}

const cmake = [
  ['CMake', 'cmake', command('cmake'), 'brew install cmake'],
  ['Ninja', 'ninja-build', command('ninja'), 'brew install ninja'],
];
const clangFormat = [
  'clang-format',
  'clang-format',
  command('clang-format'),
  'brew install clang-format',
];
const gcc = ['g++', 'g++', command('g++'), 'xcode-select --install'];
const chromium = [
  'Chromium',
  'chromium',
  () => findChromium() !== undefined,
  'brew install --cask chromium, or set CHROMIUM to the path of Chrome',
];

/**
 * What must be installed, by purpose: its name, Debian's package, whether it is there, and how to get
 * it elsewhere.
 */
export const needs = {
  building: [
    ...cmake,
    ['Emscripten', 'emscripten', command('em++'), 'brew install emscripten, or use emsdk'],
    ['Binaryen (wasm-split)', 'binaryen', command('wasm-split'), 'brew install binaryen'],
    ["acorn for Debian's Emscripten", 'node-acorn', hasAcorn, 'comes with emsdk and Homebrew'],
  ],
  core: [
    ['clang++', 'clang', command('clang++'), 'xcode-select --install'],
    ...cmake,
    clangFormat,
    ['GoogleTest', 'libgtest-dev', header('gtest/gtest.h'), 'brew install googletest'],
  ],
  formatting: [clangFormat],
  modules: [
    [
      'NumPy for Python 3',
      'python3-numpy',
      () => spawnSync('/usr/bin/python3', ['-c', 'import numpy']).status === 0,
      'pip install numpy',
    ],
  ],
  browser: [
    chromium,
    [
      "Chromium's headless shell",
      'chromium-headless-shell',
      () => findTestChromium() !== undefined,
      'comes with Chromium',
    ],
  ],
  references: [
    [
      'PyTorch 1.13 and NumPy for Python 3',
      'python3-torch',
      () => spawnSync('/usr/bin/python3', ['-c', 'import numpy, torch']).status === 0,
      'pip install numpy torch==1.13.1',
    ],
  ],
  slow: [
    gcc,
    ["Clang's sanitizers", 'libclang-rt-dev', hasSanitizers, 'brew install llvm'],
    [
      'the sources of GoogleTest',
      'googletest',
      file('/usr/src/googletest/CMakeLists.txt'),
      'clone it, and give CMake its path as FALL_LINE_GOOGLETEST_SOURCE',
    ],
    [
      'Firefox',
      'firefox-esr',
      () => findFirefox() !== undefined,
      'brew install --cask firefox, or set FIREFOX to its path',
    ],
    [
      "WebKitGTK's driver and small browser",
      'webkit2gtk-driver',
      () => findCommand('WebKitWebDriver') !== undefined && findMiniBrowser() !== undefined,
      'for Linux alone',
    ],
    ['Xvfb, a screen that nobody sees', 'xvfb', command('Xvfb'), 'for Linux alone'],
  ],
  benchmarking: [
    gcc,
    chromium,
    [
      'Google Benchmark',
      'libbenchmark-dev',
      header('benchmark/benchmark.h'),
      'brew install google-benchmark',
    ],
  ],
};
