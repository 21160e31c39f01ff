// SPDX-License-Identifier: MIT
/** The deferred module: what a first visit does not need at the start: catalog, links, examples, lessons, and answers. */
export { default as catalog } from 'fall-line/catalog';
export { examples } from '../examples/examples.ts';
export { stepOf, steps } from '../lessons/lessons.ts';
export { withLayersAsNamed } from '../model/hidden-activations.ts';
export { decodeLink } from '../model/links/decode.ts';
export { version } from '../model/links/defaults.ts';
export { encodeLink } from '../model/links/encode.ts';
export { problemLinks } from '../model/links/problem-links.ts';
export { Answers } from '../race/answers.ts';
export { bringData } from './bring-data.ts';
export { withAnotherRacer } from './another-racer.ts';
export { awaitsPrediction } from './lesson-race.ts';
export { tellRefusals } from './refusals.ts';
export { fresh, withSuitedRates } from './suited-rates.ts';
