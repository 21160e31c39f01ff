// SPDX-License-Identifier: MIT
import { grouped, oneDecimal, threeDigits } from '../format/number.ts';
import { msg } from '../language/message.ts';
import { axisColumns } from '../race/curve-store.ts';
import type { Race } from '../race/race.ts';
import type { Racer } from '../race/racer.ts';
import type { Axis, Settings } from '../model/settings.ts';
import { axisTitle, lossView } from './loss-view.ts';
import { racerStyle } from './racer-style.ts';
import { drawnLoss, type Point } from './series.ts';

/** A race with its settings, and the names of its racers by key. */
interface NamedRace {
  readonly race: Race;
  readonly settings: Settings;
  readonly names: ReadonlyMap<number, string>;
}

/** The values of all racers at one abscissa, best first. */
export interface Reading {
  x: number;
  title: string;
  rows: { slot: number; colour: string; name: string; point: Point }[];
}

/** Reads each racer's last record at or before `x`. Racers without one are not listed. */
export function readingAt(named: NamedRace, x: number): Reading {
  const { race, settings } = named;
  const { axis } = settings.view;
  const rows = rowsAt(named, race.racers, ({ curve }) => curve.rowAt(axisColumns[axis], x));
  const at = Math.max(0, ...rows.map(({ point }) => point.x));
  return { x: at, title: abscissaText(race, axis, at), rows };
}

/** Reads the moment of the past that the page shows, or undefined in the present. */
export function readingOfPast(named: NamedRace): Reading | undefined {
  const { race, settings } = named;
  if (race.moment === undefined) return undefined;
  const { unit } = settings.budget;
  const rows = rowsAt(named, race.shown, ({ curve }) => curve.length - 1);
  const x =
    settings.view.axis === unit ? race.moment : Math.max(0, ...rows.map(({ point }) => point.x));
  return { x, title: abscissaText(race, unit, race.moment), rows };
}

function rowsAt(
  { race, settings, names }: NamedRace,
  racers: readonly Racer[],
  recordOf: (racer: Racer) => number,
): Reading['rows'] {
  const column = axisColumns[settings.view.axis];
  const view = lossView(race, settings.view);
  const rows = racers.flatMap((racer) => {
    const {
      key,
      curve,
      settings: { slot },
    } = racer;
    const record = recordOf(racer);
    const y = curve.at(view.main, record);
    if (!Number.isFinite(y)) return [];
    const point = { x: curve.at(column, record), y: drawnLoss(y, view) };
    return [{ slot, colour: racerStyle(slot).colour, name: names.get(key) ?? '', point }];
  });
  return rows.sort((a, b) => a.point.y - b.point.y);
}

/** The abscissas that the arrow keys go through: those of the racer with the most records. */
export function abscissasOf({ race, settings }: NamedRace): Float64Array {
  const longest = race.racers.reduce<(typeof race.racers)[number] | undefined>(
    (best, racer) => (racer.curve.length > (best?.curve.length ?? 0) ? racer : best),
    undefined,
  );
  return longest?.curve.column(axisColumns[settings.view.axis]) ?? new Float64Array();
}

/** An abscissa with its unit, such as `step 1,200` or `epoch 4.8`. */
export function abscissaText(race: Race, axis: Axis, x: number): string {
  if (axis === 'steps') return msg('step {n}', { n: grouped(x) });
  if (axis === 'epochs') return msg('epoch {n}', { n: oneDecimal(x) });
  return axis === 'samples' ? `${grouped(x)} ${axisTitle(race, axis)}` : `${threeDigits(x)} ms`;
}
