// SPDX-License-Identifier: MIT
import { dab } from './brush.ts';
import type { Drawing } from './drawing.ts';
import { type DrawnPoint, erased, moved, nearest, type Place, placed } from './points.ts';

export type Tool = 'add' | 'paint' | 'move' | 'erase';

/** What a gesture is made with. */
export interface Hand {
  tool: Tool;
  /** The class of new points. */
  kind: number;
  /** The radius of the brush, in hundredths of a unit. */
  radius: number;
  /** How far from a point it can be picked up, in hundredths of a unit. */
  reach: number;
}

/** A press on the plane, the way to its release, and what it does to a drawing. It is one step for undo. */
export class Gesture {
  /** The point that goes where the gesture goes, if there is one. */
  readonly held: DrawnPoint | undefined;
  readonly #drawing: Drawing;
  readonly #hand: Hand;
  #at: Place;

  constructor(drawing: Drawing, hand: Hand, at: Place) {
    this.#drawing = drawing;
    this.#hand = hand;
    this.#at = at;
    this.#before = drawing.points;
    if (hand.tool === 'move') this.held = nearest(drawing.points, at, hand.reach);
    drawing.begin();
    if (hand.tool !== 'move') this.#touch(at);
  }

  /** Points that are passed on the way stay, so what is added or moved is put into these. */
  readonly #before: Drawing['points'];

  goTo(to: Place): void {
    const { tool, radius } = this.#hand;
    const from = this.#at;
    if (to.x === from.x && to.y === from.y) return;
    this.#at = to;
    // The circles of a stroke overlap, however fast the pointer is.
    const isStroke = tool === 'paint' || tool === 'erase';
    const stops = isStroke ? Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / radius) : 1;
    for (let stop = 1; stop <= stops; stop++)
      this.#touch({
        x: from.x + ((to.x - from.x) * stop) / stops,
        y: from.y + ((to.y - from.y) * stop) / stops,
      });
  }

  /** Returns whether it has changed anything. */
  end(): boolean {
    return this.#drawing.end();
  }

  #touch(at: Place): void {
    const { tool, kind, radius } = this.#hand;
    const drawing = this.#drawing;
    if (tool === 'add') drawing.change(placed(this.#before, [{ ...at, class: kind }]));
    else if (tool === 'erase') drawing.change(erased(drawing.points, at, radius));
    else if (tool === 'paint')
      drawing.change(placed(drawing.points, dab(drawing.points, at, radius, kind)));
    else if (this.held) drawing.change(moved(this.#before, this.held, at));
  }
}
