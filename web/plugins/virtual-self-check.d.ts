// SPDX-License-Identifier: MIT
declare module 'virtual:self-check' {
  import type { Precision, RunSettings } from '../../wasm/types.ts';

  export const steps: number;
  /** Runs and their hashes, which all builds are tested against. */
  export const runs: readonly { settings: RunSettings; hashes: Record<Precision, string> }[];
}
