// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import type { Sampling } from '../../../../wasm/types.ts';
import { threeDigits } from '../../format/number.ts';
import { timesUniform, varianceRatio } from '../../pictures/sampling.ts';
import type { Racer } from '../../race/racer.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';

/** A note on what a rule gains by drawing its samples itself, and on the meaning of its points. */
export function samplingNote({ settings, sampling }: Racer, name: string, drawn: boolean) {
  return html`<p>
    ${racerSwatch(settings.slot)} <b>${name}</b> chooses its own samples.
    ${
      sampling
        ? html`Its gradient has <b>${varianceOf(sampling)}</b> times the variance of uniform
            sampling. Lower is better. <span>${reading(sampling, drawn)}</span>`
        : nothing
    }
  </p>`;
}

function reading(sampling: Sampling, drawn: boolean): string {
  const [low, high] = timesUniform(sampling);
  const range = `${threeDigits(low)} to ${threeDigits(high)} times as large as with uniform sampling`;
  return drawn
    ? `The area of each training sample shows its probability, which is ${range}.`
    : `The probabilities of its samples are ${range}.`;
}

/** The variance relative to uniform sampling, as text. */
export function varianceOf(sampling: Sampling): string {
  return threeDigits(varianceRatio(sampling));
}
