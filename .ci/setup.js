// SPDX-License-Identifier: MIT
/**
 * Installs what the given purposes (keys of `needs`) lack, and npm's packages, which only `core` does
 * without. Runs before anything is installed, so it uses Node alone. Does nothing if all of it is there.
 *
 *     node .ci/setup.js building core browser
 *
 * It asks before it installs Debian's packages, unless it runs without a terminal or npm has --yes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { findCommand } from '../tests/support/commands.js';
import { needs } from './needs.js';

const oldestNode = [20, 19];
const purposes = process.argv.slice(2);

try {
  checkPurposes();
  checkNode();
  await installPackages();
  if (purposes.some((purpose) => purpose !== 'core')) installModules('.');
  if (purposes.includes('benchmarking')) installModules('tests/bench');
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

function checkPurposes() {
  const known = Object.keys(needs);
  const unknown = purposes.filter((purpose) => !known.includes(purpose));
  if (unknown.length > 0)
    throw new Error(`Purposes must be among ${known.join(', ')} (got ${unknown.join(', ')}).`);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(`Node ${oldestNode.join('.')} or newer is needed; this is ${process.version}.`);
}

async function installPackages() {
  const missing = lacking();
  if (missing.length === 0) return;
  const prefix = rootPrefix();
  if (!findCommand('apt-get') || !prefix) throw new Error(explain(missing));
  const names = missing.map(([, debian]) => debian);
  console.log(`To install from Debian's packages: ${names.join(' ')}`);
  if (!(await agreed())) throw new Error(explain(missing));
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '--quiet'];
  run(...apt, 'update');
  run(...apt, 'install', '--yes', '--no-install-recommends', ...names);
  if (lacking().length > 0) throw new Error(explain(lacking()));
}

/** What the purposes need and the machine lacks, each thing once. */
function lacking() {
  const missing = purposes
    .flatMap((purpose) => needs[purpose])
    .filter(([, , present]) => !present());
  return [...new Map(missing.map((need) => [need[1], need])).values()];
}

/** The words before a command that run it as root, or undefined if that is impossible. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return findCommand('sudo') ? ['sudo'] : undefined;
}

function explain(missing) {
  const width = Math.max(...missing.map(([what]) => what.length));
  const debian = missing.map(([, name]) => name).join(' ');
  return [
    'This machine lacks:',
    ...missing.map(([what, , , elsewhere]) => `  ${what.padEnd(width)}  ${elsewhere}`),
    `On Debian or Ubuntu, as root: apt-get install ${debian}`,
    'Then run the same command again.',
  ].join('\n');
}

async function agreed() {
  const asks = process.stdin.isTTY && process.stdout.isTTY && !process.env.CI;
  if (!asks || process.env.npm_config_yes === 'true') return true;
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question('Go ahead? [Y/n] ');
  prompt.close();
  return /^(y|yes)?$/i.test(answer.trim());
}

/**
 * Installs the packages in the lock file of `folder`, unless they are installed. npm records in
 * node_modules/ what it installed, so that can be compared with the lock file.
 */
function installModules(folder) {
  const note = `${folder}/node_modules/.package-lock.json`;
  const lock = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8'));
  const installed = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')).packages : {};
  const current = ([path, { version, optional }]) =>
    path === '' || (installed[path] ? installed[path].version === version : optional);
  if (Object.entries(lock.packages).every(current)) return;
  run('npm', 'ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund');
}

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0)
    throw new Error(`${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : '.'}`);
}
