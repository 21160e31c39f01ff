// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** What a reader needs to judge the figures. It does not identify the machine. */
export function describeMachine() {
  const [{ model }] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: model.trim(),
    architecture: process.arch,
    cores: cpus().length,
    node: process.version,
    native: versionOf('g++'),
    wasm: versionOf('em++'),
  };
}

/** The name and version in the first line of a compiler's --version. */
export function versionOf(command) {
  const { stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  const [line] = (stdout ?? '').split('\n');
  return line
    .replace(/\(.*?\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
