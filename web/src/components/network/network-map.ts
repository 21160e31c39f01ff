// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import type { NamedData } from '../../model/data-names.ts';
import { drawNetwork, linesOf } from '../../pictures/network/draw-network.ts';
import type { NetworkView } from '../../pictures/network/network-view.ts';
import {
  type Column,
  inputLayer,
  neighbour,
  sameUnit,
  type Unit,
  type Way,
} from '../../pictures/network/part.ts';
import {
  curveBetween,
  distanceTo,
  isNamed,
  type Placement,
  placement,
  unitSize,
} from '../../pictures/network/placement.ts';
import {
  layerName,
  labelInLayer,
  unitInWords,
  unitName,
} from '../../pictures/network/unit-names.ts';
import { type Palette, palette } from '../../pictures/palette.ts';
import { shared } from '../../styles/shared.ts';
import { ResizeController } from '../base/resize-controller.ts';
import { ThemeController } from '../base/theme-controller.ts';
import { selectParameter, selectUnit } from './network-events.ts';
import { pager } from './pager.ts';
import { pitchForPointer } from './pitch.ts';
import styles from './network-map.css?inline';

/** How near to a line a pointer must be, in pixels. */
const nearLine = 6;
const ways: Record<string, Way> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

const differ = (a: Unit | undefined, b: Unit | undefined): boolean => !sameUnit(a, b);

/**
 * The units of a network in columns, and its weights as lines.
 * @fires unit-hovered - The unit under the pointer is another one, or none.
 * @fires page - Other units of a layer are to be shown.
 */
