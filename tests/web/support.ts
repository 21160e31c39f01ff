// SPDX-License-Identifier: MIT
import { readFile } from 'node:fs/promises';
import { loadEngine, type Precision } from 'fall-line/engine';
import type { Parts } from '../../web/src/engine/module.ts';
import { decodeLink } from '../../web/src/model/links/decode.ts';
import { encodeLink } from '../../web/src/model/links/encode.ts';
import { precisionOf } from '../../web/src/model/precision.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import type { Settings } from '../../web/src/model/settings.ts';

export const engines = {
  float32: await loadEngine(),
  float64: await loadEngine({ precision: 'float64' }),
};
export const { catalog } = engines.float32;

/** The compiled parts of the page's engine in a precision. */
export async function partsOf(precision: Precision): Promise<Parts> {
  const part = async (name: string) =>
    WebAssembly.compile(await readFile(`build/wasm/engine-${precision}.${name}.wasm`));
  return { first: await part('first'), rest: await part('rest') };
}

export const decode = (link: string) => decodeLink(catalog, link);
export const encode = (settings: Settings) => encodeLink(catalog, settings);

/**
 * What the engine refuses in a decoded link, except what decoding can't know: sizes, which rule or batch fits
 * a problem, and numbers too large for the precision, which other racers decide.
 */
export function refusedBesideSizes(link: string): string[] {
  const { settings } = decode(link);
  // Racers that are switched off are checked too.
  const racers = settings.racers.map((racer) => ({ ...racer, on: true }));
  const engine = engines[precisionOf(catalog, { ...settings, racers })];
  const refusals = racers.flatMap((racer) => engine.check(runSettings(settings, racer)));
  return refusals
    .filter(
      ({ code, message, rule }) =>
        code !== 'too-narrow' &&
        !/ MB of memory/.test(message) &&
        !/ for this problem: | for batch normalization$|^must be (0|constant) for |^must be a wrapper that /.test(
          rule,
        ),
    )
    .map(({ message }) => message);
}

/** Numbers in [0, 1), the same each time. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
