// SPDX-License-Identifier: MIT
import type { Points } from './points.ts';

/** Each is one gesture. */
const mostSteps = 200;

/** The points of a drawing, with undo and redo. What happens between `begin` and `end` is one step. */
export class Drawing {
  points: Points;
  #done: Points[] = [];
  #undone: Points[] = [];
  /** The points before the gesture that is under way. */
  #before: Points | undefined;

  constructor(points: Points = []) {
    this.points = points;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  begin(): void {
    this.#before ??= this.points;
  }

  /** Changes the points, as a step of its own unless a gesture is under way. */
  change(points: Points): void {
    if (points === this.points) return;
    if (!this.#before) this.#push(this.points);
    this.points = points;
  }

  /** Ends a gesture. Returns whether it has changed anything. */
  end(): boolean {
    const before = this.#before;
    this.#before = undefined;
    if (!before || before === this.points) return false;
    this.#push(before);
    return true;
  }

  /** Ends a gesture as if it had not been. */
  cancel(): void {
    this.points = this.#before ?? this.points;
    this.#before = undefined;
  }

  undo(): void {
    this.cancel();
    this.#step(this.#done, this.#undone);
  }

  redo(): void {
    this.cancel();
    this.#step(this.#undone, this.#done);
  }

  #push(before: Points): void {
    this.#done = [...this.#done, before].slice(-mostSteps);
    this.#undone = [];
  }

  #step(from: Points[], to: Points[]): void {
    const points = from.pop();
    if (!points) return;
    to.push(this.points);
    this.points = points;
  }
}
