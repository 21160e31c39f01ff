// SPDX-License-Identifier: MIT
import type { Unit } from '../../pictures/network/part.ts';

/**
 * `unit-selected`: the reader chose a unit of a racer's network. `layer` is an index into `run.layers()`, or -1 for the
 * inputs, and `unit` counts from 0. The event bubbles out of all shadow roots.
 */
export type UnitEvent = CustomEvent<Unit & { racer: number }>;

/**
 * `parameter-selected`: the reader chose a weight or a bias. `index` is its place in `run.parameters`, and `racer` the
 * racer's key. The event bubbles out of all shadow roots.
 */
export type ParameterEvent = CustomEvent<{ racer: number; index: number }>;

/** `page`: other units of a layer are to be shown, from `first` on. */
export type PageEvent = CustomEvent<{ layer: number; first: number }>;

export function selectUnit(target: EventTarget, racer: number, { layer, unit }: Unit): void {
  dispatch(target, 'unit-selected', { racer, layer, unit });
}

export function selectParameter(target: EventTarget, racer: number, index: number): void {
  dispatch(target, 'parameter-selected', { racer, index });
}

function dispatch(target: EventTarget, type: string, detail: unknown): void {
  target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
