// SPDX-License-Identifier: MIT
/**
 * The messages between a frame and the page around it, version 1. `.github/EMBEDDING.md` explains them. A
 * message is `{ns, v, type, ...}`. All values are JSON.
 */

export const ns = 'fall-line';
export const v = 1;

/** A value of a setting, as a change gives it. `null` stands for the default, or removes a racer. */
export type ChangeValue = string | number | boolean | null | readonly number[];

/** Changes by the keys of links: `noise`, `run1.learningRate`, or `run3` for a whole racer. */
export type Changes = Readonly<Record<string, ChangeValue>>;

/** The requests of the page around the frame, with their fields. */
export interface Requests {
  /** A whole link, or changes of the race that is there. */
  setState: { state: string } | { set: Changes };
  run: object;
  pause: object;
  /** Advances by `n` steps, by default one, and pauses. */
  step: { n: number };
  /** Shows the moment after that step. */
  seek: { step: number };
  reset: object;
  /** With the values of settings, by the keys of changes. */
  getState: { keys?: readonly string[] | undefined };
  getCurve: object;
  setTheme: { theme: 'auto' | 'light' | 'dark' };
  /** Whether the frame is on the screen, where the page around it knows better. */
  setVisible: { visible: boolean };
}

export type RequestType = keyof Requests;

/** A request that was checked. */
export type Request = {
  [T in RequestType]: { id: string | number; type: T } & Requests[T];
}[RequestType];

/** What the answer to each request has as its value. */
export interface Answers {
  setState: { state: string; notices: LinkNotice[] };
  run: Moment;
  pause: Moment;
  step: Moment;
  seek: Moment;
  reset: Moment;
  getState: { state: string; values?: Changes } & Moment;
  getCurve: { runs: RacerCurve[] };
  setTheme: { theme: string };
  setVisible: { visible: boolean };
}

/** A part of a link that could not be used. */
export interface LinkNotice {
  key: string;
  value: string;
  /** What is used instead, or an empty string. */
  used: string;
  rule: string;
}

export interface Moment {
  /** The step that is shown. */
  step: number;
  race: 'loading' | 'ready' | 'running' | 'paused' | 'finished';
}

/** Where a racer is. Numbers that are not finite are null, as in JSON. */
export interface RacerProgress {
  /** Its place in the link, from 1: `run1`. */
  run: number;
  optimizer: string;
  name: string;
  status: string;
  step: number;
  loss: number | null;
  testLoss: number | null;
}

/** The curve of a racer, in columns. Late in a race not every step has a record. */
export interface RacerCurve extends Pick<RacerProgress, 'run' | 'optimizer' | 'name' | 'status'> {
  step: (number | null)[];
  epoch: (number | null)[];
  samplesSeen: (number | null)[];
  trainLoss: (number | null)[];
  testLoss: (number | null)[];
  learningRate: (number | null)[];
}

/** Why a request was not carried out: `key` `rule`, and `value` does not keep to it. */
export interface Refusal {
  /** `removed`: the element gave up waiting, because its frame is gone. */
  code: 'bad-message' | 'bad-value' | 'cannot-race' | 'too-many' | 'failed' | 'removed';
  key: string;
  rule: string;
  value: string;
  message: string;
}

/** The messages of the frame, with their fields. */
export interface Events {
  /** Repeated until `init` arrives. */
  hello: { requests: readonly RequestType[] };
  ready: { state: string; height: number; version: string };
  /** The height of the contents, in whole CSS pixels. */
  resize: { height: number };
  state: { state: string };
  progress: Moment & { runs: RacerProgress[] };
  diverged: Pick<RacerProgress, 'run' | 'optimizer' | 'name' | 'step'> & { message: string };
  /** `hash`: of all bits of the result, the same in every browser. Null if the engine is gone. */
  done: { step: number; runs: (RacerProgress & { hash: string | null })[] };
  error: { code: 'engine' | 'start'; message: string; recoverable: boolean };
}

export type EventType = keyof Events;

/** A message of the frame. */
export type FrameMessage =
  { [T in EventType]: { ns: typeof ns; v: typeof v; type: T } & Events[T] }[EventType] | Answer;

/** Every request has exactly one. The id is null if that of the request could not be used. */
export type Answer = { ns: typeof ns; v: typeof v; type: 'answer'; id: string | number | null } & (
  { value: Answers[RequestType] } | { error: Refusal }
);

/** The first message of the page around the frame. It has a MessagePort, which carries all that follows. */
export interface Init {
  ns: typeof ns;
  v: typeof v;
  type: 'init';
  /** Whether the frame gets the height that its contents need, so they must not depend on it. */
  fit?: boolean;
}
