// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program of this repository's own packages, such as tsc. */
export const program = (name: string): string => join(root, 'node_modules/.bin', name);

export interface Packed {
  filename: string;
  files: { path: string; size: number }[];
}

/** A folder outside of the repository, in which only what was installed there can be found. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'fall-line-'));
  readonly packed: Packed;

  /** Packs what is built and installs it beside the files of `projects/common/` and `projects/<name>/`, without a network. */
  constructor(name: string) {
    const packing = ['pack', '--ignore-scripts', '--json', '--pack-destination', this.folder];
    const [packed] = JSON.parse(
      execFileSync('npm', packing, { cwd: root, encoding: 'utf8' }),
    ) as Packed[];
    if (!packed) throw new Error('npm packed nothing.');
    this.packed = packed;
    const about = { name, private: true, type: 'module' };
    writeFileSync(join(this.folder, 'package.json'), JSON.stringify(about));
    for (const files of ['common', name])
      cpSync(fileURLToPath(new URL(`projects/${files}`, import.meta.url)), this.folder, {
        recursive: true,
      });
    this.run('npm', 'install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`);
  }

  /** What the program prints. Throws if it fails, with what it said. */
  run(command: string, ...args: string[]): string {
    return execFileSync(command, args, { cwd: this.folder, encoding: 'utf8', stdio: 'pipe' });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
