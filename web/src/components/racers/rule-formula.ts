// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { shared } from '../../styles/shared.ts';

/** A rule's formula as MathML. The formulas are loaded when the first card is opened. */
@customElement('fall-line-formula')
export class RuleFormula extends LitElement {
  static override styles = [
    shared,
    css`
      .formula {
        margin: 8px 0;
        padding: 8px 12px;
        border-radius: 8px;
        background: var(--soft);
        overflow-x: auto;
      }
      math {
        margin: 4px 0;
        text-align: left;
      }
    `,
  ];
  /** The id of the optimizer. */
  @property() rule = '';
  @state() private formulas: Readonly<Record<string, string>> = {};

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.formulas = (await import('virtual:formulas')).default;
  }

  override render() {
    const formula = this.formulas[this.rule];
    if (!formula) return nothing;
    return html`<div class="formula" tabindex="0" role="group" aria-label="Update rule">
      ${unsafeHTML(formula)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-formula': RuleFormula;
  }
}
