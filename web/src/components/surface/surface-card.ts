// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { msg } from '../../language/message.ts';
import {
  type Direction,
  type Place,
  type Slice,
  sliceThrough,
} from '../../pictures/local-model.ts';
import { farthestTrial, trialsOn } from '../../pictures/marks/trials-on-slice.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import type { Point, SurfaceSettings } from '../../model/settings.ts';
import type { KnownSurface } from '../../model/surface.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { shared } from '../../styles/shared.ts';
import { tools } from '../../styles/tools.ts';
import './contour-picture.ts';
import type { Zoom } from './contour-picture.ts';
import './local-model.ts';
import { MarksController } from './marks-controller.ts';
import './rule-at-work.ts';
import type { ClosenessEvent } from './local-model.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { segments } from '../controls/segments.ts';
import compactTools from '../../styles/tools.compact.css?inline';
import styles from './surface-card.css?inline';

/** The surface with all paths, and buttons to zoom and to show the local model. */
@customElement('fall-line-surface-card')
export class SurfaceCard extends PlaygroundElement {
  static override styles = [shared, tools, unsafeCSS(compactTools), unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
    'inspected',
  ];
  /** Why neither the view nor the start can be chosen here, if so. */
  @property({ attribute: false }) locked = '';
  @state() private zoom: Zoom = 'whole';
  /** Whether the local models are shown. */
  @state() private close = false;
  @state() private direction: Direction = 'downhill';
  @state() private place: Place | undefined;
  readonly #marks = new MarksController(this);

  override updated(): void {
    void this.#look();
  }

  override render() {
    const { playground, close, place, locked } = this;
    const { surface } = playground.race;
    const slice = close && place && surface ? this.#slice(place, surface) : undefined;
    const { racer } = this.#marks;
    return html`<div class="card" data-part="surface">
      <div class="tools">
        <h2>${msg('Paths on {surface}', { surface: surface?.entry.name ?? '' })}</h2>
        <button
          class="outlined closer"
          data-reveals="slice"
          aria-pressed=${close}
          title=${locked || msg('Show the tangent plane and the quadratic model at a racer, and a slice through the surface')}
          ?disabled=${locked !== ''}
          @click=${() => (this.close = !close)}
        >
          ${this.hasAttribute('compact') ? msg('Tangent') : msg('Tangent and curvature')}
        </button>
        ${segments(
          msg('Part of the surface'),
          [
            ['whole', msg('whole surface')],
            ['paths', msg('zoom to paths')],
          ],
          this.zoom,
          (chosen) => (this.zoom = chosen),
          locked,
        )}
      </div>
      <fall-line-contours
        .playground=${playground}
        .zoom=${this.zoom}
        .locked=${locked !== ''}
        .place=${slice && place}
        .slice=${slice}
        .marks=${this.#marks.shown}
      ></fall-line-contours>
      <p class="meaning">
        ${msg('A line joins points of equal value, and lower ground is darker.')}
        ${surface?.entry.minima.length ? msg('A cross marks a minimum, with a ring around the lowest.') : ''}
      </p>
      ${
        racer && this.#marks.isOffered
          ? html`<fall-line-rule-at-work
              .playground=${playground}
              .racer=${racer}
              .on=${this.#marks.on}
              .marks=${this.#marks.shown}
              @switch=${() => this.#marks.toggle()}
            ></fall-line-rule-at-work>`
          : nothing
      }
      ${
        slice && place && racer
          ? html`<fall-line-local-model
              data-part="slice"
              .playground=${playground}
              .racer=${racer.key}
              .direction=${this.direction}
              .place=${place}
              .slice=${slice}
              .trials=${trialsOn(slice, place, this.#marks.shown?.marks ?? [])}
              @closeness=${this.#choose}
            ></fall-line-local-model>`
          : nothing
      }
    </div>`;
  }

  #choose({ detail: { racer, direction } }: ClosenessEvent): void {
    if (racer !== undefined) this.playground.inspect({ racer });
    if (direction !== undefined) this.direction = direction;
  }

  #slice(place: Place, { entry }: KnownSurface): Slice {
    const [[left, right], [low, high]] = entry.domain;
    const span = Math.min(right - left, high - low);
    const marks = this.#marks.shown?.marks ?? [];
    return sliceThrough(place, this.direction, span, farthestTrial(place, marks));
  }

  /** Requests the derivatives at the racer's point. */
  readonly #look = oneAtATime(async () => {
    const { race } = this.playground;
    const { racer } = this.#marks;
    const at = racer?.path.end;
    if (!this.close || !race.surface || !racer || !at) return;
    const { settings } = race.surface;
    const { slot } = racer.settings;
    const known = this.place;
    if (known && this.#asked === settings && known.slot === slot && same(known.at, at)) return;
    const taylor = await this.playground.inquiry.taylor(settings, at);
    this.#asked = settings;
    const from = racer.path.length > 1 ? racer.path.point(racer.path.length - 2) : undefined;
    this.place = taylor && { at, from, slot, taylor };
  });

  #asked: SurfaceSettings | undefined;
}

function same(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-surface-card': SurfaceCard;
  }
}
