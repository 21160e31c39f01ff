// SPDX-License-Identifier: MIT
import type { Engine } from '../../wasm/types.ts';
import { componentsPage } from './components-page.ts';
import { indexPage } from './index-page.ts';
import type { Measurements } from './measured.ts';
import type { Page } from './page.ts';
import { rulePage } from './rule-page.ts';

const shelves = [
  { kind: 'schedules', lead: 'How the learning rate changes over a race.' },
  { kind: 'wrappers', lead: 'What goes around an optimizer and changes its steps.' },
  { kind: 'surfaces', lead: 'Functions of two parameters, on which every step can be seen.' },
] as const;

/** Every page of the reference. */
export function referencePages(engine: Engine, measurements: Measurements): Page[] {
  const { catalog } = engine;
  const others = shelves
    .filter(({ kind }) => catalog[kind].length > 0)
    .map(({ kind, lead }) => componentsPage(kind, lead, catalog[kind], measurements));
  const rules = catalog.optimizers.map((entry) => rulePage(engine, entry, measurements));
  return [indexPage(catalog, others), ...rules, ...others];
}
