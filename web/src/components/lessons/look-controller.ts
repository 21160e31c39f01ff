// SPDX-License-Identifier: MIT
import { type LitElement, type ReactiveController, unsafeCSS } from 'lit';
import { msg } from '../../language/message.ts';
import { prefersStillness } from '../../page/looks.ts';
import { findPart, revealForNow } from '../base/find-part.ts';
import styles from './look.css?inline';

/** The attribute of the part to look at. look.css draws a ring around it, and a mark with the attribute's words. */
const mark = 'data-look';

/** Parts of the page are drawn at different times, so a part that is missing is looked for again. */
const retryMs = 100;

/** Points out one part of the page, and keeps to it while the page changes. What one lesson opened is closed for the next. */
export class LookController implements ReactiveController {
  readonly #host: LitElement;
  readonly #look: () => string;
  readonly #lesson: () => string | undefined;
  #name = '';
  #shownIn: string | undefined;
  #closers: (() => void)[] = [];
  #element: HTMLElement | undefined;
  /** Whether the part was on the page since it was asked for. If the reader closes it, it stays closed. */
  #found = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `look` gives the name of the part, or an empty string, and `lesson` the lesson's. */
  constructor(host: LitElement, look: () => string, lesson: () => string | undefined) {
    this.#host = host;
    this.#look = look;
    this.#lesson = lesson;
    host.addController(this);
  }

  /** Whether the part is on this page. */
  get found(): boolean {
    return this.#element !== undefined;
  }

  hostUpdated(): void {
    const name = this.#look();
    const lesson = this.#lesson();
    if (lesson !== this.#shownIn) for (const close of this.#closers.splice(0)) close();
    this.#shownIn = lesson;
    if (name !== this.#name) this.#found = false;
    this.#name = name;
    this.#point();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#move(undefined);
    this.#name = '';
    // A reader who leaves the lesson goes on with what it showed.
    this.#closers = [];
  }

  /** Scrolls to the part and moves the focus there. */
  go(): void {
    const element = this.#element;
    if (!element) return;
    if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ behavior: prefersStillness() ? 'auto' : 'smooth', block: 'center' });
  }

  readonly #point = (): void => {
    clearTimeout(this.#timer);
    if (this.#name === '') {
      this.#move(undefined);
      return;
    }
    const element = findPart(this.#name);
    if (element) this.#found = true;
    else if (!this.#found) {
      const close = revealForNow(this.#name);
      if (close) this.#closers.push(close);
    }
    this.#move(element);
    if (!this.#found) this.#timer = setTimeout(this.#point, retryMs);
  };

  #move(element: HTMLElement | undefined): void {
    if (element === this.#element) return;
    this.#element?.removeAttribute(mark);
    this.#element = element;
    if (element) styleRoot(element);
    element?.setAttribute(mark, msg('Look here'));
    if (this.#host.isConnected) this.#host.requestUpdate();
  }
}

const sheet = unsafeCSS(styles);

/** Adds the styles of the mark to the root that the element is in. */
function styleRoot(element: Element): void {
  const root = element.getRootNode() as ShadowRoot;
  const { styleSheet } = sheet;
  if (!styleSheet) {
    // The oldest browsers know no other way.
    root.append(Object.assign(document.createElement('style'), { textContent: sheet.cssText }));
  } else if (!root.adoptedStyleSheets.includes(styleSheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }
}
