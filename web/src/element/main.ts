// SPDX-License-Identifier: MIT
import { FallLine } from './fall-line.ts';
import { watchControls } from './set-links.ts';

export * from './fall-line.ts';

// A page may have two versions of the script, and the first one stays.
if (typeof customElements === 'object' && !customElements.get('fall-line')) {
  customElements.define('fall-line', FallLine);
  watchControls();
}
