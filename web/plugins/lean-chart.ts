// SPDX-License-Identifier: MIT
import type { Plugin } from 'vite';

/** What our charts never use, though a bundler can't see that: they are neither animated nor do they listen. */
const unused: readonly { file: RegExp; part: RegExp; instead: string }[] = [
  {
    file: /chart\.js\/dist\/chunks\/index\.js$/,
    part: /const effects = \{\n {4}linear: [^]*?\n\};/,
    instead: 'const effects = { linear: (t) => t };',
  },
  {
    file: /chart\.js\/dist\/chart\.js$/,
    part: /var Interaction = \{[^]*?\n\};/,
    instead: 'var Interaction = { modes: {} };',
  },
];

/** Leaves parts of Chart.js out of a first visit. */
export const leanChart = (): Plugin => ({
  name: 'fall-line:lean-chart',
  transform(code, id) {
    const [cut] = unused.filter(({ file }) => file.test(id));
    if (!cut) return undefined;
    if (!cut.part.test(code))
      throw new Error(
        `${id} has no ${cut.part}. See what this Chart.js has instead, and adapt plugins/lean-chart.ts.`,
      );
    return code.replace(cut.part, cut.instead);
  },
});
