// SPDX-License-Identifier: MIT
import { changedPaths } from '../model/changed-paths.ts';
import type { Settings, Values } from '../model/settings.ts';

/** A change of the settings. */
interface SettingsChange {
  before: Settings;
  after: Settings;
}

/** A change of a racer's hyperparameters during a race, which the settings do not contain. */
export interface LiveChange {
  key: number;
  before: Values;
  after: Values;
}

type Entry = (SettingsChange | LiveChange) & Moment & { path: string };

/** When a change was made. */
export interface Moment {
  ms: number;
  /** The number of the hold of the pointer in which it was made, or 0. */
  hold: number;
}

/** Without a pointer, changes of the same value within this time count as one, as of a key held down. */
const oneGestureMs = 1000;
const mostEntries = 200;

/** Records changes for undo and redo. Changes of the view are not recorded. */
export class History {
  #done: Entry[] = [];
  #undone: Entry[] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Returns whether the change is one of its own, and does not go on with the last one. */
  record(before: Settings, after: Settings, moment: Moment): boolean {
    const path = changedPaths(setUpOf(before), setUpOf(after)).join();
    if (path === '') return false;
    const last = this.#done.at(-1);
    const goesOn = last && !('key' in last) && isOneGesture(last, { ...moment, path });
    if (goesOn) {
      Object.assign(last, { after, ...moment });
      this.#undone = [];
    } else this.#push({ before, after, path, ...moment });
    return !goesOn;
  }

  recordLive(key: number, before: Values, after: Values, moment: Moment): void {
    const path = `live.${key}.${changedPaths(before, after).join()}`;
    const last = this.#done.at(-1);
    if (last && 'key' in last && isOneGesture(last, { ...moment, path }))
      Object.assign(last, { after, ...moment });
    else this.#push({ key, before, after, path, ...moment });
  }

  /** Drops the changes made during a race. To be called when it restarts. */
  forgetLive(): void {
    this.#done = this.#done.filter((entry) => !('key' in entry));
    this.#undone = this.#undone.filter((entry) => !('key' in entry));
  }

  /** The settings to restore, or the change to revert. Undefined if there is nothing to undo. */
  undo(current: Settings): Settings | LiveChange | undefined {
    const entry = this.#done.pop();
    if (!entry) return undefined;
    this.#undone.push(entry);
    if ('key' in entry) return { key: entry.key, before: entry.after, after: entry.before };
    return seenAs(current, entry.after, entry.before);
  }

  redo(current: Settings): Settings | LiveChange | undefined {
    const entry = this.#undone.pop();
    if (!entry) return undefined;
    this.#done.push(entry);
    if ('key' in entry) return entry;
    return seenAs(current, entry.before, entry.after);
  }

  #push(entry: Entry): void {
    this.#done.push(entry);
    if (this.#done.length > mostEntries) this.#done.shift();
    this.#undone = [];
  }
}

/** Whether the reader made both changes with one drag, or one after another with the keyboard. */
function isOneGesture(last: Moment & { path: string }, next: Moment & { path: string }): boolean {
  if (next.hold !== last.hold) return false;
  return next.hold > 0 || (last.path === next.path && next.ms - last.ms < oneGestureMs);
}

/** The settings `to` with the current view, unless the change itself had changed the view. */
function seenAs({ view }: Settings, from: Settings, to: Settings): Settings {
  return from.view === to.view ? { ...to, view } : to;
}

function setUpOf({ view: _, ...setUp }: Settings): object {
  return setUp;
}
