// SPDX-License-Identifier: MIT
import { marked } from '../language/message.ts';

/** A real data set that comes with the page. plugins/real-data.ts takes it out of an npm package. */
export interface RealSet {
  id: string;
  name: string;
  summary: string;
  guide: { idea: string; use: string; pitfalls: string };
  source: { text: string; url: string };
  licence: { name: string; url: string };
}

const attribution = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
const publicDomain = {
  name: 'CC0 1.0',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
};

export const realSets: readonly RealSet[] = [
  {
    id: 'iris',
    name: marked('Iris flowers'),
    summary: marked('Length and width of the sepals and petals of 150 iris flowers of 3 species.'),
    guide: {
      idea: marked('One species differs clearly from the other two, and those two overlap.'),
      use: marked(
        'Compare optimizers on a small table of numbers, and watch the border between two classes.',
      ),
      pitfalls: marked(
        'The test part has few flowers of each species, so the test loss depends on the split. Compare several split seeds.',
      ),
    },
    source: { text: 'R. A. Fisher (1936)', url: 'https://doi.org/10.24432/C56C76' },
    licence: attribution,
  },
  {
    id: 'penguins',
    name: marked('Palmer penguins'),
    summary: marked('Body measures, sex and island of 333 penguins of 3 species in Antarctica.'),
    guide: {
      idea: marked(
        'The inputs mix numbers with categories. Each island becomes an input of its own, which is 0 or 1, and the sex becomes one more.',
      ),
      use: marked(
        'See why inputs are standardized: body masses are in thousands of grams, and bills in tens of millimetres.',
      ),
      pitfalls: marked(
        'Rows with missing cells are left out. Penguins of unknown sex or size are therefore not in the data.',
      ),
    },
    source: {
      text: 'K. B. Gorman, T. D. Williams, W. R. Fraser (2014)',
      url: 'https://doi.org/10.1371/journal.pone.0090081',
    },
    licence: publicDomain,
  },
  {
    id: 'wine',
    name: marked('Wines'),
    summary: marked('13 chemical measures of 178 Italian wines from 3 grape varieties.'),
    guide: {
      idea: marked(
        'The measures have very different scales: proline reaches 1,680, and the hue stays below 2.',
      ),
      use: marked('Compare first-order and second-order methods on more inputs than a plane has.'),
      pitfalls: marked(
        'There are few rows for 13 inputs. Watch for overfitting: the training loss falls while the test loss rises.',
      ),
    },
    source: { text: 'S. Aeberhard, M. Forina (1991)', url: 'https://doi.org/10.24432/C5PC7J' },
    licence: attribution,
  },
  {
    id: 'cars',
    name: marked('Fuel economy of cars'),
    summary: marked('Miles per gallon of 392 cars of the years 1970 to 1982, from 6 measures.'),
    guide: {
      idea: marked(
        'Heavy and powerful cars go fewer miles per gallon, and newer ones more. The relation is curved.',
      ),
      use: marked('Try regression on real data, and compare squared, absolute and Huber loss.'),
      pitfalls: marked(
        'Weight, displacement and power rise together. The loss then has a long narrow valley, in which plain gradient descent is slow.',
      ),
    },
    source: { text: 'E. Ramos, D. Donoho (1983)', url: 'https://doi.org/10.24432/C5859H' },
    licence: attribution,
  },
  {
    id: 'handwritten-digits',
    name: marked('Handwritten digits'),
    summary: marked('1,797 handwritten digits as images of 8 × 8 pixels.'),
    guide: {
      idea: marked(
        'Stroke, slant and size differ from writer to writer, unlike those of the generated digits.',
      ),
      use: marked('Compare optimizers on real images.'),
      pitfalls: marked(
        'The same people wrote the digits of both parts. The accuracy says little about other writers.',
      ),
    },
    source: { text: 'E. Alpaydin, C. Kaynak (1998)', url: 'https://doi.org/10.24432/C50P49' },
    licence: attribution,
  },
];

/** The samples of a real data set, as the build writes them. */
export interface RealSamples {
  inputNames: string[];
  targetName: string;
  classNames: string[];
  shape: { channels: number; height: number; width: number };
  /** One row after another. Images have a letter for each pixel: `a` for 0, `b` for 1. */
  inputs: number[] | string;
  targets: number[];
}

const loads: Readonly<Record<string, () => Promise<{ default: RealSamples }>>> = {
  iris: () => import('virtual:real-data/iris'),
  penguins: () => import('virtual:real-data/penguins'),
  wine: () => import('virtual:real-data/wine'),
  cars: () => import('virtual:real-data/cars'),
  'handwritten-digits': () => import('virtual:real-data/handwritten-digits'),
};

/** Loads the samples of a data set. Rejects if they are out of reach. */
export async function loadReal(id: string): Promise<RealSamples> {
  const load = loads[id];
  if (!load) throw new Error(`No real data set has the id ${id}.`);
  return (await load()).default;
}
