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

/** The catalog of components, which the core writes when the engine is built. */
declare module 'fall-line/catalog' {
  import type { Catalog } from './types.ts';
  const catalog: Catalog;
  export default catalog;
}
