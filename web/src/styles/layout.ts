// SPDX-License-Identifier: MIT
import { unsafeCSS } from 'lit';
import styles from './layout.css?inline';

/** Three columns on a desktop, two on a tablet, one on a phone with the transport at the bottom. */
export const layout = unsafeCSS(styles);
