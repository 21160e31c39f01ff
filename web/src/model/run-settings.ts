// SPDX-License-Identifier: MIT
import type { RunSettings } from '../../../wasm/types.ts';
import { kindOf } from './problem-kinds.ts';
import { engineComponent, type RacerSettings, type Settings } from './settings.ts';

/** The settings of a racer's run for the engine. */
export function runSettings(settings: Settings, racer: RacerSettings): RunSettings {
  return {
    problem: kindOf(settings).forEngine(settings),
    optimizer: {
      ...engineComponent(racer.optimizer),
      wrappers: racer.wrappers.map(engineComponent),
    },
    schedule: engineComponent(racer.schedule),
    ...settings.run,
  };
}
