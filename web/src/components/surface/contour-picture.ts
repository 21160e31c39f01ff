// SPDX-License-Identifier: MIT
import { html, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { racerStyle, themeColour } from '../../chart/racer-style.ts';
import { pointText, threeDigits } from '../../format/number.ts';
import { msg, plural } from '../../language/message.ts';
import { type Grid, gridPoints } from '../../pictures/contours.ts';
import { drawLens } from '../../pictures/draw-lens.ts';
import { drawMinima } from '../../pictures/draw-minima.ts';
import { drawEnds, drawGhosts, drawPaths, type Track } from '../../pictures/draw-paths.ts';
import { drawSurface, surfaceColours } from '../../pictures/draw-surface.ts';
import { drawTicks } from '../../pictures/draw-ticks.ts';
import type { Place, Slice } from '../../pictures/local-model.ts';
import { drawLabels } from '../../pictures/marks/draw-labels.ts';
import { drawMarks } from '../../pictures/marks/draw-marks.ts';
import { leanRight, type RuleMarks } from '../../pictures/marks/rule-marks.ts';
import {
  type Box,
  boxAround,
  boxOf,
  holds,
  type Size,
  toPoint,
  type Window,
  windowOn,
} from '../../pictures/window.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { setSurface } from '../../playground/problem.ts';
import { stateWord } from '../../race/state-word.ts';
import type { Point } from '../../model/settings.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { ResizeController } from '../base/resize-controller.ts';
import { ThemeController } from '../base/theme-controller.ts';
import './start-handle.ts';
import { roundedTo } from './start-handle.ts';
import styles from './contour-picture.css?inline';

export type Zoom = 'whole' | 'paths';

/** The margin around the paths, as a share of their size. */
const pathMargin = 0.12;
/** The extra room on each side of a window that paths have left, as a share of their size. */
const roomToGrow = 0.5;

/** The surface from above, with all paths. A click or the handle sets the start. */
@customElement('fall-line-contours')
export class ContourPicture extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings', 'state', 'frame'];
  protected override readonly pictorial = true;
  @property() zoom: Zoom = 'whole';
  /** Whether the start stays where it is. */
  @property({ attribute: false }) locked = false;
  /** The racer's point whose local model is shown, if any. */
  @property({ attribute: false }) place: Place | undefined;
  @property({ attribute: false }) slice: Slice | undefined;
  /** What a racer's rule draws of its last steps, if that is shown. */
  @property({ attribute: false }) marks: RuleMarks | undefined;
  @query('.ground') private ground!: HTMLCanvasElement;
  @query('.paths') private paths!: HTMLCanvasElement;
  @state() private size: Size = { width: 0, height: 0 };
  @state() private window: Window | undefined;
  /** A key of the surface and window of the last requested grid. */
  #asked = '';
  #grid: Grid | undefined;
  #relabel = false;

  constructor() {
    super();
    new ThemeController(this, () => {
      this.#drawGround();
      this.#drawPaths();
    });
    new ResizeController(
      this,
      ({ width, height }) => (this.size = { width, height }),
      () => this.paths,
    );
  }

  protected override happened(event: PlaygroundEvent): void {
    if (event !== 'frame') this.#relabel = true;
    super.happened(event);
  }

  /** An event `frame` changes only the paths, other events everything. */
  protected override refresh(): void {
    if (this.zoom === 'paths') this.#follow();
    if (this.#relabel) super.refresh();
    else this.#drawPaths();
    this.#relabel = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('size') || changed.has('zoom') || this.#isElsewhere()) this.#aim();
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('size')) {
      for (const canvas of [this.ground, this.paths]) {
        canvas.width = Math.round(this.size.width * devicePixelRatio);
        canvas.height = Math.round(this.size.height * devicePixelRatio);
      }
      this.#drawGround();
    }
    void this.#ask();
    this.#drawPaths();
  }

  override render() {
    return html`<div class="frame">
      <canvas class="ground" dir="ltr" aria-hidden="true"></canvas>
      <canvas
        class="paths"
        dir="ltr"
        role="img"
        aria-label=${this.#label()}
        @click=${this.#place}
      ></canvas>
      ${
        this.locked
          ? nothing
          : html`<fall-line-start-handle
              .playground=${this.playground}
              .window=${this.window}
            ></fall-line-start-handle>`
      }
    </div>`;
  }

  #label(): string {
    const { race, names } = this.playground;
    const list = race.shown.map(({ key, path, curve, status }) => {
      const [x, y] = path.end ?? [Number.NaN, Number.NaN];
      const name = names.get(key) ?? '';
      if (status === 'diverged') return `${name}: ${stateWord(status)}`;
      return msg('{name}: at {point}, value {value}', {
        name,
        point: pointText([x, y]),
        value: threeDigits(curve.last('trainLoss')),
      });
    });
    const what = plural(
      race.racers.length,
      'Contours of {surface} with the path of {n} racer.',
      'Contours of {surface} with the paths of {n} racers.',
      { surface: race.surface?.entry.name ?? '' },
    );
    return `${what} ${list.join('; ')}`;
  }

  /** The box that the window shows: the drawn part of the surface, or all paths. */
  #target(): Box | undefined {
    const { race } = this.playground;
    const domain = race.surface?.entry.domain;
    if (!domain) return undefined;
    const whole = { x: domain[0], y: domain[1] };
    if (this.zoom === 'whole') return whole;
    const finite = race.racers.filter(({ status }) => status !== 'diverged');
    return boxAround(pointsOf(finite.map(({ path }) => path)), pathMargin) ?? whole;
  }

  #aim(): void {
    const box = this.#target();
    this.#aimedAt = this.#subject;
    this.window = box && this.size.width > 0 ? windowOn(box, this.size) : undefined;
  }

  #aimedAt: string | undefined;

  /** The surface and the part of it that is drawn. */
  get #subject(): string | undefined {
    const entry = this.playground.race.surface?.entry;
    return entry && `${entry.id} ${entry.domain.join()}`;
  }

  #isElsewhere(): boolean {
    return this.#subject !== this.#aimedAt;
  }

  /** Moves the window if paths have left it. The new one has extra room, so it does not change often. */
  #follow(): void {
    const box = this.#target();
    if (!box || !this.window || holds(boxOf(this.window), box)) return;
    const widened = ([low, high]: readonly [number, number]): [number, number] => {
      const room = (high - low) * roomToGrow;
      return [low - room, high + room];
    };
    this.window = windowOn({ x: widened(box.x), y: widened(box.y) }, this.size);
  }

  /** Requests the values in the window, unless they are here or requested. */
  async #ask(): Promise<void> {
    const { window, playground } = this;
    const { surface } = playground.race;
    if (!window || !surface) return;
    const { id, values } = surface.settings;
    const wanted = JSON.stringify([id, values, window]);
    if (wanted === this.#asked) return;
    this.#asked = wanted;
    const { points, ...grid } = gridPoints(window);
    const heights = await playground.inquiry.ask('values', { id, values }, points);
    if (wanted !== this.#asked) return;
    if (!heights) {
      this.#asked = '';
      return;
    }
    this.#grid = { ...grid, values: heights };
    this.#drawGround();
    this.#drawPaths();
  }

  #drawGround(): void {
    const context = this.ground?.getContext('2d');
    const { surface } = this.playground.race;
    if (!context || !this.#grid || !surface || !this.window) return;
    context.resetTransform();
    context.clearRect(0, 0, this.ground.width, this.ground.height);
    drawSurface(context, this.#grid, surface.floor, surfaceColours(this), devicePixelRatio);
    context.scale(devicePixelRatio, devicePixelRatio);
    const colour = (name: string): string => themeColour(this, name);
    context.font = getComputedStyle(this.ground).font;
    drawTicks(context, this.window, colour);
    drawMinima(context, this.window, surface, colour);
  }

  #drawPaths(): void {
    const context = this.paths?.getContext('2d');
    const { window } = this;
    if (!context || !window) return;
    context.resetTransform();
    context.clearRect(0, 0, this.paths.width, this.paths.height);
    context.scale(devicePixelRatio, devicePixelRatio);
    context.font = getComputedStyle(this.paths).font;
    const colour = (name: string): string => themeColour(this, name);
    const { place, slice } = this;
    if (place && slice) drawLens(context, window, place, slice, this.#grid, colour);
    const { ghosts } = this.playground.race;
    drawGhosts(
      context,
      window,
      ghosts.map(({ path }) => path),
      colour,
    );
    const tracks = this.#tracks();
    drawPaths(context, window, tracks, colour);
    const labels = this.marks ? drawMarks(context, window, this.marks, colour) : [];
    const names = drawEnds(context, window, tracks, colour);
    drawLabels(context, labels, names, colour);
  }

  #tracks(): Track[] {
    const { race, names } = this.playground;
    return race.shown.map(({ key, path, settings, status }) => ({
      path,
      style: racerStyle(settings.slot),
      name: names.get(key) ?? '',
      diverged: status === 'diverged',
      leftwards:
        key === this.marks?.racer && path.end ? leanRight(this.marks.marks, path.end) : false,
    }));
  }

  #place(event: MouseEvent): void {
    if (this.locked) return;
    if (!this.window) return;
    const at = toPoint(this.window, [event.offsetX, event.offsetY]);
    void setSurface(this.playground, { start: roundedTo(this.window, at) });
  }
}

function* pointsOf(paths: readonly { length: number; point(row: number): Point }[]) {
  for (const path of paths) for (let row = 0; row < path.length; row++) yield path.point(row);
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-contours': ContourPicture;
  }
}
