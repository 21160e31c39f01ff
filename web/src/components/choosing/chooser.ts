// SPDX-License-Identifier: MIT
import { html, LitElement, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { situationWords } from '../../catalog/situations.ts';
import { type Proposed, proposedRules } from '../../choosing/proposal.ts';
import { proposedRace, sizesOf } from '../../choosing/proposed-race.ts';
import {
  type Answers,
  answersTo,
  type QuestionId,
  questionIds,
  questions,
  usualAnswers,
} from '../../choosing/questions.ts';
import { current } from '../../language/current.ts';
import { msg } from '../../language/message.ts';
import { kindOf } from '../../model/problem-kinds.ts';
import { setUpRace } from '../../playground/problem.ts';
import type { Playground } from '../../playground/playground.ts';
import { dialogStyles } from '../../styles/dialog.ts';
import { fieldsetStyles } from '../../styles/fieldset.ts';
import { shared } from '../../styles/shared.ts';
import { Modal } from '../controls/modal.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';
import { referenceLink } from '../controls/reference-link.ts';
import styles from './chooser.css?inline';

/** The last answers, so the dialog opens again as it was left. */
let answers = usualAnswers;

/** A dialog with five questions, and the race that the answers propose. Removes itself when it is closed. */
@customElement('fall-line-chooser')
export class Chooser extends LitElement {
  static override styles = [shared, dialogStyles, fieldsetStyles, unsafeCSS(styles)];
  @property({ attribute: false }) playground!: Playground;
  @state() private answers: Answers = answers;
  readonly #modal = new Modal(this);

  override render() {
    return this.#modal.draw({
      name: msg('Choose by five questions'),
      content: html`<p class="lead">
          ${msg('Your answers set up a race of three optimizers that suit them, and a baseline. The race shows which of them is best.')}
        </p>
        <div class="questions">${questionIds.map((id) => this.#question(id))}</div>
        <section aria-labelledby="race">${this.#race()}</section>`,
      foot: html`<button class="primary" @click=${this.#setUp}>${msg('Set up this race')}</button>
        <button class="outlined" @click=${this.#modal.close}>${msg('Cancel')}</button>`,
    });
  }

  #question(id: QuestionId) {
    return html`<fieldset @change=${(event: Event) => this.#answer(id, event)}>
      <legend>${msg(questions[id].asks)}</legend>
      <div class="answers">
        ${answersTo(id).map(
          ([key, { says }]) =>
            html`<label>
              <input type="radio" name=${id} value=${key} .checked=${key === this.answers[id]} />
              <span>${msg(says)}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #race() {
    const { catalog } = this.playground;
    const race = proposedRace(catalog, this.answers);
    const [baseline] = catalog.optimizers;
    const fitting = proposedRules(catalog, this.answers);
    const names = [baseline, ...fitting.map(({ rule }) => rule)].map((rule) => rule?.name ?? '');
    return html`<h3 id="race">${msg('The race')}</h3>
      <p class="problem">${kindOf(race).summary(catalog, race)}. ${sizesOf(race)}</p>
      <p class="hidden-words" role="status">${new Intl.ListFormat(current().tag).format(names)}</p>
      <ol>
        ${
          baseline &&
          racer(0, {
            rule: baseline,
            why: msg('The baseline: what the other three add shows against it.'),
            suits: [],
          })
        }
        ${repeat(
          fitting,
          ({ rule }) => rule.id,
          (proposed, place) => racer(place + 1, proposed),
        )}
      </ol>`;
  }

  #answer(id: QuestionId, event: Event): void {
    answers = { ...this.answers, [id]: (event.target as HTMLInputElement).value } as Answers;
    this.answers = answers;
  }

  async #setUp(): Promise<void> {
    this.#modal.close();
    await setUpRace(this.playground, proposedRace(this.playground.catalog, this.answers));
  }
}

function racer(slot: number, { rule, why, suits }: Proposed) {
  const words = suits.map((situation) => msg(situationWords[situation]));
  return html`<li>
    ${racerSwatch(slot)}
    <div>
      <b>${rule.name}</b>
      ${referenceLink('optimizers', rule)}
      <p>${why}</p>
      ${words.length > 0 ? html`<p class="suits">${msg('Suits: {words}.', { words: words.join(', ') })}</p>` : ''}
    </div>
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-chooser': Chooser;
  }
}
