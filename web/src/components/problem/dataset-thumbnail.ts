// SPDX-License-Identifier: MIT
import { html, LitElement, unsafeCSS } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Sample } from '../../engine/messages.ts';
import type { Task } from '../../../../wasm/types.ts';
import { palette } from '../../pictures/palette.ts';
import { drawThumbnail } from '../../pictures/thumbnail.ts';
import { ThemeController } from '../base/theme-controller.ts';
import styles from './dataset-thumbnail.css?inline';

const size = 104;

/** A small picture of a data set. */
@customElement('fall-line-thumbnail')
export class DatasetThumbnail extends LitElement {
  static override styles = unsafeCSS(styles);
  @property({ attribute: false }) sample: Sample | undefined;
  @property({ attribute: false }) task: Task = 'classification';
  @query('canvas') private canvas!: HTMLCanvasElement;

  constructor() {
    super();
    new ThemeController(this);
  }

  override render() {
    return html`<canvas width=${size} height=${size} aria-hidden="true"></canvas>`;
  }

  override updated(): void {
    const context = this.canvas.getContext('2d');
    if (!context || !this.sample) return;
    context.clearRect(0, 0, size, size);
    drawThumbnail(context, this.sample, this.task, palette(this));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-thumbnail': DatasetThumbnail;
  }
}
