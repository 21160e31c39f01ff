// SPDX-License-Identifier: MIT
import { marked } from '../language/message.ts';
import { changedPaths } from './changed-paths.ts';
import type { ProblemKind } from './problem-kind.ts';
import { engineComponent, type Settings, type SurfaceSettings } from './settings.ts';
import { knownSurface } from './surface.ts';

const evaluations = marked('evaluations');

/** A surface of two parameters. Every step is an epoch, and every sample an evaluation. */
export const surfaceProblem: ProblemKind = {
  id: 'surface',
  name: marked('Surface'),
  noun: 'surface',
  precision: 'float64',
  units: ['steps', 'samples'],
  unitDoc: marked(
    'A step is one move of every racer. Evaluations: every value, gradient or curvature counts, so costly methods get fewer steps.',
  ),
  axes: ['steps', 'samples', 'time'],
  samples: {
    name: evaluations,
    title: evaluations,
    doc: marked('How often the value, the gradient or the curvature was computed'),
  },
  losses: { testLoss: marked('Value'), trainLoss: marked('Value') },
  // There is no test split, so the only loss is the value.
  shows: [
    ['auto', marked('value')],
    ['rate', marked('learning rate')],
  ],
  target: {
    loss: 'trainLoss',
    name: marked('Target height'),
    least: 1e-10,
    doc: marked(
      'A racer stops when it is this close to the height of the lowest minimum. The first to get there wins.',
    ),
  },
  draws: () => [
    {
      seed: 'run',
      name: marked('New noise'),
      doc: marked('New random numbers for the gradient noise and for rules that use chance.'),
    },
  ],
  otherRuns: marked('races with other random numbers'),
  learns: false,
  onPlane: true,
  identity: (settings) => `surface ${of(settings).id}`,
  summary: (catalog, settings) => knownSurface(catalog, of(settings))?.entry.name ?? '',
  forEngine: (settings) => {
    const { start, descent, ...surface } = of(settings);
    return { surface: engineComponent(surface), start: [...start], ...descent };
  },
  sameMeasure: (_, a, b) =>
    of(a).id === of(b).id && changedPaths(of(a).values, of(b).values).length === 0,
  floor: (catalog, settings) => knownSurface(catalog, of(settings))?.floor,
};

/** The surface of a race on one. */
function of({ surface }: Settings): SurfaceSettings {
  if (!surface) throw new Error('The race is not on a surface.');
  return surface;
}
