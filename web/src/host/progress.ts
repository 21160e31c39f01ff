// SPDX-License-Identifier: MIT
import type { Playground } from '../playground/playground.ts';
import type { Racer } from '../race/racer.ts';
import type { Moment, RacerCurve, RacerProgress } from './protocol.ts';
import { shownStep } from './seeker.ts';

export function momentOf({ race }: Playground): Moment {
  return { step: shownStep(race), race: race.state };
}

/** The racers as the page shows them. For one that the engine refused, that is the racer before it, which is no news. */
const told = ({ race }: Playground): readonly Racer[] =>
  race.shown.map((racer) => race.refused.find(({ key }) => key === racer.key) ?? racer);

/** Where the racers are. */
export function progressOf(playground: Playground): RacerProgress[] {
  return told(playground).map((racer) => {
    const { curve } = racer;
    return {
      ...whoIs(playground, racer),
      status: racer.status,
      step: curve.length > 0 ? curve.last('step') : 0,
      loss: orNull(curve.last('trainLoss')),
      testLoss: orNull(curve.last('testLoss')),
    };
  });
}

export function curvesOf(playground: Playground): RacerCurve[] {
  return told(playground).map((racer) => {
    const column = (name: Parameters<typeof racer.curve.column>[0]) =>
      Array.from(racer.curve.column(name), orNull);
    return {
      ...whoIs(playground, racer),
      status: racer.status,
      step: column('step'),
      epoch: column('epoch'),
      samplesSeen: column('samplesSeen'),
      trainLoss: column('trainLoss'),
      testLoss: column('testLoss'),
      learningRate: column('learningRate'),
    };
  });
}

export function whoIs({ settings, names }: Playground, { key, settings: racer }: Racer) {
  return {
    run: settings.racers.findIndex((one) => one.key === key) + 1,
    optimizer: racer.optimizer.id,
    name: names.get(key) ?? racer.optimizer.id,
  };
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
