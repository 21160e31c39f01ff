// SPDX-License-Identifier: MIT

const darkBlock = /:root\[data-theme='dark'\] (\{[^}]*\})/;

/**
 * The style sheet, from the playground's tokens and the reference's rules. In the playground a script
 * sets the theme. Here the system's theme is used unless the reader has chosen one. Print is always light.
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
