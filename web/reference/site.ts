// SPDX-License-Identifier: MIT
import type { Engine } from '../../wasm/types.ts';
import { componentsPage, entriesOf, type Shelf } from './components-page.ts';
import { indexPage } from './index-page.ts';
import type { Measurements } from './measured.ts';
import type { Page } from './page.ts';
import { rulePage } from './rule-page.ts';

/** All kinds of components except optimizers, which have a page each. */
export const shelves: readonly Shelf[] = [
  {
    kind: 'datasets',
    title: 'Data sets',
    lead: 'Samples for a network to learn: classes in a plane, curves, and images of digits.',
  },
  {
    kind: 'surfaces',
    title: 'Surfaces',
    lead: 'Functions of two parameters, on which you can see every step of an optimizer.',
  },
  {
    kind: 'schedules',
    title: 'Learning-rate schedules',
    lead: 'How the learning rate changes during a race.',
  },
  {
    kind: 'wrappers',
    title: 'Wrappers',
    lead: 'Additions that change the steps of an optimizer.',
  },
  {
    kind: 'activations',
    title: 'Activations',
    lead: 'The nonlinearity of every hidden unit.',
  },
  {
    kind: 'losses',
    title: 'Losses',
    lead: 'What the racers minimize.',
  },
  {
    kind: 'initializers',
    title: 'Initial weights',
    lead: 'How the weights are drawn before the first step.',
  },
  {
    kind: 'instruments',
    title: 'Instruments',
    lead: 'Charts of what happens inside a racer, beside its loss.',
  },
];

/** All pages of the reference. */
export function referencePages(engine: Engine, measurements: Measurements): Page[] {
  const { catalog } = engine;
  const filled = shelves.filter((shelf) => entriesOf(catalog, shelf).length > 0);
  return [
    indexPage(catalog, filled),
    ...catalog.optimizers.map((entry) => rulePage(engine, entry, measurements)),
    ...filled.map((shelf) => componentsPage(engine, shelf, measurements)),
  ];
}
