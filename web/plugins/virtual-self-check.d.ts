// SPDX-License-Identifier: MIT
declare module 'virtual:self-check' {
  import type { Precision, RunSettings } from '../../wasm/types.ts';

  export const steps: number;
  /** With the hash that every build tests itself against. */
  export const runs: readonly { settings: RunSettings; hashes: Record<Precision, string> }[];
}
