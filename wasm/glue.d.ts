// SPDX-License-Identifier: MIT
/** The script that em++ writes beside the engine's binary. It is the same for both precisions. */
declare module 'fall-line/glue' {
  import type { Raw } from './raw.ts';
  export default function instantiate(options: {
    instantiateWasm?: (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance) => void,
    ) => object;
  }): Promise<Raw>;
}
