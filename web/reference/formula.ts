// SPDX-License-Identifier: MIT
import temml from 'temml';

/** TeX as MathML, one block for each assignment, so it also fits a narrow screen. */
export function mathml(tex: string): string {
  return tex
    .split('\\qquad')
    .map((line) => temml.renderToString(line, { displayMode: true, throwOnError: true }))
    .join('');
}
