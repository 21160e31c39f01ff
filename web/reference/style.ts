// SPDX-License-Identifier: MIT

const darkBlock = /:root\[data-theme='dark'\] (\{[^}]*\})/;

/**
 * The playground's tokens and the reference's rules. There a script sets the theme; here the system
 * does, unless the reader has chosen, and paper is always light.
 */
export function styleSheet(tokens: string, rules: string): string {
  const [block, dark] = darkBlock.exec(tokens) ?? [];
  if (block === undefined) throw new Error('The tokens have no dark theme.');
  const themes = `@media screen {
:root[data-theme='dark'] ${dark}
}
@media screen and (prefers-color-scheme: dark) {
:root:not([data-theme='light']) ${dark}
}`;
  return `${tokens.replace(block, themes)}\n${rules}`;
}
