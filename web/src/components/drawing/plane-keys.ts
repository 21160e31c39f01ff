// SPDX-License-Identifier: MIT
import type { Drawing } from '../../data/drawn/drawing.ts';
import { Gesture, type Hand } from '../../data/drawn/gesture.ts';
import {
  mostDrawnClasses,
  mostPoints,
  nearest,
  type Place,
  placed,
  pointAt,
  shifted,
  without,
} from '../../data/drawn/points.ts';
import { msg } from '../../language/message.ts';
import { placeWords, pointsWords } from './words.ts';

/** Hundredths of a unit that an arrow key moves the cursor by, without and with Shift. */
const stride = 5;
const longStride = 25;

/** How near a point must be to be erased or picked up, in hundredths of a unit. */
const reach = 30;

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What keys do on the plane, in the words that a screen reader says. */
export class PlaneKeys {
  cursor: Place = { x: 0, y: 0 };
  /** The move of the point that was picked up. */
  #carried: Gesture | undefined;

  /** Where the point that was picked up is. */
  get held(): Place | undefined {
    return this.#carried && this.cursor;
  }

  /** Returns what to say, or undefined for a key that does nothing. */
  press(event: KeyboardEvent, drawing: Drawing, hand: Hand): string | undefined {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return undefined;
    const way = ways[key];
    if (way) return this.#go(way, shiftKey ? longStride : stride, drawing);
    if (key.toLowerCase() === 'm')
      return this.#carried ? this.#putDown(drawing) : this.#pickUp(drawing, hand);
    if (this.#carried) {
      if (key === 'Enter' || key === ' ') return this.#putDown(drawing);
      return key === 'Escape' ? this.leave(drawing) : undefined;
    }
    if (key === 'Enter' || key === ' ') return this.#place(drawing, hand.kind);
    if (key === 'Delete' || key === 'Backspace') return this.#erase(drawing);
    return undefined;
  }

  /** Puts the point that was picked up back to where it was, if there is one. */
  leave(drawing: Drawing): string {
    if (!this.#carried) return '';
    this.#carried = undefined;
    drawing.cancel();
    return msg('The point is back where it was.');
  }

  #go([dx, dy]: readonly [number, number], by: number, drawing: Drawing): string {
    this.cursor = shifted(this.cursor, by * dx, by * dy);
    this.#carried?.goTo(this.cursor);
    const here = this.#carried ? undefined : pointAt(drawing.points, this.cursor);
    const place = placeWords(this.cursor);
    return here ? msg('{place}, point of class {class}', { place, class: here.class + 1 }) : place;
  }

  #place(drawing: Drawing, kind: number): string {
    const before = drawing.points;
    drawing.change(placed(before, [{ ...this.cursor, class: kind }]));
    if (drawing.points === before && before.length >= mostPoints) return fullWords();
    return msg('Point of class {class} placed at {place}. {points}', {
      class: kind + 1,
      place: placeWords(this.cursor),
      points: pointsWords(drawing.points),
    });
  }

  #erase(drawing: Drawing): string {
    const point = nearest(drawing.points, this.cursor, reach);
    if (!point) return msg('There is no point near the cursor.');
    drawing.change(without(drawing.points, point));
    return msg('Point of class {class} erased at {place}. {points}', {
      class: point.class + 1,
      place: placeWords(point),
      points: pointsWords(drawing.points),
    });
  }

  #pickUp(drawing: Drawing, hand: Hand): string {
    const gesture = new Gesture(drawing, { ...hand, tool: 'move', reach }, this.cursor);
    const { held } = gesture;
    if (!held) {
      drawing.cancel();
      return msg('There is no point near the cursor.');
    }
    this.#carried = gesture;
    this.cursor = held;
    return msg(
      'Point of class {class} picked up at {place}. Arrow keys move it, and M puts it down.',
      {
        class: held.class + 1,
        place: placeWords(held),
      },
    );
  }

  #putDown(drawing: Drawing): string {
    this.#carried?.end();
    this.#carried = undefined;
    return msg('Point put down at {place}. {points}', {
      place: placeWords(this.cursor),
      points: pointsWords(drawing.points),
    });
  }
}

/** The class that a key chooses, or undefined. */
export function classOfKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): number | undefined {
  if (ctrlKey || metaKey || altKey || !/^[1-9]$/.test(key)) return undefined;
  return Number(key) <= mostDrawnClasses ? Number(key) - 1 : undefined;
}

export const fullWords = (): string =>
  msg('There are {most} points, and a link holds no more. Erase some to add others.', {
    most: mostPoints,
  });
