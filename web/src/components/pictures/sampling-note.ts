// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import type { Sampling } from '../../../../wasm/types.ts';
import { threeDigits } from '../../format/number.ts';
import { msg, rich } from '../../language/message.ts';
import { timesUniform, varianceRatio } from '../../pictures/sampling.ts';
import type { Racer } from '../../race/racer.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';

/** A note on what a rule gains by drawing its samples itself, and on the meaning of its points. */
export function samplingNote({ settings, sampling }: Racer, name: string, drawn: boolean) {
  return html`<p>
    ${racerSwatch(settings.slot)}
    ${rich('{name} chooses its own samples.', { name: html`<b>${name}</b>` })}
    ${
      sampling
        ? html`${rich(
              'Its gradient has {ratio} times the variance of uniform sampling. Lower is better.',
              { ratio: html`<b>${threeDigits(varianceRatio(sampling))}</b>` },
            )} <span>${reading(sampling, drawn)}</span>`
        : nothing
    }
  </p>`;
}

function reading(sampling: Sampling, drawn: boolean): string {
  const [low, high] = timesUniform(sampling);
  const range = { low: threeDigits(low), high: threeDigits(high) };
  return drawn
    ? msg(
        'The area of each training sample shows its probability, which is {low} to {high} times as large as with uniform sampling.',
        range,
      )
    : msg(
        'The probabilities of its samples are {low} to {high} times as large as with uniform sampling.',
        range,
      );
}
