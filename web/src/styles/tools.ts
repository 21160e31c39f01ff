// SPDX-License-Identifier: MIT
import { unsafeCSS } from 'lit';
import styles from './tools.css?inline';

/** A card with choices beside its heading. */
export const tools = unsafeCSS(styles);
