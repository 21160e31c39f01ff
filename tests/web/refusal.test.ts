// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { refusalText } from '../../web/src/model/refusal.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import { catalog, decode, engines } from './support.ts';

/** The text about the refusal of the only racer of a link. */
function textOf(link: string): string {
  const { settings } = decode(`v=2&${link}`);
  const [racer] = settings.racers;
  if (!racer) throw new Error('Nobody races.');
  const problems = engines.float64.check(runSettings(settings, racer));
  return refusalText(catalog, racer, problems);
}

test.each([
  ['run=newton,clipNorm=1', /^[A-Z][a-z ]+ must be 0 for newton, .*\. It is 1\.$/],
  ['run=gauss-newton', /^Gauss.Newton does not work on this problem: it needs a sum of squares/],
  ['run=aw-sgd,sam', /^Sharpness-aware.* cannot be used here: the optimizer [a-z ]+\.$/],
  [
    'samples=1000000&hidden=5000,5000,5000&run=sgd',
    /^The problem must need at most 192 MB of memory\. It is [0-9]+ MB\.$/,
  ],
])('%s', (link, text) => {
  expect(textOf(link)).toMatch(text);
});
