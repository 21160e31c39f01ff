// SPDX-License-Identifier: MIT
import { html, LitElement, unsafeCSS } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { SampleShape } from '../../../../wasm/types.ts';
import { pixelsOf } from '../../pictures/images.ts';
import styles from './sample-image.css?inline';

/** A sample as an image. */
@customElement('fall-line-sample-image')
export class SampleImage extends LitElement {
  static override styles = unsafeCSS(styles);
  @property({ attribute: false }) values: readonly number[] = [];
  @property({ attribute: false }) shape!: SampleShape;
  @query('canvas') private canvas!: HTMLCanvasElement;

  override render() {
    const { width, height } = this.shape;
    return html`<canvas aria-hidden="true" width=${width} height=${height}></canvas>`;
  }

  override updated(): void {
    const context = this.canvas.getContext('2d');
    if (!context) return;
    const { values, shape } = this;
    const image = context.createImageData(shape.width, shape.height);
    pixelsOf(values, shape).forEach((share, pixel) => {
      const grey = Math.round(255 * share);
      image.data.set([grey, grey, grey, 255], 4 * pixel);
    });
    context.putImageData(image, 0, 0);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-sample-image': SampleImage;
  }
}
