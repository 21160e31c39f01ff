// SPDX-License-Identifier: MIT
import { unsafeCSS } from 'lit';
import styles from './dialog.css?inline';

/** A dialog with a head, contents and a foot. `--dialog-width` and `--dialog-height` are its size where there is room. */
export const dialogStyles = unsafeCSS(styles);
