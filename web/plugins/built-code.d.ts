// SPDX-License-Identifier: MIT
/** The components of the catalog in Python, which the core writes when the engine is built. */
declare module 'fall-line/code' {
  const texts: import('../src/sharing/code/texts.ts').CodeTexts;
  export default texts;
}
