// SPDX-License-Identifier: MIT
/** Points that the reader draws on the plane from -1 to 1, and what tools do to them. */

/** Places are whole numbers of these parts of a unit, so links are short and give the same bits. */
export const perUnit = 100;
/** The most points. So many fit into a link of less than 2,000 characters, wherever they are. */
export const mostPoints = 400;
export const mostDrawnClasses = 6;

/** A place in hundredths of a unit, from -100 to 100. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface DrawnPoint extends Place {
  /** From 0 on. */
  readonly class: number;
}

/** Points in the order in which they were drawn. There is at most one at a place. */
export type Points = readonly DrawnPoint[];

/** The place next to a position in units of the plane. */
export function placeAt(x: number, y: number): Place {
  return { x: onGrid(x * perUnit), y: onGrid(y * perUnit) };
}

/** The place moved by hundredths, but not off the plane. */
export const shifted = ({ x, y }: Place, dx: number, dy: number): Place => ({
  x: onGrid(x + dx),
  y: onGrid(y + dy),
});

// Plus 0, because -0 has other bits.
const onGrid = (value: number): number =>
  Math.min(perUnit, Math.max(-perUnit, Math.round(value))) + 0;

const isAt = (a: Place, b: Place): boolean => a.x === b.x && a.y === b.y;

/** Squared, in hundredths. */
const distance = (a: Place, b: Place): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;

export const pointAt = (points: Points, at: Place): DrawnPoint | undefined =>
  points.find((point) => isAt(point, at));

/** Adds points as long as there is room. A point that is already at a place changes its class. */
export function placed(points: Points, added: Points): Points {
  let now = points;
  for (const point of added) {
    const known = pointAt(now, point);
    if (known?.class === point.class) continue;
    if (known) now = now.map((one) => (one === known ? point : one));
    else if (now.length < mostPoints) now = [...now, point];
  }
  return now;
}

/** The nearest point within a radius in hundredths. */
export function nearest(points: Points, to: Place, radius: number): DrawnPoint | undefined {
  const [first] = points
    .filter((point) => distance(point, to) <= radius * radius)
    .sort((a, b) => distance(a, to) - distance(b, to));
  return first;
}

/** Moves a point. One that was at the place already gives way. */
export function moved(points: Points, point: DrawnPoint, to: Place): Points {
  if (isAt(point, to) || !points.includes(point)) return points;
  return points
    .filter((one) => one === point || !isAt(one, to))
    .map((one) => (one === point ? { ...to, class: point.class } : one));
}

/** Erases all points within a radius in hundredths. */
export function erased(points: Points, around: Place, radius: number): Points {
  const left = points.filter((point) => distance(point, around) > radius * radius);
  return left.length < points.length ? left : points;
}

export const without = (points: Points, point: DrawnPoint): Points =>
  points.filter((one) => one !== point);

/** The number of points of each class. */
export const countsOf = (points: Points): number[] =>
  Array.from(
    { length: mostDrawnClasses },
    (_, k) => points.filter((point) => point.class === k).length,
  );
