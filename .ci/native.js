// SPDX-License-Identifier: MIT
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { alone } from './lock.js';
import { root, run } from './steps.js';
import { reportsOf, summaryOf } from './tally.js';

/**
 * Builds `targets` with ninja, which skips what is up to date. Configures first unless the folder has
 * these options already. Other options that were set earlier stay, because resetting them would rebuild.
 */
export function cmakeBuild(say, folder, options, { targets = [], wrapper = [] } = {}) {
  return alone(say, folder, async () => {
    // Includes the path of the repository, because CMake's files contain it and break when it moves.
    const wanted = [root, ...options];
    const note = `${folder}/configured`;
    const noted = existsSync(note) ? readFileSync(note, 'utf8').split('\n') : [];
    if (!wanted.every((line) => noted.includes(line))) {
      rmSync(`${folder}/CMakeCache.txt`, { force: true });
      const command = [...wrapper, 'cmake', '-G', 'Ninja', '-S', '.', '-B', folder, ...options];
      await run(say, command[0], command.slice(1));
      writeFileSync(note, wanted.join('\n'));
    }
    await run(say, 'ninja', ['-C', folder, ...targets]);
  });
}

/** Runs the test executables of `folder` and reports how many cases passed. */
export async function ctest(say, folder) {
  rmSync(reportsOf(folder), { recursive: true, force: true });
  const options = ['--parallel', '2', '--no-tests=error', '--output-on-failure'];
  await run(say, 'ctest', ['--test-dir', folder, ...options]);
  return summaryOf(folder);
}
