// SPDX-License-Identifier: MIT
import { unsafeCSS } from 'lit';
import styles from './copied-text.css?inline';

/** The area with a text to copy. */
export const copiedTextStyles = unsafeCSS(styles);
