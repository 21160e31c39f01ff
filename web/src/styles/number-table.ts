// SPDX-License-Identifier: MIT
import { unsafeCSS } from 'lit';
import styles from './number-table.css?inline';

/** A table of the numbers in a chart, which scrolls below its headings. */
export const numberTable = unsafeCSS(styles);
