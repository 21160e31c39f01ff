// SPDX-License-Identifier: MIT
import type { Hyperparameter } from '../../../../wasm/types.ts';
import { msg } from '../../language/message.ts';
import type { Unit } from '../../model/clock.ts';
import { type ProblemKind, unitName } from '../../model/problem-kind.ts';

/** Settings of the page rather than the engine, declared like those of the catalog. */

const amounts = { min: 0, max: 1e9, minOpen: true, maxOpen: false };
const row = { symbol: '', unit: '' };

const spans: Record<Unit, { min: number; max: number }> = {
  steps: { min: 100, max: 20_000 },
  epochs: { min: 1, max: 1000 },
  samples: { min: 1000, max: 200_000 },
};

/** The length of the race. Steps and samples are whole numbers, epochs need not be. */
export function amountRow(unit: Unit): Hyperparameter {
  return {
    ...row,
    id: 'amount',
    name: msg('Ends after'),
    kind: unit === 'epochs' ? 'number' : 'integer',
    default: 2000,
    domain: amounts,
    slider: { ...spans[unit], scale: 'log' },
    doc: msg('How long the race lasts. Continue runs it for the same length again.'),
  };
}

/** The unit of the race's length. */
export const unitRow = (kind: ProblemKind): Hyperparameter => ({
  ...row,
  id: 'unit',
  name: msg('Counted in'),
  kind: 'choice',
  default: 'steps',
  choices: kind.units.map((unit) => ({ id: unit, name: unitName(kind, unit) })),
  doc: msg(kind.unitDoc),
});

export const pacingRow = (): Hyperparameter => ({
  ...row,
  id: 'pacing',
  name: msg('Pace'),
  kind: 'choice',
  default: 'lock-step',
  choices: [
    { id: 'lock-step', name: msg('step by step') },
    { id: 'free', name: msg('each at its own speed') },
  ],
  doc: msg(
    'Step by step, all racers are always at the same step. At its own speed, each runs as fast as this device allows, and the chart shows its computing time.',
  ),
});

export const targetRow = ({ target: { name, least, doc } }: ProblemKind): Hyperparameter => ({
  ...row,
  id: 'target',
  name: msg(name),
  kind: 'number',
  default: 'none',
  domain: amounts,
  slider: { min: least, max: 1, scale: 'log' },
  choices: [{ id: 'none', name: msg('none') }],
  doc: msg(doc),
});

export const precisionRow = (): Hyperparameter => ({
  ...row,
  id: 'precision',
  name: msg('Arithmetic'),
  kind: 'choice',
  default: 'auto',
  choices: [
    { id: 'auto', name: msg('Automatic') },
    { id: 'float32', name: msg('32-bit') },
    { id: 'float64', name: msg('64-bit') },
  ],
  doc: msg(
    'How precisely numbers are stored: 32 bits as in most frameworks, or 64 for twice the digits. If one optimizer needs 64-bit numbers, all racers use them.',
  ),
});
