// SPDX-License-Identifier: MIT
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { alone } from './lock.js';
import { root, run } from './steps.js';
import { reportsOf, summaryOf } from './tally.js';

/**
 * Builds `targets`; ninja sees what is current. Configures first unless the folder has the options
 * already: what another caller asked for beside them stays, since taking it back would rebuild.
 */
export function cmakeBuild(say, folder, options, { targets = [], wrapper = [] } = {}) {
  return alone(say, folder, async () => {
    // With the place, because CMake's files hold it and don't survive a move.
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

/** Runs the test executables of `folder` and says how many cases passed. */
export async function ctest(say, folder) {
  rmSync(reportsOf(folder), { recursive: true, force: true });
  const options = ['--parallel', '2', '--no-tests=error', '--output-on-failure'];
  await run(say, 'ctest', ['--test-dir', folder, ...options]);
  return summaryOf(folder);
}
