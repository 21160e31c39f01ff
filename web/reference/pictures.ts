// SPDX-License-Identifier: MIT
import type { Engine } from '../../wasm/types.ts';
import { grouped } from '../src/format/number.ts';
import { linkDefaults } from '../src/model/links/defaults.ts';
import type { Entry, Shelf } from './components-page.ts';
import { type Html, html } from './html.ts';
import { samplesPicture } from './samples-picture.ts';
import { surfacePicture } from './surface-picture.ts';

/** A picture of a component with its defaults, from the engine. False if it can't be drawn. */
export function pictureOf(engine: Engine, kind: Shelf['kind'], entry: Entry): Html | false {
  const { id, name, listens, domain, start, minima, hyperparameters } = entry;
  if (kind === 'datasets') return samplesPicture(engine.sample({ id }), name);
  if (domain && start && minima) {
    const values = (points: Float64Array) => engine.values({ id }, points);
    return surfacePicture({ name, domain, start, minima }, values);
  }
  if (kind !== 'schedules' || listens || hyperparameters.length === 0) return false;
  return ratePicture(engine, id, name);
}

const stops = 200;

/** The learning rate of a schedule during the first race, relative to the racer's own rate. */
function ratePicture(engine: Engine, id: string, name: string): Html {
  const { steps } = linkDefaults.page;
  const updates = Array.from({ length: stops }, (_, i) =>
    Math.round((i * (steps - 1)) / (stops - 1)),
  );
  const points = [...engine.rates({ id }, 1, updates)].map(
    (rate, i) => `${((100 * i) / (stops - 1)).toFixed(1)} ${(62 - 60 * rate).toFixed(1)}`,
  );
  return html`<figure>
    <svg
      viewBox="0 0 100 64"
      preserveAspectRatio="none"
      role="img"
      aria-label="Learning rate under ${name} over ${grouped(steps)} steps"
    >
      <polyline class="rate" points="${points.join(' ')}" />
    </svg>
    <figcaption>Learning rate over ${grouped(steps)} steps</figcaption>
  </figure>`;
}
