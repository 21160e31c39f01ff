// SPDX-License-Identifier: MIT
/** What turns data into the page's language. A page in English does without. */
export { translated } from '../catalog/translated.ts';
export { told } from '../examples/example.ts';
