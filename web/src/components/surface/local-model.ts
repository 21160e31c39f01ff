// SPDX-License-Identifier: MIT
import { html, nothing, svg, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hyperparameter } from '../../../../wasm/types.ts';
import { racerStyle } from '../../chart/racer-style.ts';
import { pointText, threeDigits } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import type { Direction, Place, Slice } from '../../pictures/local-model.ts';
import type { TrialOnSlice } from '../../pictures/marks/trials-on-slice.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import '../controls/setting-control.ts';
import type { SettingEvent } from '../controls/setting-control.ts';
import { markGlyph } from './mark-glyph.ts';
import './slice-chart.ts';
import styles from './local-model.css?inline';

/** The choice of the racer or the direction has changed. */
export type ClosenessEvent = CustomEvent<{ racer?: number; direction?: Direction }>;

const directionRow = (): Hyperparameter => ({
  id: 'direction',
  name: msg('Slice'),
  symbol: '',
  kind: 'integer',
  default: 'downhill',
  domain: { min: -360, max: 360, minOpen: false, maxOpen: false },
  slider: { min: -180, max: 180, scale: 'linear' },
  unit: msg('degrees'),
  choices: [
    { id: 'downhill', name: msg('straight downhill') },
    { id: 'step', name: msg('along the last step') },
  ],
  doc: msg(
    'The direction of the slice: along the negative gradient or the last step, or at an angle from the x axis, counter-clockwise.',
  ),
});

/** The gradient and curvature at a racer's point, in words and along a slice. */
@customElement('fall-line-local-model')
export class LocalModel extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings', 'state'];
  @property({ attribute: false }) racer = 0;
  @property({ attribute: false }) direction: Direction = 'downhill';
  @property({ attribute: false }) place!: Place;
  @property({ attribute: false }) slice!: Slice;
  /** The trial points of the last step that lie on the slice. */
  @property({ attribute: false }) trials: readonly TrialOnSlice[] = [];

  override render() {
    const { playground, place, slice } = this;
    const colour = racerStyle(place.slot).colour;
    return html`<ul class="lens" aria-label=${msg('In the circle on the picture')}>
        <li class="quiet">${msg('In the circle:')}</li>
        <li>${swatch('--ink-2', '5 3')}${msg('contours of the tangent plane')}</li>
        <li>${swatch(colour, '')}${msg('contours of the quadratic model')}</li>
        <li>${swatch('--ink', '')}${msg('the surface’s own contour')}</li>
        <li>${swatch('--accent', '')}${msg('slice')}</li>
      </ul>
      <div>
        <label
          ><span>${msg('At the position of')}</span>
          <select @change=${this.#choose}>
            ${playground.race.racers.map(
              ({ key }) =>
                html`<option value=${key} ?selected=${key === this.racer}>
                  ${playground.names.get(key)}
                </option>`,
            )}
          </select>
        </label>
        <fall-line-setting
          .row=${directionRow()}
          .value=${this.direction}
          @setting=${({ detail }: SettingEvent) => this.#emit({ direction: detail.value as Direction })}
        ></fall-line-setting>
        <p>${words(place, slice)}</p>
      </div>
      <div>
        <ul>
          <li>${swatch('--ink', '')}${msg('surface')}</li>
          <li>${swatch('--ink-2', '5 3')}${msg('tangent')}</li>
          <li>${swatch(colour, '')}${msg('parabola')}</li>
          ${
            this.trials.length > 0
              ? html`<li>
                  ${markGlyph('trials', place.slot)}${msg('trial points of the last step')}
                </li>`
              : nothing
          }
        </ul>
        <fall-line-slice
          .playground=${playground}
          .place=${place}
          .slice=${slice}
          .trials=${this.trials}
        ></fall-line-slice>
      </div>`;
  }

  #choose(event: Event): void {
    this.#emit({ racer: Number((event.target as HTMLSelectElement).value) });
  }

  #emit(detail: ClosenessEvent['detail']): void {
    this.dispatchEvent(new CustomEvent('closeness', { detail }));
  }
}

function swatch(colour: string, dash: string) {
  return html`<svg viewBox="0 0 26 12" aria-hidden="true">
    ${svg`<line x1="0" y1="6" x2="26" y2="6" stroke="var(${colour})" stroke-width="2.5" stroke-dasharray=${dash} />`}
  </svg>`;
}

/** A description of slope and curvature along the slice. */
function words({ at, taylor }: Place, { slope, curvature }: Slice): string {
  const bottom = -slope / curvature;
  const far = { distance: threeDigits(Math.abs(bottom)) };
  return [
    msg('At {point} the value is {value}.', {
      point: pointText(at),
      value: threeDigits(taylor.value),
    }),
    msg('In this direction the slope is {slope} and the curvature {curvature}.', {
      slope: threeDigits(slope),
      curvature: threeDigits(curvature),
    }),
    !(curvature > 0)
      ? msg('The parabola has no minimum.')
      : bottom >= 0
        ? msg('The parabola has its minimum {distance} ahead.', far)
        : msg('The parabola has its minimum {distance} behind.', far),
  ].join(' ');
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-local-model': LocalModel;
  }
}
