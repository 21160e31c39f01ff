// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import type { GuidedComponent } from '../../../../wasm/types.ts';
import { guideSections } from '../../catalog/guide.ts';
import { msg } from '../../language/message.ts';
import styles from './guide.css?inline';

export const guideStyles = unsafeCSS(styles);

/**
 * A component's guide and `more`, in a closed section below its summary. The heading is shown before the
 * texts are loaded, so nothing moves.
 */
export function guideOf({ name, guide }: GuidedComponent, more: unknown = nothing) {
  return html`<details class="guide">
    <summary>${msg('More about {name}', { name })}</summary>
    ${guideSections.map(([section, heading]) => html`<p><b>${msg(heading)}.</b> ${guide[section]}</p>`)}
    ${more}
  </details>`;
}
