// SPDX-License-Identifier: MIT

/**
 * What leads from this page to the files of its site: nothing on the web, where they are beside it. A downloaded race
 * has the folder that it came from. Undefined in any other file, and in a document without an address.
 */
export function wayHome(): string | undefined {
  const noted = document.querySelector<HTMLMetaElement>('meta[name=fall-line-home]')?.content;
  return noted ?? (location.protocol.startsWith('http') ? '' : undefined);
}
