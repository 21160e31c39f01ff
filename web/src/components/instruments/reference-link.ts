// SPDX-License-Identifier: MIT
import { html } from 'lit';
import { referenceAddress } from '../../catalog/reference.ts';
import type { InstrumentEntry } from '../../../../wasm/types.ts';

/** The page that explains an instrument, in a new tab, as the race would be lost in this one. */
export const referenceLink = ({ id, name }: InstrumentEntry) =>
  html`<a href=${referenceAddress('instruments', id)} target="_blank" rel="noopener"
    >Reference<span class="hidden-words"> on ${name}</span></a
  >`;
