// SPDX-License-Identifier: MIT
/** What a service worker keeps of a build. */
export interface Kept {
  /** Changes with any of the files. */
  version: string;
  /** All but the page, relative to it. */
  files: string[];
}
