// SPDX-License-Identifier: MIT
/**
 * npm run references -- <optimizer>: writes everything that tests compare a new or changed optimizer
 * with, in the order that works, and English texts for the languages that lack its texts. Run it again
 * after every change that it asks for.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const [id] = process.argv.slice(2);

try {
  if (!id) throw new Error('Name the optimizer: npm run references -- adam');
  const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
  run(python, 'tests/reference/trajectories/write.py', id);
  run('npm', 'run', '-s', 'build:engine');
  checkListed();
  run('node', 'tests/reference/rates.js', id);
  checkDefaultRate();
  run('node', 'tests/reference/fitting-rates.js');
  run('node', 'web/tools/freeze-links.js');
  run('node', 'tests/claims/measure.js', 'due');
  run('npm', 'run', '-s', 'measured');
  for (const tag of readdirSync('web/languages'))
    run('node', 'web/tools/messages.js', '--fill', tag);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

function run(command, ...args) {
  console.log(`\n> ${[command, ...args].join(' ')}`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} failed, so nothing after it was written.`);
}

/** The optimizer's entry in the catalog. */
function entry() {
  const { optimizers } = JSON.parse(readFileSync('build/wasm/catalog.json', 'utf8'));
  return optimizers.find((optimizer) => optimizer.id === id);
}

function checkListed() {
  if (!entry())
    throw new Error(
      `The catalog has no optimizer "${id}". Add its line to core/optimizer/optimizers.def.`,
    );
}

/** A default rate must be the one that the sweep finds best, so that rules are compared fairly. */
function checkDefaultRate() {
  const found = JSON.parse(readFileSync('tests/reference/rates.json', 'utf8')).rules[id]?.best;
  const rate = entry().hyperparameters.find((row) => row.id === 'learningRate')?.default;
  if (found === undefined || found === rate) return;
  throw new Error(
    `The default learning rate of ${id} is ${rate}, but the sweep finds ${found} best.\n` +
      'Write that into the optimizer, and run this command again.',
  );
}
