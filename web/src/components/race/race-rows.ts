// SPDX-License-Identifier: MIT
import type { Hyperparameter } from '../../../../wasm/types.ts';
import type { Unit } from '../../model/clock.ts';
import { surfaceUnits, units } from '../../model/settings.ts';

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
    name: 'Ends after',
    kind: unit === 'epochs' ? 'number' : 'integer',
    default: 2000,
    domain: amounts,
    slider: { ...spans[unit], scale: 'log' },
    doc: 'How long the race lasts. Continue runs it for the same length again.',
  };
}

export const unitRow: Hyperparameter = {
  ...row,
  id: 'unit',
  name: 'Counted in',
  kind: 'choice',
  default: 'steps',
  choices: units.map((unit) => ({ id: unit, name: unit })),
  doc: 'A step is one update of the weights. An epoch is one pass over the training data. Samples: every loss or gradient evaluation counts, so costly methods get fewer steps.',
};

/** The units on a surface, where an epoch is a step and a sample an evaluation. */
export const surfaceUnitRow: Hyperparameter = {
  ...unitRow,
  choices: surfaceUnits.map((unit) => ({
    id: unit,
    name: unit === 'samples' ? 'evaluations' : unit,
  })),
  doc: 'A step is one move of every racer. Evaluations: every value, gradient or curvature counts, so costly methods get fewer steps.',
};

export const pacingRow: Hyperparameter = {
  ...row,
  id: 'pacing',
  name: 'Pace',
  kind: 'choice',
  default: 'lock-step',
  choices: [
    { id: 'lock-step', name: 'step by step' },
    { id: 'free', name: 'each at its own speed' },
  ],
  doc: 'Step by step, all racers are always at the same step. At its own speed, each runs as fast as this device allows, and the chart shows its computing time.',
};

export const targetRow: Hyperparameter = {
  ...row,
  id: 'target',
  name: 'Target test loss',
  kind: 'number',
  default: 'none',
  domain: amounts,
  slider: { min: 1e-4, max: 1, scale: 'log' },
  choices: [{ id: 'none', name: 'none' }],
  doc: 'A racer stops when its test loss reaches this value. The first to get there wins.',
};

export const heightRow: Hyperparameter = {
  ...targetRow,
  name: 'Target height',
  slider: { min: 1e-10, max: 1, scale: 'log' },
  doc: 'A racer stops when it is this close to the height of the lowest minimum. The first to get there wins.',
};

export const precisionRow: Hyperparameter = {
  ...row,
  id: 'precision',
  name: 'Arithmetic',
  kind: 'choice',
  default: 'auto',
  choices: [
    { id: 'auto', name: 'Automatic' },
    { id: 'float32', name: '32-bit' },
    { id: 'float64', name: '64-bit' },
  ],
  doc: 'How precisely numbers are stored: 32 bits as in most frameworks, or 64 for twice the digits. If one optimizer needs 64-bit numbers, all racers use them.',
};
