// SPDX-License-Identifier: MIT
import type {
  Answers,
  Changes,
  Events,
  EventType,
  Requests,
  RequestType,
} from '../host/protocol.ts';
import { addressOf, frameBeside, looks } from './address.ts';
import { wordsOf } from './language.ts';
import { type EventMessage, type FallLineError, Wire } from './wire.ts';

export type { Answers, Changes, Events } from '../host/protocol.ts';
export { FallLineError } from './wire.ts';

/** The events of the element, with what `event.detail` has. */
export interface FallLineEventMap {
  ready: CustomEvent<Events['ready']>;
  progress: CustomEvent<Events['progress']>;
  diverged: CustomEvent<Events['diverged']>;
  finish: CustomEvent<Events['done']>;
  statechange: CustomEvent<Events['state']>;
  error: CustomEvent<Events['error']>;
}

/** The events whose names differ from the frame's messages, which pages know from other elements. */
const eventNames: Partial<Record<EventType, string>> = { done: 'finish', state: 'statechange' };

/** With more elements on a page than this, each waits for a click. */
const mostUnasked = 3;

const usualHeight = 480;

/** How long a frame that was fetched may be silent. It says hello every half second. */
const silenceMs = 10_000;

/** How long fetching it may take. */
const fetchMs = 60_000;

/** A sheet by script, which a host's Content-Security-Policy allows. Browsers before 2022 go without. */
const sheets: CSSStyleSheet[] = [];
if (typeof CSSStyleSheet === 'function' && 'replaceSync' in CSSStyleSheet.prototype) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host{display:block;position:relative}button{font:inherit;padding:.5em 1.2em;cursor:pointer}',
  );
  sheets.push(sheet);
}

/** Programs that render pages on a server import the module too, but have no elements. */
const Element = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * A race in the page: `<fall-line state="v=3&dataset=spiral&run=sgd">text until it is loaded</fall-line>`.
 * Its children are seen until the frame is there. Methods may be called at any time: they load the frame and
 * wait for it. A refused request rejects with a `FallLineError`.
 *
 * @fires ready - the frame takes requests
 * @fires progress - at most five times a second
 * @fires diverged - a racer has stopped, because its numbers overflowed
 * @fires finish - the race is at its end, with the hash of each result
 * @fires statechange - the settings have changed, by the reader or by a request
 * @fires error - the frame can't start, or a request of `data-fall-line-set` was refused
 */
