// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { plain } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import { toPixel, toPoint, type Window } from '../../pictures/window.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { setSurface } from '../../playground/problem.ts';
import type { Point } from '../../model/settings.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './start-handle.css?inline';

/** Pixels that an arrow key moves the start by, without and with Shift. */
const stride = 5;
const longStride = 50;

const keys: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** A handle at the common start on a surface. It can be dragged, or moved with the arrow keys. */
@customElement('fall-line-start-handle')
export class StartHandle extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings'];
  @property({ attribute: false }) window: Window | undefined;
  @state() private spoken = '';

  override render() {
    const start = this.playground.settings.surface?.start;
    const { window } = this;
    if (!start || !window) return nothing;
    const [x, y] = toPixel(window, start);
    const { width, height } = window.size;
    const outside = x < 0 || y < 0 || x > width || y > height;
    return html`<button
        ?hidden=${outside}
        style="left:${x}px;top:${y}px"
        title=${msg('Start: drag it, or move it with the arrow keys')}
        aria-label=${msg('Start at {point}. Arrow keys move it.', { point: words(start) })}
        @pointerdown=${this.#grasp}
        @pointermove=${this.#drag}
        @keydown=${this.#key}
      ></button>
      <p class="hidden-words" role="status">${this.spoken}</p>`;
  }

  #grasp(event: PointerEvent): void {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  }

  #drag(event: PointerEvent): void {
    const held = (event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId);
    if (!held || !this.window) return;
    const { left, top } = this.getBoundingClientRect();
    this.#move(toPoint(this.window, [event.clientX - left, event.clientY - top]));
  }

  #key(event: KeyboardEvent): void {
    const way = keys[event.key];
    const start = this.playground.settings.surface?.start;
    if (!way || !start || !this.window) return;
    event.preventDefault();
    const far = (event.shiftKey ? longStride : stride) / this.window.scale;
    const to = this.#move([start[0] + way[0] * far, start[1] + way[1] * far]);
    this.spoken = msg('Start at {point}', { point: words(to) });
  }

  #move(to: Point): Point {
    const start = this.window ? roundedTo(this.window, to) : to;
    void setSurface(this.playground, { start });
    return start;
  }
}

/** Rounds a point to a power of ten that suits the size of a pixel, such as 0.01, 1, or 100. */
export function roundedTo({ scale }: Window, [x, y]: Point): Point {
  const digits = Math.min(12, Math.max(0, Math.ceil(Math.log10(scale))));
  return [Number(x.toFixed(digits)), Number(y.toFixed(digits))];
}

function words([x, y]: Point): string {
  return `${plain(x)}, ${plain(y)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-start-handle': StartHandle;
  }
}
