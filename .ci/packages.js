// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.js';
import { findCommand } from './commands.js';
import { findFirefox, findMiniBrowser } from './other-browsers.js';

const includeFolders = ['/usr/include', '/usr/local/include', '/opt/homebrew/include'];
const hasHeader = (header) => includeFolders.some((folder) => existsSync(`${folder}/${header}`));
const hasCommand = (name) => () => findCommand(name) !== undefined;

/** Whether acorn is there. Only Debian's Emscripten needs it installed; emsdk includes it. */
function hasAcorn() {
  const compiler = findCommand('em++');
  return existsSync('/usr/share/nodejs/acorn') || (compiler && compiler !== '/usr/bin/em++');
}

const gcc = {
  what: 'g++',
  present: hasCommand('g++'),
  debian: 'g++',
  elsewhere: 'xcode-select --install',
};
const chromium = {
  what: 'Chromium',
  present: () => findChromium() !== undefined,
  debian: 'chromium',
  elsewhere: 'brew install --cask chromium, or set CHROMIUM to the path of Chrome',
};

/**
 * What must be installed, by purpose: its name, a check whether it is there, Debian's package, and
 * where else to get it.
 */
export const packages = {
  building: [
    {
      what: 'CMake',
      present: hasCommand('cmake'),
      debian: 'cmake',
      elsewhere: 'brew install cmake',
    },
    {
      what: 'Ninja',
      present: hasCommand('ninja'),
      debian: 'ninja-build',
      elsewhere: 'brew install ninja',
    },
    {
      what: 'Emscripten (em++)',
      present: hasCommand('em++'),
      debian: 'emscripten',
      elsewhere: 'emsdk install latest && emsdk activate latest, or brew install emscripten',
    },
    {
      what: 'Binaryen (wasm-split)',
      present: hasCommand('wasm-split'),
      debian: 'binaryen',
      elsewhere: 'brew install binaryen',
    },
    {
      what: "acorn, which Debian's Emscripten links with",
      present: hasAcorn,
      debian: 'node-acorn',
      elsewhere: 'comes with emsdk and Homebrew',
    },
  ],
  testing: [
    gcc,
    {
      what: 'clang++',
      present: hasCommand('clang++'),
      debian: 'clang',
      elsewhere: 'brew install llvm',
    },
    {
      what: 'clang-format',
      present: hasCommand('clang-format'),
      debian: 'clang-format',
      elsewhere: 'brew install clang-format',
    },
    {
      what: 'GoogleTest',
      present: () => hasHeader('gtest/gtest.h'),
      debian: 'libgtest-dev',
      elsewhere: 'brew install googletest, or vcpkg install gtest',
    },
    {
      what: 'the sources of GoogleTest in /usr/src/googletest',
      present: () => existsSync('/usr/src/googletest/CMakeLists.txt'),
      debian: 'googletest',
      elsewhere: 'clone GoogleTest there',
    },
    chromium,
  ],
  otherBrowsers: [
    {
      what: 'Firefox',
      present: () => findFirefox() !== undefined,
      debian: 'firefox-esr',
      elsewhere: 'brew install --cask firefox, or set FIREFOX to its path',
    },
    {
      what: "WebKitGTK's driver and small browser",
      present: () =>
        findCommand('WebKitWebDriver') !== undefined && findMiniBrowser() !== undefined,
      debian: 'webkit2gtk-driver',
      elsewhere: 'for Linux alone',
    },
    {
      what: 'Xvfb, a screen that nobody sees',
      present: hasCommand('Xvfb'),
      debian: 'xvfb',
      elsewhere: 'for Linux alone',
    },
  ],
  benchmarking: [
    gcc,
    {
      what: 'Google Benchmark',
      present: () => hasHeader('benchmark/benchmark.h'),
      debian: 'libbenchmark-dev',
      elsewhere: 'brew install google-benchmark, or vcpkg install benchmark',
    },
    chromium,
  ],
};
