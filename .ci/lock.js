// SPDX-License-Identifier: MIT
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Runs `work` while holding a lock on `folder`, because two builds at once would break each other. */
export async function alone(say, folder, work) {
  const file = `${folder}/lock`;
  mkdirSync(folder, { recursive: true });
  while (!take(file)) {
    say('waiting for another build');
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch {
    const holder = holderOf(file);
    const wasKilled = holder !== undefined && !isAlive(holder);
    if (wasKilled) rmSync(file, { force: true });
    return false;
  }
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
