// SPDX-License-Identifier: MIT
import { html, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { msg, rich } from '../../language/message.ts';
import type { PlacedStep, Step } from '../../lessons/lesson.ts';
import { answerOf, choicesOf, type Fact, factsOf } from '../../lessons/outcome.ts';
import { finishStep } from '../../page/lesson-progress.ts';
import { tracksOf } from '../../playground/lesson-race.ts';
import { fieldsetStyles } from '../../styles/fieldset.ts';
import { shared } from '../../styles/shared.ts';
import { playIcon } from '../controls/icons.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './lesson-question.css?inline';

/** What a race has shown. */
interface Outcome {
  /** The number of the right choice, from 1, or 0. */
  answer: number;
  facts: Fact[];
}

/** The number of races from which the share of an answer was measured. */
const races = 20;

/**
 * The question of a step: choices to predict with, a button to see, and what the race has shown. With the
 * attribute `folds` it saves room on a narrow screen once the race has begun.
 */
@customElement('fall-line-lesson-question')
export class LessonQuestion extends PlaygroundElement {
  static override styles = [shared, fieldsetStyles, unsafeCSS(styles)];
  @property({ attribute: false }) placed!: PlacedStep;
  /** The number of the predicted choice, from 1, or 0. */
  @state() private predicted = 0;
  /** Kept after the end, because Continue would change what is measured. */
  #outcome: Outcome | undefined;
  /** The number of the answer that the outcome is of. */
  #answers = 0;

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('placed');
    if (before && before.id !== this.placed.id) this.predicted = 0;
    const { race, isHeld } = this.playground;
    // While the reader drags, the words stay, because screen readers speak every change of them.
    const answered = race.answers !== this.#answers && !isHeld;
    if (answered) this.#answers = race.answers;
    if (race.at === 0 || answered || (before && before.id !== this.placed.id))
      this.#outcome = undefined;
    if (race.state !== 'finished' || this.#outcome) return;
    const { question } = this.placed.step;
    const tracks = tracksOf(race);
    this.#outcome = { answer: answerOf(question, tracks), facts: factsOf(question, tracks) };
    finishStep(this.placed.id);
  }

  override render() {
    const { playground, placed } = this;
    const { question } = placed.step;
    const { race, settings, names } = playground;
    const choices = choicesOf(
      question,
      settings.racers.map(({ key }) => names.get(key) ?? ''),
    );
    const begun = race.at > 0 || race.state === 'running';
    return html`<fieldset ?disabled=${begun} class=${begun ? 'begun' : ''}>
        <legend>${question.asks}</legend>
        <div class="choices">
          ${choices.map(({ says, racer }, index) =>
            this.#choice(index + 1, html`${racer ? this.#swatch(racer) : nothing} ${says}`),
          )}
        </div>
      </fieldset>
      ${this.#action()}
      <div class="result" role="status">
        ${
          this.#outcome
            ? this.#result(
                this.#outcome,
                choices.map(({ says }) => says),
              )
            : nothing
        }
      </div>`;
  }

  #choice(number: number, says: unknown) {
    const right = this.#outcome?.answer === number;
    const chosen = this.predicted === number;
    return html`<label class="${right ? 'right' : ''} ${chosen ? 'chosen' : ''}">
      <input
        type="radio"
        name="prediction"
        .checked=${chosen}
        @change=${() => (this.predicted = number)}
      />
      <span>${says}</span>
    </label>`;
  }

  #swatch(racer: number) {
    return racerSwatch(this.playground.settings.racers[racer - 1]?.slot ?? 0);
  }

  /** One button for all that can be done, so nothing moves under the pointer and the focus stays. */
  #action() {
    const { playground } = this;
    const { state, at } = playground.race;
    const isOver = state === 'finished';
    const waits = state === 'loading' || state === 'running';
    const words = at > 0 ? msg('Go on') : msg('See what happens');
    const see = html`${playIcon} ${state === 'running' ? msg('The race is running') : words}`;
    const act = () => (isOver ? playground.reset() : playground.play());
    return html`<button
      class=${isOver ? 'again outlined' : `see ${state}`}
      aria-disabled=${waits}
      @click=${() => (waits ? undefined : act())}
    >
      ${isOver ? msg('Predict again') : see}
    </button>`;
  }

  #result({ answer, facts }: Outcome, choices: readonly string[]) {
    const { step } = this.placed;
    return html`<p class="verdict">${this.#verdict(choices[answer - 1], choices)}</p>
      ${facts.map((fact) => this.#fact(fact))}
      <p>${step.why}</p>
      <p class="quiet">${this.#share(step, answer, choices)}</p>`;
  }

  /** What the reader predicted and what happened, without judgement. */
  #verdict(found: string | undefined, choices: readonly string[]) {
    const predicted = choices[this.predicted - 1];
    const shown = html`<b>${found ?? msg('None of these')}</b>`;
    if (predicted === undefined) return rich('This race shows: {shown}.', { shown });
    if (predicted === found) return rich('As you predicted: {shown}.', { shown });
    return rich('You predicted: {predicted}. This race shows: {shown}.', { predicted, shown });
  }

  /** How often the answer is the same, as measured from twenty races, and what the text quotes of them. */
  #share({ question, why }: Step, found: number, choices: readonly string[]): string {
    const { answer, each, holds } = question;
    const others = {
      start: msg(this.playground.race.kind.otherRuns),
      'start and data': msg('starts with other data, initial weights and batches'),
      point: msg('other starting points'),
    };
    const share = { holds, races, others: others[each] };
    const same =
      found === answer
        ? msg('The answer is the same from {holds} of {races} {others}.', share)
        : msg('From {holds} of {races} {others}, the answer is: {answer}.', {
            ...share,
            answer: choices[answer - 1] ?? '',
          });
    // Other languages may have several words for it: unos|unas.
    const isMedian = new RegExp(`(?:${msg('about')}) \\d`).test(why);
    return isMedian ? `${same} ${msg('“About” means the median of such races.')}` : same;
  }

  #fact({ title, figures }: Fact) {
    const { settings, names } = this.playground;
    const nameOf = (racer: number) => names.get(settings.racers[racer - 1]?.key ?? -1) ?? '';
    const alone = settings.racers.length === 1;
    return html`<p>
      ${title}:
      ${figures.map(
        ({ racer, words }, index) =>
          html`<span class="figure"
            >${alone ? nothing : html`${this.#swatch(racer)} ${nameOf(racer)} `}<b>${words}</b>${index < figures.length - 1 ? ',' : '.'}</span
          > `,
      )}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-lesson-question': LessonQuestion;
  }
}