export class FallLine extends Element {
  declare addEventListener: {
    <E extends keyof FallLineEventMap>(
      type: E,
      listener: (this: FallLine, event: FallLineEventMap[E]) => unknown,
      options?: boolean | AddEventListenerOptions,
    ): void;
    (
      type: string,
      listener: EventListenerOrEventListenerObject,
      options?: boolean | AddEventListenerOptions,
    ): void;
  };
  /** The address of the frame for elements without `src`. Bundlers move the script, so their pages set it. */
  static src = frameBeside;
  static readonly observedAttributes = [
    ...['src', 'state', 'theme', 'step', 'height', 'title', 'follows', 'loading'],
    ...looks,
  ];
  readonly #root = this.attachShadow({ mode: 'open' });
  #frame: HTMLIFrameElement | undefined;
  #wire = this.#newWire();
  #seen: IntersectionObserver | undefined;
  #state: string | undefined;
  #step = 0;
  /** What it has last taken over from the element that it follows. */
  #followed: { state?: string; step?: number } = {};
  /** What the last frame showed, which the next one goes on with. */
  #resumed: { state: string; step: number } | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = sheets;
  }

  /** The link of the race as it is now, after `#`. Setting it opens another race. */
  get state(): string {
    return this.#state ?? this.getAttribute('state') ?? '';
  }

  set state(link: string) {
    this.setAttribute('state', link);
  }

  /** The step that is shown. Setting it shows another one. */
  get step(): number {
    return this.#step;
  }

  set step(step: number) {
    this.setAttribute('step', String(step));
  }

  /** `auto`, `light` or `dark`. */
  get theme(): string {
    return this.getAttribute('theme') ?? 'auto';
  }

  set theme(theme: string) {
    this.setAttribute('theme', theme);
  }

  /** Opens a link, or changes some values: `setState({ 'run1.learningRate': 1.5 })`. */
  setState(state: string | Changes): Promise<Answers['setState']> {
    return this.#ask('setState', typeof state === 'string' ? { state } : { set: state });
  }

  /** Starts the race, or goes on with it. */
  run(): Promise<Answers['run']> {
    return this.#ask('run', {});
  }

  pause(): Promise<Answers['pause']> {
    return this.#ask('pause', {});
  }

  /** Advances by `n` steps, and pauses. */
  advance(n = 1): Promise<Answers['step']> {
    return this.#ask('step', { n });
  }

  /** Shows the moment after a step, in the past or ahead. */
  seek(step: number): Promise<Answers['seek']> {
    return this.#ask('seek', { step });
  }

  /** Returns to the start. */
  reset(): Promise<Answers['reset']> {
    return this.#ask('reset', {});
  }

  /** The link of the race and the moment, and the values of settings by the keys of changes. */
  getState(keys?: readonly string[]): Promise<Answers['getState']> {
    return this.#ask('getState', { keys });
  }

  /** The losses of all racers so far, in columns. */
  getCurve(): Promise<Answers['getCurve']> {
    return this.#ask('getCurve', {});
  }

  /** Tells the frame whether it is seen, where the page knows better: in tabs, or on slides. */
  setVisible(visible: boolean): Promise<Answers['setVisible']> {
    return this.#ask('setVisible', { visible });
  }

  /** Loads the frame now, whatever `loading` says. */
  load(): void {
    this.#seen?.disconnect();
    if (this.#frame || !this.isConnected) return;
    const frame = document.createElement('iframe');
    const before = this.#leader ?? this.#resumed;
    const state = before?.state ?? this.state;
    const step = before?.step ?? Number(this.getAttribute('step'));
    if (this.getAttribute('follows') && !this.#leader)
      this.#complain({ message: `follows must be the id of another <fall-line>.` });
    try {
      frame.src = addressOf(this, state, FallLine.src);
    } catch (error) {
      return this.#complain(error as Error);
    }
    frame.title = this.title || wordsOf(this).race;
    // A sandboxed frame may read no file from disk.
    if (!frame.src.startsWith('file:'))
      frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
    // Pages with Cross-Origin-Embedder-Policy show no other frames. There is nothing to log in to.
    frame.setAttribute('credentialless', '');
    frame.allow = ['fullscreen', 'clipboard-write'].join(';');
    frame.style.cssText = 'display:block;width:100%;border:0;color-scheme:light dark';
    frame.style.height = this.#height;
    this.#wire.listen(frame, !this.getAttribute('height'));
    const wait = (ms: number): void => {
      clearTimeout(this.#patience);
      this.#patience = setTimeout(() => this.#giveUp(frame.src), ms);
    };
    wait(fetchMs);
    frame.addEventListener('load', () => this.#patience !== undefined && wait(silenceMs));
    this.#frame = frame;
    this.#show(frame);
    this.#followed = { state, step: 0 };
    if (step > 0) this.#quietly(this.seek(step));
  }

  /**
   * Shows the frame. Readers with a keyboard keep their place before it until they go on. A frame that is
   * loading loses keys, and Shift+Tab in one where nothing is focused yet goes to its end.
   */
  #show(frame: HTMLIFrameElement): void {
    const isHere = this.#root.activeElement !== null;
    this.#root.replaceChildren(frame);
    if (!isHere) return;
    const place = this.#newPlace();
    place.style.cssText = 'position:absolute;inset:0;pointer-events:none';
    // It stays where the whole window loses the focus.
    place.onblur = () => this.#root.activeElement ?? place.remove();
    this.#root.prepend(place);
    place.focus({ preventScroll: true });
  }

  connectedCallback(): void {
    this.#root.replaceChildren(document.createElement('slot'));
    const many = document.querySelectorAll(this.localName).length > mostUnasked;
    const loading = this.getAttribute('loading') ?? (many ? 'click' : 'lazy');
    if (loading === 'eager') this.load();
    else if (loading === 'click') this.#offer();
    else {
      this.#reserve();
      this.#seen = new IntersectionObserver(
        (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.load(),
        { rootMargin: '200px' },
      );
      this.#seen.observe(this);
    }
  }

  disconnectedCallback(): void {
    this.#seen?.disconnect();
    this.#drop();
    this.#root.replaceChildren();
    // One that is only moved is there again by then, and goes on.
    queueMicrotask(() => {
      if (!this.isConnected) this.#resumed = undefined;
    });
  }

  /** The height before the frame says what its contents need. */
  get #height(): string {
    const height = this.getAttribute('height') || String(usualHeight);
    return /\D/.test(height) ? height : `${height}px`;
  }

  /** The place of the frame, so that nothing moves when it comes. Readers with a keyboard load it by going there. */
  #reserve(): void {
    const place = this.#newPlace();
    place.style.minHeight = this.#height;
    place.onfocus = () => this.load();
    place.append(document.createElement('slot'));
    this.#root.replaceChildren(place);
  }

  #newPlace(): HTMLElement {
    const place = document.createElement('div');
    place.tabIndex = 0;
    place.setAttribute('role', 'group');
    place.setAttribute('aria-label', this.title || wordsOf(this).race);
    return place;
  }

  /** Shows the children again, because no frame answers at its address. */
  #giveUp(address: string): void {
    const message = `No frame answers at ${address}.`;
    this.#drop('failed', message);
    this.#root.replaceChildren(document.createElement('slot'));
    this.#fire('error', { code: 'start', message, recoverable: true });
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value) return;
    if (name === 'state' || name === 'step') this.#resumed = undefined;
    if (!this.isConnected || !this.#frame) return;
    if (name === 'title') this.#frame.title = value ?? '';
    else if (name === 'state') this.#quietly(this.setState(value ?? ''));
    else if (name === 'step') this.#quietly(this.seek(Number(value)));
    else if (name === 'theme')
      this.#quietly(this.#ask('setTheme', { theme: (value ?? 'auto') as 'auto' }));
    else if (name !== 'loading') this.#reload();
  }

  #ask<T extends RequestType>(type: T, fields: Requests[T]): Promise<Answers[T]> {
    const answer = this.#wire.request(type, fields);
    this.load();
    return answer.then((value) => {
      const { state, step } = value as { state?: string; step?: number };
      this.#state = state ?? this.#state;
      this.#step = step ?? this.#step;
      return value;
    });
  }

  /** A request that no promise was given for. What goes wrong becomes an event. */
  #quietly(answer: Promise<unknown>): void {
    answer.catch((error: FallLineError) => error.code === 'removed' || this.#complain(error));
  }

  /** Authors who listen to no event find it in the console. */
  #complain(error: { message: string }): void {
    console.warn('fall-line:', error.message, this);
    this.#fire('error', error);
  }

  #fire(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #newWire(): Wire {
    return new Wire((message) => this.#take(message));
  }

  #take(message: EventMessage): void {
    const { type } = message;
    clearTimeout(this.#patience);
    this.#patience = undefined;
    if (type === 'resize') {
      if (this.#frame && !this.getAttribute('height'))
        this.#frame.style.height = `${message.height}px`;
      return;
    }
    if (type === 'ready' || type === 'state') this.#state = message.state;
    if (type === 'progress' || type === 'done') this.#step = message.step;
    for (const other of document.querySelectorAll<FallLine>(`${this.localName}[follows]`))
      if (other.#leader === this) other.#follow(this);
    this.#fire(eventNames[type] ?? type, message);
  }

  /** Offers to load the frame below the children, and runs the race then. */
  #offer(): void {
    const button = document.createElement('button');
    button.part.add('run');
    const words = document.createElement('slot');
    words.name = 'run';
    const { run } = wordsOf(this);
    words.textContent = run;
    button.append(words);
    if (this.title) button.setAttribute('aria-label', `${run}: ${this.title}`);
    button.onclick = () => this.#quietly(this.run());
    this.#root.replaceChildren(document.createElement('slot'), button);
  }

  #drop(...why: Parameters<Wire['close']>): void {
    clearTimeout(this.#patience);
    if (this.#state !== undefined) this.#resumed = { state: this.#state, step: this.#step };
    this.#wire.close(...why);
    this.#wire = this.#newWire();
    this.#frame = undefined;
    this.#state = undefined;
    this.#step = 0;
  }

  #reload(): void {
    this.#drop();
    this.load();
  }

  /** The element that it follows. */
  get #leader(): FallLine | undefined {
    const leader = document.getElementById(this.getAttribute('follows') ?? '');
    return leader instanceof FallLine && leader !== this ? leader : undefined;
  }

  /** Shows the race and the moment of another element. Runs are deterministic, so both show the same. */
  #follow({ state, step }: FallLine): void {
    if (!this.#frame) return;
    const before = this.#followed;
    this.#followed = { state, step };
    if (state !== before.state) this.#quietly(this.setState(state));
    if (state !== before.state || step !== before.step) this.#quietly(this.seek(step));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line': FallLine;
  }
}
