// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/** A module `virtual:name`. `write` makes its script from `file`, and again when that changes. */
export function virtual(name: string, file: string, write: () => string | Promise<string>): Plugin {
  const id = `virtual:${name}`;
  const resolvedId = `\0${id}`;
  return {
    name: `fall-line:${name}`,
    resolveId: (source) => (source === id ? resolvedId : undefined),
    load(module) {
      if (module !== resolvedId) return undefined;
      this.addWatchFile(file);
      return write();
    },
  };
}
