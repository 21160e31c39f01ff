// SPDX-License-Identifier: MIT
/** What a screen reader hears of a drawing. */
import { perUnit, type Place, type Points } from '../../data/drawn/points.ts';
import { plain } from '../../format/number.ts';
import { current } from '../../language/current.ts';
import { plural } from '../../language/message.ts';

/** A place, such as `0.25, -0.4`. Beside decimal commas, a semicolon separates. */
export const placeWords = ({ x, y }: Place): string =>
  [x, y].map((one) => plain(one / perUnit)).join(current().decimal === ',' ? '; ' : ', ');

export const pointsWords = (points: Points): string =>
  plural(points.length, '{n} point.', '{n} points.');
