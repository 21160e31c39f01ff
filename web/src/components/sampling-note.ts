// SPDX-License-Identifier: MIT
import { html } from 'lit';
import { threeDigits } from '../format/number.ts';
import { timesUniform, varianceRatio } from '../pictures/sampling.ts';
import type { Racer } from '../race/racer.ts';
import { racerSwatch } from './racer-swatch.ts';

/** What a rule gains by drawing its samples itself, and how its points are to be read. */
export function samplingNote(racer: Racer, name: string, drawn: boolean) {
  const { sampling } = racer;
  const [low, high] = sampling ? timesUniform(sampling) : [Number.NaN, Number.NaN];
  const range = `${threeDigits(low)} to ${threeDigits(high)} times uniform sampling’s`;
  return html`<p>
    ${racerSwatch(racer.settings.slot)} <b>${name}</b> draws its samples itself. Variance of its
    gradient: <b>${varianceOf(racer)}</b> of uniform sampling’s, lower is better.
    <span>
      ${
        drawn
          ? `The area of each training sample is its probability, ${range}.`
          : `The probabilities of its samples are ${range}.`
      }
    </span>
  </p>`;
}

/** Beside uniform sampling's, as text. */
export function varianceOf({ sampling }: Racer): string {
  return threeDigits(sampling ? varianceRatio(sampling) : Number.NaN);
}
