// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import { marked, msg, plural } from '../../language/message.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { chapters, lessons, steps, stepOf } from '../../lessons/lessons.ts';
import { clearProgress, finishedSteps } from '../../page/lesson-progress.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { openChooser } from '../choosing/open-chooser.ts';
import { focusPart, revealPart } from '../base/find-part.ts';
import styles from './lesson-list.css?inline';

const chooser = {
  title: marked('Choose by five questions'),
  line: marked('Your network, your data, and what matters to you'),
};

/** All lessons by chapter, with what the reader has finished. Event: `chosen`. */
@customElement('fall-line-lesson-list')
export class LessonList extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings'];

  override render() {
    const { settings, examples } = this.playground;
    const here = stepOf(settings.lesson)?.lesson;
    return html`<div @keydown=${this.#key}>
      ${chapters.map((title, index) => this.#chapter(msg(title), index + 1, here))}
      <h2>${msg('Races to explore freely')}</h2>
      <ul>
        ${examples.map(
          (example) =>
            html`<li>
              ${this.#button(example, example.id === settings.example, '', () =>
                this.playground.showExample(example),
              )}
            </li>`,
        )}
      </ul>
      <h2>${msg('A race for your case')}</h2>
      <ul>
        <li>
          ${this.#button({ title: msg(chooser.title), line: msg(chooser.line) }, false, '', this.#choose)}
        </li>
      </ul>
      <div class="foot">
        <span>${this.#finished()}</span>
        <button class="outlined" aria-disabled=${finishedSteps().size === 0} @click=${this.#clear}>
          ${msg('Clear progress')}
        </button>
      </div>
    </div>`;
  }

  #chapter(title: string, number: number, here: Lesson | undefined) {
    const own = lessons.filter(({ chapter }) => chapter === number);
    if (own.length === 0) return nothing;
    return html`<h2>${title}</h2>
      <ol>
        ${own.map(
          (lesson) =>
            html`<li>
              ${this.#button(lesson, lesson === here, progressOf(lesson), () =>
                this.playground
                  .openStep(`${lesson.id}.${firstUnfinished(lesson)}`)
                  .then(() => focusPart('lesson')),
              )}
            </li>`,
        )}
      </ol>`;
  }

  #button(
    { title, line }: { title: string; line: string },
    current: boolean,
    progress: string,
    open: () => Promise<unknown>,
  ) {
    const choose = (): void => {
      this.dispatchEvent(new CustomEvent('chosen', { bubbles: true }));
      void open();
    };
    return html`<button aria-current=${current ? 'true' : nothing} @click=${choose}>
      <b>${title}</b> <span class="line">${line}</span> <span class="progress">${progress}</span>
    </button>`;
  }

  /** The list closes when the focus leaves it, so the focus first goes to where it is to come back. */
  readonly #choose = (): Promise<void> => {
    revealPart('lessons')?.focus();
    return openChooser(this.playground);
  };

  #finished(): string {
    const done = steps.filter(({ id }) => finishedSteps().has(id)).length;
    return done === 0
      ? msg('Finished steps are remembered on this device only.')
      : plural(
          done,
          '{n} of {total} steps finished, remembered on this device only.',
          '{n} of {total} steps finished, remembered on this device only.',
          { total: steps.length },
        );
  }

  #clear(): void {
    clearProgress();
    this.requestUpdate();
  }

  #key(event: KeyboardEvent): void {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const here = buttons.findIndex((button) => button.matches(':focus'));
    buttons.at((here + way) % buttons.length)?.focus();
  }
}

const doneOf = ({ id, steps: own }: Lesson): boolean[] =>
  own.map((_, index) => finishedSteps().has(`${id}.${index + 1}`));

function progressOf(lesson: Lesson): string {
  const done = doneOf(lesson).filter(Boolean).length;
  const all = lesson.steps.length;
  if (done === all) return msg('✓ finished');
  return done === 0
    ? plural(all, '{n} step', '{n} steps')
    : msg('{done} of {all} steps', { done, all });
}

/** The number of the first step that is not finished, or 1 if all are. */
const firstUnfinished = (lesson: Lesson): number => Math.max(1, doneOf(lesson).indexOf(false) + 1);

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-lesson-list': LessonList;
  }
}
