// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import {
  type Direction,
  type Place,
  type Slice,
  sliceThrough,
} from '../../pictures/local-model.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import type { Point, SurfaceSettings } from '../../model/settings.ts';
import type { KnownSurface } from '../../model/surface.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { shared } from '../../styles/shared.ts';
import { tools } from '../../styles/tools.ts';
import './contour-picture.ts';
import type { Zoom } from './contour-picture.ts';
import './local-model.ts';
import type { ClosenessEvent } from './local-model.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { segments } from '../controls/segments.ts';
import styles from './surface-card.css?inline';

/** The surface with all paths, and buttons to zoom and to show the local model. */
@customElement('fall-line-surface-card')
export class SurfaceCard extends PlaygroundElement {
  static override styles = [shared, tools, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
  ];
  @state() private zoom: Zoom = 'whole';
  /** Whether the local models are shown. */
  @state() private close = false;
  @state() private racer = 0;
  @state() private direction: Direction = 'downhill';
  @state() private place: Place | undefined;

  override updated(): void {
    void this.#look();
  }

  override render() {
    const { playground, close, place } = this;
    const { surface } = playground.race;
    const slice = close && place && surface ? this.#slice(place, surface) : undefined;
    return html`<div class="card" data-part="surface">
      <div class="tools">
        <h2>Paths on ${surface?.entry.name}</h2>
        <button
          class="outlined closer"
          data-reveals="slice"
          aria-pressed=${close}
          title="Show the tangent plane and the quadratic model at a racer, and a slice through the surface"
          @click=${() => (this.close = !close)}
        >
          Tangent<span class="long">and curvature</span>
        </button>
        ${segments(
          'Part of the surface',
          [
            ['whole', 'whole surface'],
            ['paths', 'zoom to paths'],
          ],
          this.zoom,
          (chosen) => (this.zoom = chosen),
        )}
      </div>
      <fall-line-contours
        .playground=${playground}
        .zoom=${this.zoom}
        .place=${slice && place}
        .slice=${slice}
      ></fall-line-contours>
      <p class="meaning">
        A line joins points of equal value, and lower ground is darker.
        ${surface?.entry.minima.length ? 'A cross marks a minimum, with a ring around the lowest.' : ''}
      </p>
      ${
        slice
          ? html`<fall-line-local-model
              data-part="slice"
              .playground=${playground}
              .racer=${this.racer}
              .direction=${this.direction}
              .place=${place}
              .slice=${slice}
              @closeness=${({ detail }: ClosenessEvent) => Object.assign(this, detail)}
            ></fall-line-local-model>`
          : nothing
      }
    </div>`;
  }

  #slice(place: Place, { entry }: KnownSurface): Slice {
    const [[left, right], [low, high]] = entry.domain;
    return sliceThrough(place, this.direction, Math.min(right - left, high - low));
  }

  /** Requests the derivatives at the racer's point. */
  readonly #look = oneAtATime(async () => {
    const { race } = this.playground;
    const racer = race.shown.find(({ key }) => key === this.racer) ?? race.shown[0];
    const at = racer?.path.end;
    if (!this.close || !race.surface || !racer || !at) return;
    const { settings } = race.surface;
    const { slot } = racer.settings;
    const known = this.place;
    if (known && this.#asked === settings && known.slot === slot && same(known.at, at)) return;
    const taylor = await this.playground.inquiry.taylor(settings, at);
    this.#asked = settings;
    this.racer = racer.key;
    this.place = taylor && { at, slot, taylor };
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
