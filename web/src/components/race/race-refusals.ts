// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement } from 'lit/decorators.js';
import { msg, plural, rich } from '../../language/message.ts';
import type { Racer } from '../../race/racer.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { refusalText } from '../../model/refusal.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';
import styles from './race-refusals.css?inline';

const shown = 3;

export const cannotRace = (racers: readonly Racer[]): Racer[] =>
  racers.filter(({ status }) => status === 'refused' || status === 'failed');

/** The racers that were refused and the reasons, for a frame, which has no cards. */
@customElement('fall-line-refusals')
export class RaceRefusals extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = ['state'];

  override render() {
    const { racers } = this.playground.race;
    const out = cannotRace(racers);
    return html`<div role="status">
      ${out.length === racers.length ? html`<p>${msg('No racer can start, so Play is off.')}</p>` : nothing}
      ${out.slice(0, shown).map((racer) => this.#line(racer))}
      ${out.length > shown ? html`<p>${plural(out.length - shown, '{n} more cannot race.', '{n} more cannot race.')}</p>` : nothing}
    </div>`;
  }

  #line({ key, status, settings, problems, message }: Racer) {
    const { catalog, names } = this.playground;
    const why = status === 'refused' ? refusalText(catalog, settings, problems) : message;
    return html`<p>
      ${racerSwatch(settings.slot)}
      ${rich('{name} does not race.', { name: html`<b>${names.get(key)}</b>` })} ${why}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-refusals': RaceRefusals;
  }
}
