// SPDX-License-Identifier: MIT
import type { Guide } from '../../wasm/types.ts';
import { guideSections } from '../src/catalog/guide.ts';
import { Html, html } from './html.ts';

/** The sections of a component's guide, each with a heading. */
export function guideTexts(guide: Guide | undefined, heading: 'h2' | 'h3'): Html[] {
  const [open, close] = [new Html(`<${heading}>`), new Html(`</${heading}>`)];
  return guideSections.flatMap(([section, title]) => {
    const text = guide?.[section] ?? '';
    return text === ''
      ? []
      : html`${open}${title}${close}
          <p>${text}</p>`;
  });
}
