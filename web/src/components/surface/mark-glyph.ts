// SPDX-License-Identifier: MIT
import { html, nothing, svg, type SVGTemplateResult } from 'lit';
import type { MarkKind } from '../../../../wasm/types.ts';
import { racerStyle } from '../../chart/racer-style.ts';

const shapes: Record<MarkKind, SVGTemplateResult | undefined> = {
  arrow: svg`<path d="M2 6H16" /><path d="M24 6 15 2v8z" class="full" />`,
  point: svg`<circle cx="13" cy="6" r="5" />`,
  trials: svg`<path d="M3 2l8 8M11 2l-8 8" /><circle cx="20" cy="6" r="4.5" />`,
  circle: svg`<circle cx="13" cy="6" r="5" stroke-dasharray="3 2" />`,
  curvature: svg`<ellipse cx="13" cy="6" rx="11" ry="4.5" class="tint" /><path d="M2 6h22M13 1.5v9" class="thin" />`,
  spread: svg`<ellipse cx="13" cy="6" rx="11" ry="4.5" class="tint" />`,
  box: svg`<rect x="3" y="2" width="20" height="8" class="tint" />`,
  members: svg`<circle cx="6" cy="8" r="2.5" /><circle cx="13" cy="4" r="2.5" /><circle cx="20" cy="8" r="2.5" />`,
  // Nothing is drawn.
  number: undefined,
};

/** How a kind of mark looks on the picture. */
export function markGlyph(kind: MarkKind, slot: number) {
  const shape = shapes[kind];
  if (!shape) return nothing;
  return html`<svg
    class="glyph"
    width="26"
    height="12"
    viewBox="0 0 26 12"
    aria-hidden="true"
    style="color:var(${racerStyle(slot).colour})"
  >
    ${shape}
  </svg>`;
}
