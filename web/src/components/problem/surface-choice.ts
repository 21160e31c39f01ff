// SPDX-License-Identifier: MIT
import { html, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Hyperparameter, SettingValue, SurfaceEntry } from '../../../../wasm/types.ts';
import { msg } from '../../language/message.ts';
import { type Grid, gridPoints } from '../../pictures/contours.ts';
import { windowOn } from '../../pictures/window.ts';
import { component, type SurfaceSettings } from '../../model/settings.ts';
import { knownSurface } from '../../model/surface.ts';
import { chooseSurface, setSurface } from '../../playground/problem.ts';
import { shared } from '../../styles/shared.ts';
import { thumbs } from '../../styles/thumbs.ts';
import { guideOf, guideStyles } from '../controls/guide.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import '../controls/setting-control.ts';
import type { SettingEvent } from '../controls/setting-control.ts';
import './start-fields.ts';
import './surface-thumbnail.ts';
import { thumbnailSize } from './surface-thumbnail.ts';
import styles from './surface-choice.css?inline';

/** The choice of the surface, its settings, the start, and the gradient noise. */
@customElement('fall-line-surface-choice')
export class SurfaceChoice extends PlaygroundElement {
  static override styles = [shared, thumbs, guideStyles, unsafeCSS(styles)];
  @state() private grids = new Map<string, Grid>();

  override async firstUpdated(): Promise<void> {
    const size = { width: thumbnailSize, height: thumbnailSize };
    const { catalog, inquiry } = this.playground;
    for (const { id, domain, hyperparameters } of catalog.surfaces) {
      const { points, ...grid } = gridPoints(windowOn({ x: domain[0], y: domain[1] }, size));
      const values = await inquiry.ask('values', component(id, hyperparameters), points);
      if (values) this.grids = new Map(this.grids).set(id, { ...grid, values });
    }
  }

  override render() {
    const { catalog, settings } = this.playground;
    const surface = knownSurface(catalog, settings.surface);
    if (!surface) return html``;
    const { entry } = surface;
    const { id, values, descent } = surface.settings;
    return html`<div class="thumbs" role="radiogroup" aria-label=${msg('Surface')}>
        ${catalog.surfaces.map((one) => this.#thumbnail(one, one.id === id))}
      </div>
      <p class="about"><b>${entry.name}.</b> ${entry.summary}</p>
      ${guideOf(entry)}
      ${entry.hyperparameters.map((row) =>
        this.#control(row, values[row.id], (value) => ({ values: { ...values, [row.id]: value } })),
      )}
      <fall-line-start .playground=${this.playground}></fall-line-start>
      ${catalog.settings.surface.map((row) =>
        this.#control(row, descent[row.id], (value) => ({
          descent: { ...descent, [row.id]: value },
        })),
      )}`;
  }

  #control(
    row: Hyperparameter,
    value: SettingValue | undefined,
    change: (value: SettingValue) => Partial<SurfaceSettings>,
  ) {
    return html`<fall-line-setting
      .playground=${this.playground}
      .row=${row}
      .value=${value}
      @setting=${({ detail }: SettingEvent) => setSurface(this.playground, change(detail.value))}
    ></fall-line-setting>`;
  }

  #thumbnail({ id, name, minima }: SurfaceEntry, on: boolean) {
    const values = minima.map(({ value }) => value);
    return html`<label class="thumb ${on ? 'on' : ''}" title=${name}>
      <input
        type="radio"
        name="surface"
        aria-label=${name}
        .checked=${on}
        @change=${() => chooseSurface(this.playground, id)}
      />
      <fall-line-surface-thumbnail
        .grid=${this.grids.get(id)}
        .floor=${values.length > 0 ? Math.min(...values) : undefined}
      ></fall-line-surface-thumbnail>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-surface-choice': SurfaceChoice;
  }
}
