// SPDX-License-Identifier: MIT
import { html, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { current } from '../../language/current.ts';
import { msg } from '../../language/message.ts';
import { told } from '../../language/phrase.ts';
import { isUnchanged, type Verdict, verdictOf } from '../../race/expected.ts';
import type { Racer } from '../../race/racer.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './expected-result.css?inline';

/** What became of the result that a link expects. */
@customElement('fall-line-expected')
export class ExpectedResult extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  @state() private verdict: Verdict | undefined;
  /** What was last compared, or is being compared. */
  #compared: unknown[] = [];

  override render() {
    const { race, settings } = this.playground;
    return html`<p role="status" class=${this.verdict?.others.length === 0 ? 'same' : ''}>
      ${
        this.verdict
          ? this.#outcome(this.verdict)
          : isUnchanged(race, settings)
            ? msg('It is known how this race should end. Play it to the end to compare.')
            : msg(
                'The race was changed on the way, so it is not compared with the result in the link.',
              )
      }
    </p>`;
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('verdict')) return;
    const { race, settings } = this.playground;
    const now = [race.racers, race.state, race.limit, settings.expect];
    if (now.every((value, i) => value === this.#compared[i])) return;
    this.#compared = now;
    this.verdict = undefined;
    void this.#compare(now);
  }

  async #compare(now: unknown[]): Promise<void> {
    const { race, settings } = this.playground;
    const verdict = await verdictOf(race, settings);
    if (this.#compared === now) this.verdict = verdict;
  }

  #outcome({ same, others }: Verdict) {
    if (others.length === 0)
      return html`<b>${msg('Reproduced bit for bit.')}</b>
        ${msg('Every curve and all parameters are as expected.')}`;
    return html`<b>${msg('Not the expected result.')}</b> ${others.map(({ racer, parted }) => {
        const name = this.#names([racer]);
        return `${parted ? told(parted, { name }) : msg('{name} ended with other numbers.', { name })} `;
      })}
      ${same.length > 0 ? msg('The same bit for bit: {names}.', { names: this.#names(same) }) : ''}
      ${
        this.playground.differs
          ? msg('This browser rounds numbers differently from those in which Fall Line is tested.')
          : msg('The link may have been edited, or come from another version of Fall Line.')
      }`;
  }

  #names(racers: readonly Racer[]): string {
    const { names } = this.playground;
    return new Intl.ListFormat(current().tag).format(racers.map(({ key }) => names.get(key) ?? ''));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-expected': ExpectedResult;
  }
}
