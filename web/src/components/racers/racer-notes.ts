// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { grouped } from '../../format/number.ts';
import { msg, plural } from '../../language/message.ts';
import type { Change, Racer } from '../../race/racer.ts';
import { settingText } from '../../model/names.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { optimizerRows } from '../../model/settings.ts';
import { refusalText } from '../../model/refusal.ts';
import { whyUnavailable } from '../../model/unavailable.ts';
import { keepChanges } from '../../playground/racers.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './racer-notes.css?inline';

/** The most changes that are listed. A dragged slider makes many. */
const shownChanges = 3;

/** What happened to a racer, why, and what to do. */
@customElement('fall-line-racer-notes')
export class RacerNotes extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['state'];
  @property({ attribute: false }) racer!: Racer;

  override render() {
    const { status, message, curve, changes } = this.racer;
    return html`${status === 'refused' ? this.#refusal() : nothing}
    ${status === 'failed' ? html`<div class="warn">${message}</div>` : nothing}
    ${
      status === 'reached'
        ? html`<div>
            ${msg('Reached the target at step {step}.', { step: grouped(curve.last('step')) })}
          </div>`
        : nothing
    }
    ${
      status === 'converged'
        ? html`<div>
            ${msg('Stopped at step {step} by its own test: {why}. The others go on.', {
              step: grouped(curve.last('step')),
              why: message,
            })}
          </div>`
        : nothing
    }
    ${changes.length > 0 ? this.#changes() : nothing}`;
  }

  /** The refusal. Suggests another optimizer if the rule does not work on the problem. */
  #refusal() {
    const { catalog } = this.playground;
    const { settings, problems } = this.racer;
    const entry = catalog.optimizers.find(({ id }) => id === settings.optimizer.id);
    const text = refusalText(catalog, settings, problems);
    if (!entry || !whyUnavailable(problems)) return html`<div class="warn">${text}</div>`;
    return html`<div class="warn">
      ${text} ${msg('Change the problem, or choose another optimizer. The other racers go on.')}
      <button @click=${() => this.dispatchEvent(new CustomEvent('another'))}>
        ${msg('Choose another optimizer')}
      </button>
    </div>`;
  }

  #changes() {
    const { changes, current } = this.racer;
    const rows = optimizerRows(this.playground.catalog, current.id);
    const text = ({ step, values }: Change): string => {
      const list = rows
        .filter(({ id }) => id in values)
        .map((row) => settingText(row, values[row.id] ?? row.default));
      return msg('Changed at step {step}: {settings}.', {
        step: grouped(step),
        settings: list.join(', '),
      });
    };
    const earlier = changes.length - shownChanges;
    return html`<div>
      ${earlier > 0 ? html`${plural(earlier, '{n} earlier change.', '{n} earlier changes.')}<br />` : nothing}
      ${changes.slice(-shownChanges).map((change) => html`${text(change)}<br />`)}
      <button
        title=${msg('Restarts this racer from the first step with these settings. It then catches up with the others.')}
        @click=${() => keepChanges(this.playground, this.racer.key)}
      >
        ${msg('Restart with these settings')}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racer-notes': RacerNotes;
  }
}
