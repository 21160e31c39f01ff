// SPDX-License-Identifier: MIT
import type { MarkKind } from '../../../../wasm/types.ts';
import { racerStyle } from '../../chart/racer-style.ts';
import type { ColourOf } from '../draw-paths.ts';
import type { Window } from '../window.ts';
import { drawArrow } from './arrow.ts';
import { drawBox } from './box.ts';
import { drawCircle } from './circle.ts';
import { drawCurvature } from './curvature.ts';
import type { Label } from './draw-labels.ts';
import { drawMembers } from './members.ts';
import { Pen } from './pen.ts';
import { drawPoint } from './point.ts';
import type { RuleMarks, ShownMark } from './rule-marks.ts';
import { drawSpread } from './spread.ts';
import { drawTrials } from './trials.ts';

type Draw = (pen: Pen, shown: ShownMark) => void;

const drawings: Record<MarkKind, Draw | undefined> = {
  arrow: drawArrow,
  point: drawPoint,
  trials: drawTrials,
  circle: drawCircle,
  curvature: drawCurvature,
  spread: drawSpread,
  box: drawBox,
  members: drawMembers,
  // It is read below the picture.
  number: undefined,
};

/** The order of drawing: areas, lines, points. */
const layers: readonly MarkKind[] = [
  'spread',
  'box',
  'curvature',
  'circle',
  'members',
  'arrow',
  'trials',
  'point',
];

/** Draws the marks of a racer's rule in the racer's colour. Returns the labels, to be drawn after everything else. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  window: Window,
  { slot, marks }: RuleMarks,
  colour: ColourOf,
): Label[] {
  const pen = new Pen(context, window, {
    racer: colour(racerStyle(slot).colour),
    ground: colour('--card'),
  });
  for (const kind of layers)
    for (const shown of marks) if (shown.entry.kind === kind) drawings[kind]?.(pen, shown);
  return pen.labels;
}
