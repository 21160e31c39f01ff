// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Finding, Report } from '../../../../wasm/types.ts';
import { msg, plural } from '../../language/message.ts';
import { tell } from '../../model/finding-text.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { applyRemedy } from '../../playground/remedies.ts';
import type { Racer } from '../../race/racer.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './racer-findings.css?inline';

/** How many findings are shown at once. */
const most = 2;
/** A racer that took no step for so long is asked. Someone who takes single steps wants no diagnosis of each. */
const restMs = 200;

/** What is wrong with a racer that rests, and a button for each remedy. Nothing if nothing is. */
@customElement('fall-line-racer-findings')
export class RacerFindings extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['settings', 'state'];
  @property({ attribute: false }) racer!: Racer;
  /** What the racer had reported when it was asked last. */
  #asked: Report | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override willUpdate(): void {
    // While the reader drags a slider, nothing may appear above it.
    if (this.playground.isHeld) return;
    const { report, status } = this.racer;
    // On a slow machine a card would grow and shrink between reports.
    const goesOn = status === 'running' && this.playground.race.state === 'running';
    if (report === this.#asked || goesOn) return;
    this.#asked = report;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), restMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<void> {
    const { racer } = this;
    const { report } = racer;
    const findings = (await racer.ask('diagnose')) ?? [];
    if (findings.length > 0) await this.playground.loadDeferred();
    if (racer !== this.racer || report !== racer.report) return;
    if (this.playground.isHeld) {
      this.#asked = undefined;
      return;
    }
    racer.diagnosis = { of: racer.report, findings };
    if (findings.length > 0) this.playground.emit('state');
  }

  override render() {
    const findings = this.racer.findings ?? [];
    const others = findings.slice(most);
    return html`${findings.slice(0, most).map((finding) => this.#finding(finding))}
    ${
      others.length > 0
        ? html`<details class="others">
            <summary>${plural(others.length, '{n} more', '{n} more')}</summary>
            ${others.map((finding) => this.#finding(finding))}
          </details>`
        : nothing
    }`;
  }

  #finding(finding: Finding) {
    const { racer } = this;
    const told = tell(
      this.playground.catalog,
      { ...racer.settings, optimizer: racer.current },
      finding,
    );
    if (!told) return nothing;
    const { remedy } = finding;
    return html`<div class="finding ${racer.status === 'diverged' ? 'warn' : ''}">
      <p><b>${told.name}.</b> ${told.text}</p>
      ${
        told.details
          ? html`<details>
              <summary>${msg('Why')}</summary>
              <p>${told.details}</p>
            </details>`
          : nothing
      }
      ${
        remedy
          ? html`<button
              title=${
                remedy.path.startsWith('problem.')
                  ? msg('Restarts the race with this one change. Undo takes it back.')
                  : msg(
                      'Restarts this racer with this one change. It then catches up with the others. Undo takes it back.',
                    )
              }
              @click=${() => applyRemedy(this.playground, racer.key, remedy)}
            >
              ${msg('Try {change}', { change: told.remedy ?? '' })}
            </button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-racer-findings': RacerFindings;
  }
}
