// SPDX-License-Identifier: MIT
declare module 'virtual:opening' {
  import type { Catalog } from '../../wasm/types.ts';
  import type { Example } from '../src/examples/examples.ts';
  import type { Settings } from '../src/state/settings.ts';

  /** What a page without a link shows first, and all it has to know for that. */
  const opening: {
    example: Example;
    settings: Settings;
    /** As the page would write them. */
    link: string;
    /** The entries that are in view, without their prose. */
    catalog: Catalog;
  };
  export default opening;
}
