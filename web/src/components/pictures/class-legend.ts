// SPDX-License-Identifier: MIT
import { html } from 'lit';
import { msg } from '../../language/message.ts';
import { classMark } from '../../pictures/class-mark.ts';

const most = 10;

/** The names of classes, each with its colour and mark. */
export const classLegend = (names: readonly string[]) =>
  html`<ul class="classes" aria-label=${msg('Colours of the classes')}>
    ${names.slice(0, most).map((name, index) => html`<li>${classMark(index, 12)} ${name}</li>`)}
  </ul>`;