@customElement('fall-line-network-map')
export class NetworkMap extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) view!: NetworkView;
  @property({ attribute: false }) data!: NamedData;
  /** The key of the racer. */
  @property({ attribute: false }) racer = 0;
  @property({ attribute: false, hasChanged: differ }) chosen!: Unit;
  @property({ attribute: false, hasChanged: differ }) hovered: Unit | undefined;
  @property({ attribute: false }) parameter: number | undefined;
  /** Whether no racer is training. Only then the names of units have their numbers, which would change all the time. */
  @property({ attribute: false }) calm = false;
  @state() private room = 0;
  @query('canvas') private canvas!: HTMLCanvasElement;
  #palette: Palette | undefined;
  #placed: Placement | undefined;
  /** Whether the chosen unit has the focus, and not only for a press of a button. */
  @state() private focused = false;

  constructor() {
    super();
    new ResizeController(this, ({ width }) => {
      this.room = Math.floor(width);
    });
    new ThemeController(this, () => {
      this.#palette = undefined;
      this.#paint();
    });
  }

  override render() {
    if (this.room === 0) return html`<div class="scroll"></div>`;
    const { part } = this.view;
    const placed = placement(part, this.room, pitchForPointer());
    this.#placed = placed;
    const { width, height } = placed;
    return html`<div class="scroll">
      <div class="map" style="width:${width}px">
        ${part.columns.map((column, index) => this.#heading(column, placed.columns[index] ?? 0))}
        <div
          class="picture"
          style="height:${height}px"
          role="radiogroup"
          aria-label=${msg('Unit to enlarge')}
          @keydown=${this.#keys}
          @pointermove=${this.#point}
          @pointerleave=${() => this.#hover(undefined)}
          @click=${this.#pick}
          @focusin=${this.#focus}
          @focusout=${this.#focus}
        >
          <canvas
            aria-hidden="true"
            width=${Math.round(width * devicePixelRatio)}
            height=${Math.round(height * devicePixelRatio)}
            style="width:${width}px;height:${height}px"
          ></canvas>
          ${this.#units(placed)} ${this.#gap(placed)}
        </div>
        <div class="pagers">
          ${part.columns.map((column, index) => pager(column, placed.columns[index] ?? 0))}
        </div>
      </div>
    </div>`;
  }

  #heading({ layer }: Column, x: number) {
    return html`<span class="heading" style="left:${x}px"
      >${layerName(this.view.part, layer)}</span
    >`;
  }

  #units({ units }: Placement) {
    const { view, data, chosen } = this;
    return units.map(({ layer, unit, x, y }) => {
      const checked = sameUnit(chosen, { layer, unit });
      return html`<button
          role="radio"
          aria-checked=${checked}
          tabindex=${checked ? 0 : -1}
          aria-label=${
            this.calm
              ? unitInWords(view, data, { layer, unit })
              : unitName(view.part, data, { layer, unit })
          }
          data-unit="${layer},${unit}"
          style="left:${x}px;top:${y}px"
        ></button>
        ${this.#label({ layer, unit }, x, y)}`;
    });
  }

  /** The names of inputs and outputs, beside them. */
  #label(unit: Unit, x: number, y: number) {
    const { part } = this.view;
    const isInput = unit.layer === inputLayer;
    const column = part.columns.find(({ layer }) => layer === unit.layer);
    const isOutput = column === part.columns.at(-1);
    if ((!isInput && !isOutput) || !isNamed(column)) return nothing;
    const beside = isInput ? x - unitSize / 2 - 6 : x + unitSize / 2 + 6;
    return html`<span
      class="label ${isInput ? 'before' : ''}"
      style="left:${beside}px;top:${y}px"
      aria-hidden="true"
      >${labelInLayer(part, this.data, unit)}</span
    >`;
  }

  #gap({ columns }: Placement) {
    const { gap } = this.view.part;
    if (!gap) return nothing;
    const x = ((columns[gap.after] ?? 0) + (columns[gap.after + 1] ?? 0)) / 2;
    return html`<span class="gap" style="left:${x}px" aria-hidden="true">…</span>`;
  }

  override updated(changed: PropertyValues): void {
    if (changed.size > 0) this.#paint();
  }

  #paint(): void {
    const placed = this.#placed;
    const context = this.canvas?.getContext('2d');
    if (!placed || !context) return;
    this.#palette ??= palette(this);
    const { view, data, parameter, hovered, focused, chosen } = this;
    const emphasis = { unit: hovered ?? (focused ? chosen : undefined), parameter };
    drawNetwork(context, view, data, placed, {
      palette: this.#palette,
      emphasis,
      pixels: devicePixelRatio,
    });
  }

  readonly #keys = (event: KeyboardEvent): void => {
    const way = ways[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const unit = neighbour(this.view.part, this.chosen, way);
    selectUnit(this, this.racer, unit);
    void this.updateComplete.then(() => this.#button(unit)?.focus());
  };

  #button({ layer, unit }: Unit): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-unit="${layer},${unit}"]`);
  }

  readonly #point = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const unit = unitAt(event.target);
    this.#hover(unit);
    const line = unit ? undefined : this.#lineAt(event);
    this.renderRoot.querySelector('.picture')?.classList.toggle('on-line', line !== undefined);
  };

  #hover(unit: Unit | undefined): void {
    if (sameUnit(unit, this.hovered)) return;
    this.dispatchEvent(new CustomEvent('unit-hovered', { detail: unit }));
  }

  /** Chooses the unit at the pointer, or the weight with the unit that it enters. */
  readonly #pick = (event: MouseEvent): void => {
    const unit = unitAt(event.target);
    if (unit) return selectUnit(this, this.racer, unit);
    const line = this.#lineAt(event);
    if (!line?.weight) return;
    selectUnit(this, this.racer, line.to);
    selectParameter(this, this.racer, line.weight.index);
  };

  #lineAt({ clientX, clientY }: MouseEvent) {
    const placed = this.#placed;
    const box = this.canvas.getBoundingClientRect();
    const [x, y] = [clientX - box.left, clientY - box.top];
    if (!placed) return undefined;
    return linesOf(this.view, placed)
      .filter(({ weight }) => weight !== undefined)
      .map((line) => ({ line, far: distanceTo(curveBetween(line.from, line.to), x, y) }))
      .filter(({ far }) => far < nearLine)
      .sort((a, b) => a.far - b.far)[0]?.line;
  }

  readonly #focus = ({ type, target }: FocusEvent): void => {
    this.focused = type === 'focusin' && (target as Element).matches(':focus-visible');
  };
}

/** The unit of a button. */
function unitAt(target: EventTarget | null): Unit | undefined {
  const name = (target as HTMLElement | null)?.dataset['unit'];
  const [layer, unit] = name?.split(',').map(Number) ?? [];
  return layer === undefined || unit === undefined ? undefined : { layer, unit };
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-network-map': NetworkMap;
  }
}
