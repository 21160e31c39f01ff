// SPDX-License-Identifier: MIT
declare module 'virtual:outline' {
  import type { Catalog } from '../../wasm/types.ts';
  /** The catalog but for its prose. */
  const outline: Catalog;
  export default outline;
}
