// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { extent } from '../../pictures/plane.ts';
import styles from './sample-image.css?inline';

/** A sample as an image. Empty if the number of inputs is not a square. */
@customElement('fall-line-sample-image')
export class SampleImage extends LitElement {
  static override styles = unsafeCSS(styles);
  @property({ attribute: false }) values: readonly number[] = [];
  @query('canvas') private canvas!: HTMLCanvasElement | null;

  override render() {
    const side = squareSide(this.values.length);
    return side ? html`<canvas aria-hidden="true" width=${side} height=${side}></canvas>` : nothing;
  }

  override updated(): void {
    const context = this.canvas?.getContext('2d');
    const side = this.canvas?.width ?? 0;
    if (!context) return;
    const image = context.createImageData(side, side);
    const [low, high] = extent(this.values);
    this.values.forEach((value, index) => {
      const grey = Math.round((255 * (value - low)) / (high - low || 1));
      image.data.set([grey, grey, grey, 255], 4 * index);
    });
    context.putImageData(image, 0, 0);
  }
}

export function squareSide(inputs: number): number | undefined {
  const side = Math.sqrt(inputs);
  return Number.isInteger(side) && side > 2 ? side : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-sample-image': SampleImage;
  }
}
