// SPDX-License-Identifier: MIT
import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';
import './contour-picture.ts';
import type { Zoom } from './contour-picture.ts';
import { PlaygroundElement } from './playground-element.ts';
import { segments } from './segments.ts';

/** The surface with every path on it, and how closely it is looked at. */
@customElement('fall-line-surface-card')
export class SurfaceCard extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        margin-bottom: 8px;
      }
      h2 {
        flex: 1;
      }
      :host([compact]) .card {
        padding: 8px 12px;
      }
      :host([compact]) h2 {
        white-space: nowrap;
      }
      @media (max-width: 719px) {
        .card {
          padding: 12px;
        }
      }
    `,
  ];
  @state() private zoom: Zoom = 'whole';

  override render() {
    const { playground } = this;
    return html`<div class="card">
      <div class="tools">
        <h2>Paths on ${playground.race.surface?.entry.name}</h2>
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
      <fall-line-contours .playground=${playground} .zoom=${this.zoom}></fall-line-contours>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-surface-card': SurfaceCard;
  }
}
