// SPDX-License-Identifier: MIT
import { html, LitElement, unsafeCSS } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Grid } from '../../pictures/contours.ts';
import { drawSurface, surfaceColours } from '../../pictures/draw-surface.ts';
import { ThemeController } from '../base/theme-controller.ts';
import styles from './surface-thumbnail.css?inline';

/** The size of the canvas in pixels. */
export const thumbnailSize = 104;
/** The pixel ratio that the widths of lines are meant for. */
const lineScale = 1.6;

/** A small picture of a surface. */
@customElement('fall-line-surface-thumbnail')
export class SurfaceThumbnail extends LitElement {
  static override styles = unsafeCSS(styles);
  @property({ attribute: false }) grid: Grid | undefined;
  @property({ attribute: false }) floor: number | undefined;
  @query('canvas') private canvas!: HTMLCanvasElement;

  constructor() {
    super();
    new ThemeController(this);
  }

  override render() {
    return html`<canvas
      width=${thumbnailSize}
      height=${thumbnailSize}
      aria-hidden="true"
    ></canvas>`;
  }

  override updated(): void {
    const context = this.canvas.getContext('2d');
    if (!context || !this.grid) return;
    context.clearRect(0, 0, thumbnailSize, thumbnailSize);
    drawSurface(context, this.grid, this.floor, surfaceColours(this), lineScale);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-surface-thumbnail': SurfaceThumbnail;
  }
}
