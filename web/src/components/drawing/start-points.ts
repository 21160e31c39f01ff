// SPDX-License-Identifier: MIT
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { DatasetEntry } from '../../../../wasm/types.ts';
import { mostDrawnClasses, type Points } from '../../data/drawn/points.ts';
import { fitted } from '../../data/drawn/samples.ts';
import { msg } from '../../language/message.ts';
import type { OwnEntry } from '../../model/own-samples.ts';
import { component, datasetRows } from '../../model/settings.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { PlaygroundElement } from '../base/playground-element.ts';

/**
 * A choice of a data set to begin with.
 * @fires start - The reader has chosen. `detail`: the points.
 */
@customElement('fall-line-start-points')
export class StartPoints extends PlaygroundElement {
  static override styles = [
    shared,
    css`
      label {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        font-size: var(--text-small);
      }
      span {
        flex: none;
      }
      select {
        flex: 1;
        min-width: 0;
      }
    `,
  ];
  protected override readonly watches: readonly PlaygroundEvent[] = [];

  override render() {
    const sets = this.playground.catalog.datasets.filter(isPlane);
    return html`<label>
      <span>${msg('Start from')}</span>
      <select @change=${this.#choose}>
        <option value="">${msg('a data set…')}</option>
        ${sets.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select>
    </label>`;
  }

  async #choose(event: Event): Promise<void> {
    const select = event.target as HTMLSelectElement;
    const { value } = select;
    if (value === '') return;
    const detail = await this.#pointsOf(value);
    select.value = '';
    if (detail) this.dispatchEvent(new CustomEvent('start', { detail }));
  }

  async #pointsOf(id: string): Promise<Points | undefined> {
    const { catalog, inquiry, race, settings } = this.playground;
    const entry: Partial<OwnEntry> | undefined = catalog.datasets.find((one) => one.id === id);
    const inUse = settings.dataset.id === id ? race.data : undefined;
    const samples =
      inUse ??
      entry?.sample ??
      (await inquiry.ask('sample', component(id, datasetRows(catalog, id))));
    return samples && fitted(samples);
  }
}

/** Whether points of a data set can be drawn. One that the reader writes has none before it is written. */
function isPlane({
  inputs,
  task,
  hyperparameters,
  drawn,
  sample,
}: DatasetEntry & Partial<OwnEntry>): boolean {
  const isWritten = hyperparameters.some(({ kind }) => kind === 'text');
  const few = (sample?.classes ?? 0) <= mostDrawnClasses;
  return inputs === 2 && task === 'classification' && !isWritten && !drawn && few;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-start-points': StartPoints;
  }
}
