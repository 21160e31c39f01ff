// SPDX-License-Identifier: MIT
import { html, LitElement, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Drawing } from '../../data/drawn/drawing.ts';
import { Gesture, type Hand } from '../../data/drawn/gesture.ts';
import { perUnit, type Place, placeAt, type Points } from '../../data/drawn/points.ts';
import { msg } from '../../language/message.ts';
import { palette } from '../../pictures/palette.ts';
import { shared } from '../../styles/shared.ts';
import { ResizeController } from '../base/resize-controller.ts';
import { ThemeController } from '../base/theme-controller.ts';
import { drawPlane, shownPlane } from './draw-plane.ts';
import { PlaneKeys } from './plane-keys.ts';
import styles from './point-plane.css?inline';

/** How far from a point it can be picked up, in CSS pixels. */
const reachPixels = { mouse: 14, touch: 30 };

/**
 * The plane on which points are drawn by a mouse, a finger, a pen or keys.
 * @fires drawn - The points have changed. `detail`: whether the gesture has ended.
 * @fires say - Something for a screen reader.
 */
@customElement('fall-line-point-plane')
export class PointPlane extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) drawing!: Drawing;
  /** Tells when to draw it anew. */
  @property({ attribute: false }) points!: Points;
  @property({ attribute: false }) hand!: Hand;
  @query('canvas') private canvas!: HTMLCanvasElement;
  /** In CSS pixels. */
  @state() private size = 0;
  /** Whether the reader uses keys here. */
  @state() private keyed = false;
  /** Where a mouse or a pen hovers. */
  @state() private hover: Place | undefined;
  readonly #keys = new PlaneKeys();
  #gesture: Gesture | undefined;
  #pointer = 0;

  constructor() {
    super();
    new ThemeController(this);
    new ResizeController(this, ({ width }) => (this.size = Math.round(width)));
  }

  override render() {
    const pixels = Math.round(this.size * devicePixelRatio);
    return html`<slot></slot
      ><canvas
        width=${pixels}
        height=${pixels}
        tabindex="0"
        role="application"
        aria-label=${msg('Plane for points')}
        aria-describedby="keys"
        class=${this.hand.tool}
        @pointerdown=${this.#press}
        @pointermove=${this.#go}
        @pointerup=${this.#release}
        @pointercancel=${this.#release}
        @pointerleave=${() => (this.hover = undefined)}
        @keydown=${this.#key}
        @focus=${() => (this.keyed = this.canvas.matches(':focus-visible'))}
        @blur=${this.#leave}
      ></canvas>
      <p id="keys" class="hidden-words">
        ${msg(
          'Arrow keys move the cursor, with Shift further. Enter places a point. Digits choose its class. Delete erases the nearest point, and M picks it up.',
        )}
      </p>`;
  }

  override updated(): void {
    const context = this.canvas.getContext('2d');
    if (!context || this.size === 0) return;
    const { tool, radius } = this.hand;
    const hasBrush = (tool === 'paint' || tool === 'erase') && this.hover;
    const marks = {
      cursor: this.keyed ? this.#keys.cursor : undefined,
      held: this.#keys.held,
      brush: hasBrush ? { at: hasBrush, radius } : undefined,
    };
    drawPlane(context, this.drawing.points, marks, palette(this), devicePixelRatio);
  }

  #placeOf({ clientX, clientY }: PointerEvent): Place {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    const { left: x, bottom: y, side } = shownPlane;
    return placeAt(
      x + ((clientX - left) / width) * side,
      y + (1 - (clientY - top) / height) * side,
    );
  }

  readonly #press = (event: PointerEvent): void => {
    if (event.button !== 0 || this.#gesture) return;
    this.keyed = false;
    this.#keys.leave(this.drawing);
    this.canvas.setPointerCapture(event.pointerId);
    this.#pointer = event.pointerId;
    const pixels = event.pointerType === 'touch' ? reachPixels.touch : reachPixels.mouse;
    const reach = (pixels / this.size) * shownPlane.side * perUnit;
    this.#keys.cursor = this.hover = this.#placeOf(event);
    this.#gesture = new Gesture(this.drawing, { ...this.hand, reach }, this.#placeOf(event));
    this.#tell(false);
  };

  readonly #go = (event: PointerEvent): void => {
    if (this.#gesture && event.pointerId !== this.#pointer) return;
    // Touch has no hover. Its circle is seen while it draws.
    if (event.pointerType !== 'touch' || this.#gesture) this.hover = this.#placeOf(event);
    if (!this.#gesture) return;
    for (const one of coalesced(event)) this.#gesture.goTo(this.#placeOf(one));
    this.#tell(false);
  };

  readonly #release = (event: PointerEvent): void => {
    if (!this.#gesture || event.pointerId !== this.#pointer) return;
    const changed = this.#gesture.end();
    this.#gesture = undefined;
    if (event.pointerType === 'touch') this.hover = undefined;
    if (changed) this.#tell(true);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { drawing } = this;
    const before = drawing.points;
    const said = this.#keys.press(event, drawing, this.hand);
    if (said === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.keyed = true;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('say', { detail: said }));
    // A point that is carried is put down before the race follows.
    if (drawing.points !== before || !this.#keys.held) this.#tell(!this.#keys.held);
  };

  readonly #leave = (): void => {
    const said = this.#keys.leave(this.drawing);
    this.keyed = false;
    if (said === '') return;
    this.dispatchEvent(new CustomEvent('say', { detail: said }));
    this.#tell(false);
  };

  #tell(ended: boolean): void {
    this.dispatchEvent(new CustomEvent('drawn', { detail: ended }));
  }
}

/** All positions since the last event, where the browser tells them. */
function coalesced(event: PointerEvent): PointerEvent[] {
  const all = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
  return all.length > 0 ? all : [event];
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-point-plane': PointPlane;
  }
}
