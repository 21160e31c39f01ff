// SPDX-License-Identifier: MIT
import type { Guide } from '../../wasm/types.ts';
import { guideParts } from '../src/catalog/guide.ts';
import { Html, html } from './html.ts';

/** The parts of a component's guide, each with a heading. */
export function guideTexts(guide: Guide | undefined, heading: 'h2' | 'h3'): Html[] {
  const [open, close] = [new Html(`<${heading}>`), new Html(`</${heading}>`)];
  return guideParts.flatMap(([part, title]) => {
    const text = guide?.[part] ?? '';
    return text === ''
      ? []
      : html`${open}${title}${close}
          <p>${text}</p>`;
  });
}
