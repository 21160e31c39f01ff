// SPDX-License-Identifier: MIT
import { type DrawnPoint, type Place, placeAt, perUnit, type Points } from './points.ts';

/** The radii of brushes in hundredths of a unit. */
export const brushRadius = { least: 5, most: 50, usual: 18 };

/** Points that one dab tries to place. With more, a slow stroke and a fast one would look alike. */
const tries = 3;

/** How near painted points may be to others, as a share of the radius. So painting again adds little. */
const spacing = 0.3;
const leastSpacing = 4;

/** Points to add for a dab of the brush: at random in its circle, but not crowded. */
export function dab(
  points: Points,
  around: Place,
  radius: number,
  kind: number,
  random = Math.random,
): DrawnPoint[] {
  const apart = Math.max(leastSpacing, spacing * radius);
  const added: DrawnPoint[] = [];
  for (let attempt = 0; attempt < tries; attempt++) {
    const [x, y] = inCircle(random);
    const place = placeAt((around.x + radius * x) / perUnit, (around.y + radius * y) / perUnit);
    const isFree = [...points, ...added].every(
      (point) => Math.hypot(point.x - place.x, point.y - place.y) >= apart,
    );
    if (isFree) added.push({ ...place, class: kind });
  }
  return added;
}

/** Evenly distributed in the unit circle. */
function inCircle(random: () => number): [number, number] {
  for (;;) {
    const [x, y] = [2 * random() - 1, 2 * random() - 1];
    if (x * x + y * y <= 1) return [x, y];
  }
}
