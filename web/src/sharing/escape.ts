// SPDX-License-Identifier: MIT
/** Texts within the languages of other people's pages. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
};

/** A text in HTML, also within an attribute in double quotes. */
export const inHtml = (text: string): string =>
  text.replaceAll(/[&"<>]/g, (letter) => entities[letter] ?? letter);

/** A text of a Markdown link. In MDX, braces would begin an expression. */
export const inMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>&{}#|~!]/g, (letter) => `\\${letter}`);

/** An address of a Markdown link, which ends at a parenthesis or a blank. */
export const asMarkdownAddress = (address: string): string =>
  address.replaceAll(
    /[()<>\s\\]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A string of Python. Its escapes include those of JSON. */
export const inPython = (text: string): string => JSON.stringify(text);
