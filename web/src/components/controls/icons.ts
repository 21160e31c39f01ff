// SPDX-License-Identifier: MIT
import { svg, html, type TemplateResult } from 'lit';
import { mark } from '../../styles/mark.ts';

export const icon = (content: TemplateResult<2>) =>
  html`<svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${content}
  </svg>`;

export const playIcon = icon(svg`<path d="M4.5 2.8v10.4L13 8z" fill="currentColor" />`);
export const pauseIcon = icon(svg`<path d="M5 3v10M11 3v10" stroke-width="3" />`);
export const stepIcon = icon(
  svg`<path d="M3 3v10l6.5-5z" fill="currentColor" /><path d="M12.5 3v10" />`,
);
export const epochIcon = icon(
  svg`<path d="M2 3.500v9L7 8zM7.5 3.500v9l5-4.500z" fill="currentColor" /><path d="M14 3v10" />`,
);
export const resetIcon = icon(
  svg`<path d="M3 8a5.2 5.2 0 1 0 1.8-4" /><path d="M5 1.300V4.200H2.1" />`,
);
export const undoIcon = icon(
  svg`<path d="M3 6.500h6.500a3.500 3.500 0 0 1 0 7H6" /><path d="M6 3.500l-3 3 3 3" />`,
);
export const redoIcon = icon(
  svg`<path d="M13 6.500H6.500a3.500 3.500 0 0 0 0 7H10" /><path d="M10 3.500l3 3-3 3" />`,
);
export const addIcon = icon(svg`<path d="M8 3v10M3 8h10" />`);
export const removeIcon = icon(svg`<path d="M4 4l8 8M12 4l-8 8" />`);
export const copyIcon = icon(
  svg`<rect x="5.5" y="5.5" width="8" height="8" rx="1.8" /><path d="M10.5 5.500V4.300A1.8 1.8 0 0 0 8.7 2.500H4.300A1.8 1.8 0 0 0 2.5 4.300v4.400a1.8 1.8 0 0 0 1.8 1.800h1.2" />`,
);
export const shareIcon = icon(
  svg`<path d="M8 9.500V2M5 4.500L8 1.800l3 2.700" /><path d="M5 7H3.500v6.500h9V7H11" />`,
);
export const themeIcon = icon(
  svg`<circle cx="8" cy="8" r="5.5" /><path d="M8 2.500a5.5 5.5 0 0 1 0 11z" fill="currentColor" />`,
);
export const languageIcon = icon(
  svg`<circle cx="8" cy="8" r="6" /><path d="M2 8h12M8 2c-4.500 3.500-4.500 8.500 0 12M8 2c4.500 3.500 4.500 8.500 0 12" stroke-width="1.3" />`,
);
export const chevronIcon = icon(svg`<path d="M4 6l4 4 4-4" />`);
export const diceIcon = icon(
  svg`<rect x="2.5" y="2.5" width="11" height="11" rx="2.5" /><path d="M5.7 5.700h.01M10.3 5.700h.01M8 8h.01M5.7 10.300h.01M10.3 10.300h.01" stroke-width="2" />`,
);

export const logo = html`<svg
  width="24"
  height="24"
  viewBox="0 0 22 22"
  fill="none"
  stroke="currentColor"
  stroke-width="1.6"
  stroke-linecap="round"
  aria-hidden="true"
>
  <path d=${mark.slope} opacity=".45" />
  <path d=${mark.fall} stroke="var(--accent)" stroke-width="2.2" />
</svg>`;
