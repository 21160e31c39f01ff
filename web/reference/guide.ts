// SPDX-License-Identifier: MIT
import type { Guide } from '../../wasm/types.ts';
import { guideParts } from '../src/state/guide.ts';
import { Html, html } from './html.ts';

/** The guide of a component, each part under its heading. */
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
