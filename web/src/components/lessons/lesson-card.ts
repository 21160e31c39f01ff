// SPDX-License-Identifier: MIT
import { html, nothing, svg, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { msg, rich } from '../../language/message.ts';
import type { PlacedStep } from '../../lessons/lesson.ts';
import { chapters, neighbour, stepOf } from '../../lessons/lessons.ts';
import { isFitted } from '../../host/height.ts';
import { partInWords } from '../../lessons/parts.ts';
import { optimizerRows } from '../../model/settings.ts';
import { isRaceOf } from '../../playground/lesson-race.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { chevronIcon, icon, removeIcon } from '../controls/icons.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { revealPart } from '../base/find-part.ts';
import './lesson-question.ts';
import styles from './lesson-card.css?inline';
import { LookController } from './look-controller.ts';

const lookIcon = icon(
  svg`<path d="M1.5 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8z" /><circle cx="8" cy="8" r="1.8" />`,
);

/** A step of a lesson: its text, what to look at, its question, and the ways to other steps. */
@customElement('fall-line-lesson')
export class LessonCard extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings', 'state'];
  /** Whether it stands in a frame, where the step is alone. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** Where space is short, the text is folded while the race runs, unless the reader unfolds it. */
  @state() private unfolded = false;
  readonly #look = new LookController(
    this,
    () => this.#placed?.step.look ?? '',
    () => this.#placed?.lesson.id,
  );

  get #placed(): PlacedStep | undefined {
    return stepOf(this.playground.settings.lesson);
  }

  override render() {
    const placed = this.#placed;
    if (!placed) return nothing;
    const { playground, compact } = this;
    const { lesson, step, number } = placed;
    const { at, state } = playground.race;
    const running = state === 'running';
    const begun = at > 0 || running;
    // Folding moves the text of a page around a frame that is as high as its contents.
    const folds = !isFitted();
    const intact = isRaceOf(step, playground);
    return html`<section
      class="card ${folds && begun && !this.unfolded ? 'begun' : ''} ${folds && running ? 'running' : ''}"
      aria-labelledby="title"
    >
      <div class="head">
        <h2 id="title" data-part="lesson" tabindex="-1">
          <span class="place"
            >${msg(chapters[lesson.chapter - 1] ?? '')}<span class="hidden-words">: </span></span
          >
          ${lesson.title}
          <span class="hidden-words"
            >, ${msg('step {n} of {total}', { n: number, total: lesson.steps.length })}</span
          >
        </h2>
        ${compact ? nothing : this.#close()}
      </div>
      <p class="text">${step.text}</p>
      ${this.#lookHere(step.look)} ${folds && begun ? this.#fold() : nothing}
      ${
        intact
          ? html`<fall-line-lesson-question
              ?folds=${folds}
              .playground=${playground}
              .placed=${placed}
            ></fall-line-lesson-question>`
          : this.#changed(placed)
      }
      ${compact ? nothing : this.#ways(placed)}
    </section>`;
  }

  #close() {
    return html`<button
      aria-label=${msg('Close the lesson')}
      title=${msg('Close the lesson')}
      @click=${() => this.playground.closeExample()}
    >
      ${removeIcon}
    </button>`;
  }

  #lookHere(look: string) {
    if (!this.#look.found) return nothing;
    const { playground } = this;
    const racer = (number: number) => playground.settings.racers[number - 1];
    const words = partInWords(
      look,
      (number) => playground.names.get(racer(number)?.key ?? -1) ?? '',
      (number, id) =>
        optimizerRows(playground.catalog, racer(number)?.optimizer.id ?? '')
          .find((row) => row.id === id)
          ?.name.toLowerCase() ?? '',
    );
    return html`<button class="look" @click=${() => this.#look.go()}>
      ${lookIcon} <span>${rich('Look at {part}', { part: html`<b>${words}</b>` })}</span>
    </button>`;
  }

  /** A button that shows the text again on a narrow screen. */
  #fold() {
    return html`<button
      class="fold"
      aria-expanded=${this.unfolded}
      @click=${() => (this.unfolded = !this.unfolded)}
    >
      ${this.unfolded ? msg('Hide the text') : msg('Read the text again')}
    </button>`;
  }

  #changed({ id }: PlacedStep) {
    return html`<p class="changed">
      ${msg('You have changed this race, so the text may no longer describe it.')}
      <button class="outlined" @click=${() => this.playground.openStep(id)}>
        ${msg('Restore the step')}
      </button>
    </p>`;
  }

  #ways(placed: PlacedStep) {
    const [before, after] = [neighbour(placed, -1), neighbour(placed, 1)];
    const { lesson, number } = placed;
    return html`<nav class="ways" aria-label=${msg('Steps of the lesson')}>
      <button class="outlined" aria-disabled=${!before} @click=${() => this.#go(before)}>
        <span class="back">${chevronIcon}</span> <span class="word">${msg('Previous')}</span>
      </button>
      <button class="all" @click=${this.#showAll}>
        <span class="count"
          >${msg('Step {n} of {total}', { n: number, total: lesson.steps.length })}</span
        >
        ${msg('All lessons')}
      </button>
      <button class="outlined next" aria-disabled=${!after} @click=${() => this.#go(after)}>
        ${after && after.lesson !== lesson ? msg('Next lesson') : msg('Next')}
        <span class="forth">${chevronIcon}</span>
      </button>
    </nav>`;
  }

  async #go(to: PlacedStep | undefined): Promise<void> {
    if (!to) return;
    this.unfolded = false;
    await this.playground.openStep(to.id);
    await this.updateComplete;
    const title = this.renderRoot.querySelector<HTMLElement>('#title');
    title?.focus({ preventScroll: true });
    // On a phone the reader may be far below the start of the step.
    const section = this.renderRoot.querySelector('section');
    if (section && section.getBoundingClientRect().top < 0)
      section.scrollIntoView({ block: 'start' });
  }

  #showAll(): void {
    revealPart('lessons')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-lesson': LessonCard;
  }
}
