// SPDX-License-Identifier: MIT
import { unsafeCSS } from 'lit';
import styles from './shared.css?inline';

/** Shared styles of buttons, fields, cards, and texts for screen readers. */
export const shared = unsafeCSS(styles);
