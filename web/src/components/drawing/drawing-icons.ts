// SPDX-License-Identifier: MIT
import { svg } from 'lit';
import type { Tool } from '../../data/drawn/gesture.ts';
import { icon } from '../controls/icons.ts';

export const toolIcons: Readonly<Record<Tool, unknown>> = {
  add: icon(svg`<circle cx="8" cy="8" r="5.500" /><path d="M8 5.500v5M5.500 8h5" />`),
  paint: icon(
    svg`<circle cx="4" cy="5" r="1.600" fill="currentColor" /><circle cx="10" cy="3.500" r="1.600" fill="currentColor" /><circle cx="12.500" cy="9" r="1.600" fill="currentColor" /><circle cx="7" cy="8.500" r="1.600" fill="currentColor" /><circle cx="4.500" cy="12.500" r="1.600" fill="currentColor" /><circle cx="10" cy="13" r="1.600" fill="currentColor" />`,
  ),
  move: icon(
    svg`<path d="M8 2v12M2 8h12M6 4l2-2 2 2M6 12l2 2 2-2M4 6L2 8l2 2M12 6l2 2-2 2" stroke-width="1.400" />`,
  ),
  erase: icon(
    svg`<path d="M6.500 13L2.500 9l6-6.500 5 4.500-5.500 6zM13.500 13h-7M5.500 5.700l5 4.500" />`,
  ),
};
