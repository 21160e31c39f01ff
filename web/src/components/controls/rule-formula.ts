// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { msg } from '../../language/message.ts';
import { shared } from '../../styles/shared.ts';
import styles from './rule-formula.css?inline';

/** A rule's formula as MathML. The formulas are loaded when the first card is opened. */
@customElement('fall-line-formula')
export class RuleFormula extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
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
    return html`<div class="formula" tabindex="0" role="group" aria-label=${msg('Update rule')}>
      ${unsafeHTML(formula)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-formula': RuleFormula;
  }
}
