// SPDX-License-Identifier: MIT
import { hash } from '../engine/bits.ts';
import type { Racer } from './racer.ts';

/**
 * A hash of all bits of a racer's result: its curve and its parameters at the last record. Every browser
 * computes the same. Undefined if its engine is gone.
 */
export async function resultHash(racer: Racer): Promise<string | undefined> {
  const { client, curve, run } = racer;
  if (!client || curve.length === 0) return undefined;
  const [trainLoss, testLoss] = [
    curve.column('trainLoss').slice(),
    curve.column('testLoss').slice(),
  ];
  try {
    // A racer at the target may have gone on by some steps, but not in its curve.
    const parameters =
      racer.status === 'reached'
        ? await client.askPast(run, { unit: 'steps', at: curve.last('step') }, 'parameters')
        : await client.askRun(run, 'parameters');
    return hash({ trainLoss, testLoss, parameters });
  } catch {
    return undefined;
  }
}
