// SPDX-License-Identifier: MIT
import { startTheme } from '../page/theme.ts';
import type { Playground } from '../playground/playground.ts';
import type { Notice } from '../model/links/notices.ts';
import { curvesOf, momentOf } from './progress.ts';
import type { Answers, LinkNotice, Moment, Refusal, Request, RequestType } from './protocol.ts';
import { refusal } from './read-request.ts';
import { arrival, Seeker } from './seeker.ts';

/** What can't be done, to be told to whoever asked. */
export class RefusedRequest extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** The value of an answer. It may come later than the next request can begin. */
type Begun<T extends RequestType = RequestType> = { done: Promise<Answers[T]> | Answers[T] };

/** What the frame itself can do, beside the race. */
export interface FrameDuties {
  /** Suspends the race while the page around the frame says that it is not seen. */
  setHidden(hidden: boolean): void;
}

/** Carries out requests. Each begins when those before it are in force. */
export class Answering {
  readonly #playground: Playground;
  readonly #duties: FrameDuties;
  readonly #seeker: Seeker;
  #last: Promise<unknown> = Promise.resolve();

  constructor(playground: Playground, duties: FrameDuties) {
    this.#playground = playground;
    this.#duties = duties;
    this.#seeker = new Seeker(playground);
  }

  async answer(request: Request): Promise<Answers[RequestType]> {
    const begun = this.#last.then(() => this.#begin(request));
    this.#last = begun.catch(() => {});
    return (await begun).done;
  }

  async #begin(request: Request): Promise<Begun> {
    const playground = this.#playground;
    switch (request.type) {
      case 'setState':
        return { done: await this.#setState(request) };
      case 'run':
        return { done: await this.#run() };
      case 'pause':
        await playground.pause();
        return this.#now;
      case 'step':
        await playground.advance('step', request.n);
        return { done: arrival(playground.race).then(() => this.#now.done) };
      case 'seek':
        return { done: this.#seeker.seek(request.step).then(() => this.#now.done) };
      case 'reset':
        await playground.reset();
        return this.#now;
      case 'getState':
        return { done: await this.#getState(request) };
      case 'getCurve':
        return { done: { runs: curvesOf(playground) } };
      case 'setTheme':
        startTheme(request.theme);
        return { done: { theme: request.theme } };
      case 'setVisible':
        this.#duties.setHidden(!request.visible);
        return { done: { visible: request.visible } };
    }
  }

  get #now(): { done: Moment } {
    return { done: momentOf(this.#playground) };
  }

  async #link(): Promise<string> {
    await this.#playground.loadDeferred();
    return this.#playground.link;
  }

  async #getState({ keys }: Extract<Request, { type: 'getState' }>): Promise<Answers['getState']> {
    const playground = this.#playground;
    const answer = { state: await this.#link(), ...this.#now.done };
    if (!keys) return answer;
    const { valuesOf } = await import('./values.ts');
    return { ...answer, values: valuesOf(playground.catalog, playground.settings, keys) };
  }

  async #run(): Promise<Moment> {
    await this.#playground.play();
    const { race } = this.#playground;
    if (race.state === 'running' || race.obstacle === '') return this.#now.done;
    const why = refusal('cannot-race', 'run', 'can’t be done', '');
    throw new RefusedRequest({ ...why, message: race.obstacle });
  }

  async #setState(request: Extract<Request, { type: 'setState' }>): Promise<Answers['setState']> {
    const playground = this.#playground;
    const { catalog } = await playground.loadDeferred();
    if ('state' in request) {
      const link = request.state.replace(/^[#?]/, '');
      if (link !== playground.link) await playground.openLink(link);
      return { state: playground.link, notices: playground.notices.map(noticeOf) };
    }
    const { withChanges } = await import('./link-changes.ts');
    await playground.update((settings) => {
      const changed = withChanges(catalog, settings, request.set);
      if ('refusal' in changed) throw new RefusedRequest(changed.refusal);
      return changed.settings;
    });
    return { state: playground.link, notices: [] };
  }
}

const noticeOf = ({ key, given, used, why }: Notice): LinkNotice => ({
  key,
  value: given,
  used,
  rule: why,
});
