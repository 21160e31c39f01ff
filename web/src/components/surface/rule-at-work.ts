// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MarkEntry, OptimizerEntry } from '../../../../wasm/types.ts';
import { msg } from '../../language/message.ts';
import { captionsOf, type MarkCaption } from '../../pictures/marks/captions.ts';
import type { RuleMarks } from '../../pictures/marks/rule-marks.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import type { Racer } from '../../race/racer.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { referenceLink } from '../controls/reference-link.ts';
import { markGlyph } from './mark-glyph.ts';
import styles from './rule-at-work.css?inline';

/** What a racer's rule draws on the picture, in words and numbers, and the choice of the racer. */
@customElement('fall-line-rule-at-work')
export class RuleAtWork extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings', 'state'];
  @property({ attribute: false }) racer!: Racer;
  /** Whether its marks are drawn, and the marks. */
  @property({ attribute: false }) on = true;
  @property({ attribute: false }) marks: RuleMarks | undefined;

  override render() {
    const { playground, racer, on } = this;
    const { race, names, catalog } = playground;
    const entry = catalog.optimizers.find(({ id }) => id === racer.settings.optimizer.id);
    return html`<div class="head">
        <label
          ><input
            type="checkbox"
            .checked=${on}
            @change=${() => this.dispatchEvent(new Event('switch'))}
          /><span>${msg('Show the rule at work')}</span></label
        >
        ${
          on && entry
            ? html`<select aria-label=${msg('Rule of the racer')} @change=${this.#choose}>
                  ${race.shown.map(
                    ({ key }) =>
                      html`<option value=${key} ?selected=${key === racer.key}>
                        ${names.get(key)}
                      </option>`,
                  )}
                </select>
                ${referenceLink('optimizers', entry)}`
            : nothing
        }
      </div>
      ${on && entry ? this.#marks(entry) : nothing}`;
  }

  #marks({ marks: entries }: OptimizerEntry) {
    const captions = captionsOf(entries, this.marks?.marks ?? []);
    if (captions.length === 0) return html`<p class="quiet">${this.#absence(entries)}</p>`;
    return html`<ul aria-label=${msg('Drawn on the picture')}>
        ${captions.map((caption) => this.#item(caption))}
      </ul>
      <details>
        <summary>${msg('What is drawn')}</summary>
        <dl>
          ${captions.map(
            ({ entry: { label, doc } }) =>
              html`<dt>${label}</dt>
                <dd>${doc}</dd>`,
          )}
        </dl>
      </details>`;
  }

  #item({ entry, text, matrix }: MarkCaption) {
    return html`<li title=${entry.doc}>
      ${markGlyph(entry.kind, this.racer.settings.slot)}<span class="numbers">${text}</span>${
        matrix
          ? html`<span
              class="matrix numbers"
              role="img"
              aria-label=${msg('Matrix {numbers}', { numbers: matrix.join(', ') })}
              >${matrix.map((number) => html`<span>${number}</span>`)}</span
            >`
          : nothing
      }
    </li>`;
  }

  #absence(entries: readonly MarkEntry[]): string {
    const name = this.playground.names.get(this.racer.key) ?? '';
    return entries.length > 0
      ? msg('{name} has not taken a step yet. Press Play to see its rule at work.', { name })
      : msg('The rule of {name} keeps nothing that could be drawn. Choose another racer.', {
          name,
        });
  }

  #choose(event: Event): void {
    this.playground.inspect({ racer: Number((event.target as HTMLSelectElement).value) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-rule-at-work': RuleAtWork;
  }
}
