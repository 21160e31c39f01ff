// SPDX-License-Identifier: MIT
import { unsafeCSS } from 'lit';
import styles from './fieldset.css?inline';

/** Groups of controls without the browser's frame. */
export const fieldsetStyles = unsafeCSS(styles);
