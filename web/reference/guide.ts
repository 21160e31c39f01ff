// SPDX-License-Identifier: MIT
import type { Guide } from '../../wasm/types.ts';
import { Html, html } from './html.ts';

const parts: readonly [keyof Guide, string][] = [
  ['idea', 'The idea'],
  ['use', 'When to use it'],
  ['pitfalls', 'What goes wrong'],
];

/** What a newcomer reads after the summary, each part under its heading. */
export function guideTexts(guide: Guide | undefined, heading: 'h2' | 'h3'): Html[] {
  const [open, close] = [new Html(`<${heading}>`), new Html(`</${heading}>`)];
  return parts.flatMap(([part, title]) => {
    const text = guide?.[part] ?? '';
    return text === ''
      ? []
      : html`${open}${title}${close}
          <p>${text}</p>`;
  });
}
