// SPDX-License-Identifier: MIT
import { css, html, nothing } from 'lit';
import type { GuidedComponent } from '../../../../wasm/types.ts';
import { guideSections } from '../../catalog/guide.ts';

export const guideStyles = css`
  .guide {
    margin-top: 8px;
    font-size: 13px;
    color: var(--ink-2);
  }
  .guide p {
    margin-top: 4px;
  }
  .guide b {
    color: var(--ink);
  }
`;

/**
 * A component's guide and `more`, in a closed section below its summary. The heading is shown before the
 * texts are loaded, so nothing moves.
 */
export function guideOf({ name, guide }: GuidedComponent, more: unknown = nothing) {
  return html`<details class="guide">
    <summary>More about ${name}</summary>
    ${guideSections.map(([section, heading]) => html`<p><b>${heading}.</b> ${guide[section]}</p>`)}
    ${more}
  </details>`;
}
