// SPDX-License-Identifier: MIT
declare module 'virtual:first-race' {
  import type { Catalog } from '../../wasm/types.ts';
  import type { Example } from '../src/examples/examples.ts';
  import type { Settings } from '../src/model/settings.ts';

  /** The first race of a page without a link, and the part of the catalog that it needs. */
  const firstRace: {
    example: Example;
    settings: Settings;
    /** The settings as the page would write them. */
    link: string;
    /** The visible entries, without their prose. */
    catalog: Catalog;
  };
  export default firstRace;
}
