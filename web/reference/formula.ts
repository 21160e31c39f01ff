// SPDX-License-Identifier: MIT
import temml from 'temml';
import type { FillableFormula } from '../src/catalog/quantity.ts';
import { type Assignment, assignments } from './symbols.ts';
import type { OptimizerEntry } from '../../wasm/types.ts';

/** TeX as MathML, one block for each assignment, so it also fits a narrow screen. */
export function mathml(tex: string): string {
  return tex
    .split('\\qquad')
    .map((line) => temml.renderToString(line, { displayMode: true, throwOnError: true }))
    .join('');
}

/** The formula of a rule for a page that fills in the numbers of a step. */
export const fillable = (entry: OptimizerEntry): FillableFormula[] =>
  assignments(entry).map((line) => {
    const quantities = line.flatMap(({ quantity }) => quantity ?? []);
    const tex = withClasses(line);
    return {
      mathml: temml.renderToString(tex, { displayMode: true, throwOnError: true, trust: true }),
      quantities,
    };
  });

/** Numbers side by side need a sign between them, where symbols need none. */
function withClasses(line: Assignment): string {
  let count = 0;
  let ended = false;
  let raised = false;
  return line
    .map(({ tex, quantity }) => {
      if (/^(\s|\\[,!;])$/.test(tex)) return tex;
      const starts =
        quantity !== undefined ||
        /^(\(|\\left|\\bigl|\\frac|\\sqrt|\\max|\\operatorname.*)$/.test(tex);
      const times = starts && ended && !raised ? '\\cdot ' : '';
      raised = tex === '^';
      ended = quantity !== undefined || /^[)}0-9]$/.test(tex);
      return quantity ? `${times}{\\class{q${count++}}{${tex}}}` : times + tex;
    })
    .join('');
}
