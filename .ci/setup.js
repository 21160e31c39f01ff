// SPDX-License-Identifier: MIT
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { findCommand } from './commands.js';
import { packages } from './packages.js';
import { run, Stop, step } from './steps.js';

const oldestNode = [20, 19];

/**
 * Installs what `purposes`, keys of `packages`, need. Does nothing if all of it is installed.
 */
export async function setUp(...purposes) {
  checkNode();
  const missing = purposes.flatMap((purpose) => packages[purpose]).filter((one) => !one.present());
  if (missing.length > 0) await installPackages(missing);
  await installModules();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Stop(`Node ${oldestNode.join('.')} or newer is needed; this is ${process.version}.`);
}

async function installPackages(missing) {
  const prefix = rootPrefix();
  if (!findCommand('apt-get') || !prefix) throw new Stop(explain(missing));
  const names = missing.map((one) => one.debian);
  console.log(`To install from Debian's packages: ${names.join(' ')}`);
  if (!(await agreed()) || !mayBecomeRoot(prefix)) throw new Stop(explain(missing));

  const apt = (say, ...args) => {
    const [command, ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...args,
    ];
    return run(say, command, rest);
  };
  await step('apt-get update', (say) => apt(say, 'update'));
  await step(`apt-get install ${names.join(' ')}`, (say) =>
    apt(say, 'install', '--yes', '--no-install-recommends', ...names),
  );
  const absent = missing.filter((one) => !one.present());
  if (absent.length > 0) throw new Stop(explain(absent));
}

/** The words before a command that run it as root, or undefined if that is impossible. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return findCommand('sudo') ? ['sudo'] : undefined;
}

/** Lets sudo ask for the password now, before the progress display hides the prompt. */
function mayBecomeRoot(prefix) {
  const [command, ...rest] = [...prefix, 'true'];
  return spawnSync(command, rest, { stdio: 'inherit' }).status === 0;
}

function explain(missing) {
  const debian = missing.map((one) => one.debian).join(' ');
  const width = Math.max(...missing.map((one) => one.what.length));
  const rows = missing.map((one) => `  ${one.what.padEnd(width)}  ${one.elsewhere}`);
  return [
    'This machine lacks:',
    ...rows,
    `On Debian or Ubuntu, as root: apt-get install ${debian}`,
    'Then run the same command again.',
  ].join('\n');
}

async function agreed() {
  const told = process.argv.includes('--yes') || process.env.npm_config_yes === 'true';
  const asks = process.stdin.isTTY && process.stdout.isTTY && !process.env.CI && !told;
  if (!asks) return true;
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question('Go ahead? [Y/n] ');
  prompt.close();
  return /^(y|yes)?$/i.test(answer.trim());
}

/**
 * Installs the packages in the lock file of `folder`, unless they are installed. npm records in
 * node_modules/ what it installed, so that can be compared with the lock file.
 */
export async function installModules(folder = '.') {
  const note = `${folder}/node_modules/.package-lock.json`;
  const lock = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8'));
  const installed = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')).packages : {};
  const current = ([path, { version, optional }]) =>
    path === '' || (installed[path] ? installed[path].version === version : optional);
  if (Object.entries(lock.packages).every(current)) return;
  const options = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'];
  await step('npm ci', (say) => run(say, 'npm', ['ci', ...options]));
}
