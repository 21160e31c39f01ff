// SPDX-License-Identifier: MIT
import type { Hyperparameter } from '../../../wasm/types.ts';
import type { Unit } from '../engine/messages.ts';
import { surfaceUnits, units } from '../state/settings.ts';

/** Settings that the page owns and not the engine, declared as the catalog declares its own. */

const amounts = { min: 0, max: 1e9, minOpen: true, maxOpen: false };
const row = { symbol: '', unit: '' };

const spans: Record<Unit, { min: number; max: number }> = {
  steps: { min: 100, max: 20_000 },
  epochs: { min: 1, max: 1000 },
  samples: { min: 1000, max: 200_000 },
};

/** How long the race is. A step and a sample cannot be cut, an epoch can. */
export function amountRow(unit: Unit): Hyperparameter {
  return {
    ...row,
    id: 'amount',
    name: 'Ends after',
    kind: unit === 'epochs' ? 'number' : 'integer',
    default: 2000,
    domain: amounts,
    slider: { ...spans[unit], scale: 'log' },
    doc: 'How far everybody goes; at the end, one click goes on for as long again.',
  };
}

export const unitRow: Hyperparameter = {
  ...row,
  id: 'unit',
  name: 'Counted in',
  kind: 'choice',
  default: 'steps',
  choices: units.map((unit) => ({ id: unit, name: unit })),
  doc: 'Steps: updates of the weights. Epochs: passes over the training data. Samples: all whose loss or gradient was computed, so that whoever asks for more per step gets fewer steps.',
};

/** On a surface an epoch is a step, and a sample an evaluation. */
export const surfaceUnitRow: Hyperparameter = {
  ...unitRow,
  choices: surfaceUnits.map((unit) => ({
    id: unit,
    name: unit === 'samples' ? 'evaluations' : unit,
  })),
  doc: 'Steps: moves of the racers. Evaluations: how often the value, the gradient, or the curvature was computed, so that whoever asks for more per step gets fewer steps.',
};

export const pacingRow: Hyperparameter = {
  ...row,
  id: 'pacing',
  name: 'They run',
  kind: 'choice',
  default: 'lock-step',
  choices: [
    { id: 'lock-step', name: 'in step' },
    { id: 'free', name: 'freely, by time' },
  ],
  doc: 'In step: all are at the same place at any time. Freely: nobody waits for anybody, each goes to the end as fast as it can, and the axis is the time of its own steps. At most as many compute at once as there are cores, less one for the page.',
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
  doc: 'A racer whose test loss comes down to this has arrived and stops there; who needs least for it wins.',
};

export const heightRow: Hyperparameter = {
  ...targetRow,
  name: 'Target height',
  slider: { min: 1e-10, max: 1, scale: 'log' },
  doc: 'A racer that comes down to this height above the lowest minimum has arrived and stops there; who needs least for it wins.',
};

export const precisionRow: Hyperparameter = {
  ...row,
  id: 'precision',
  name: 'Arithmetic',
  kind: 'choice',
  default: 'auto',
  choices: [
    { id: 'auto', name: 'As the race needs' },
    { id: 'float32', name: '32-bit' },
    { id: 'float64', name: '64-bit' },
  ],
  doc: 'How many bits a number has: 32 as in most frameworks (float32), or 64 for twice the digits (float64). A rule that needs 64 bits gives them to all.',
};
