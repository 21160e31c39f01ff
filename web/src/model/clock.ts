// SPDX-License-Identifier: MIT
import type { Report } from '../../../wasm/types.ts';

/** The unit of a race's clock and budget. */
export type Unit = 'steps' | 'epochs' | 'samples';

/** The position of a racer on the race's clock. */
export function abscissa(report: Report, unit: Unit): number {
  if (unit === 'steps') return report.step;
  return unit === 'epochs' ? report.epoch : report.samplesSeen;
}
