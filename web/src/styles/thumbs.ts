// SPDX-License-Identifier: MIT
import { unsafeCSS } from 'lit';
import styles from './thumbs.css?inline';

/** A grid of thumbnails to choose from, with a text about the chosen one. */
export const thumbs = unsafeCSS(styles);
