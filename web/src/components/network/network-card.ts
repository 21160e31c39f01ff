// SPDX-License-Identifier: MIT
import { html, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { DataView as SplitData } from '../../../../wasm/types.ts';
import { msg } from '../../language/message.ts';
import { isImage } from '../../pictures/images.ts';
import { NetworkView, rangesOf } from '../../pictures/network/network-view.ts';
import { holdsUnit, shownPart, type Unit } from '../../pictures/network/part.ts';
import { leastWidth } from '../../pictures/network/placement.ts';
import { questionFor } from '../../pictures/network/question.ts';
import { inputsOf } from '../../pictures/plane.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import type { Racer } from '../../race/racer.ts';
import { shared } from '../../styles/shared.ts';
import { scheduleDraw } from '../../util/draw-scheduler.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { throttled } from '../../util/throttled.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import './network-legend.ts';
import './network-map.ts';
import type { PageEvent, ParameterEvent, UnitEvent } from './network-events.ts';
import { pitchForPointer } from './pitch.ts';
import './racer-tabs.ts';
import './unit-detail.ts';
import styles from './network-card.css?inline';

/** The least time between requests, as for the pictures of what racers have learned. */
const intervalMs = 250;

/**
 * The network of one racer: its units, weights and biases, with one unit enlarged.
 * @fires unit-selected - The reader chose a unit. The detail is a UnitEvent's.
 * @fires parameter-selected - The reader chose a weight or a bias. The detail is a ParameterEvent's.
 */
@customElement('fall-line-network-card')
export class NetworkCard extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
    'inspected',
  ];
  protected override readonly pictorial = true;
  /** The last answers, and the data that they are about. */
  @state() private seenNetwork: { view: NetworkView; data: SplitData } | undefined;
  @state() private chosen: Unit | undefined;
  /** The unit under the pointer. */
  @state() private hovered: Unit | undefined;
  /** The first shown unit of a layer. */
  #firsts = new Map<number, number>();
  readonly #askSoon = throttled(intervalMs, () => void this.#ask());
  #asked: Racer | undefined;

  /** New numbers of the race change nothing but the picture. */
  protected override happened(event: PlaygroundEvent): void {
    if (event !== 'numbers') super.happened(event);
    else if (this.seen) this.#askSoon();
  }

  protected override refresh(): void {
    super.refresh();
    this.#askSoon();
  }

  override firstUpdated(): void {
    void this.#ask();
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Another racer is shown at once.
    if (this.hasUpdated && this.playground.inspectedRacer !== this.#asked) void this.#ask();
  }

  override render() {
    const { playground, seenNetwork } = this;
    const racer = this.playground.inspectedRacer;
    if (!racer) return html`<p class="quiet">${msg('No racers yet. Add a racer to start.')}</p>`;
    const name = playground.names.get(racer.key) ?? '';
    return html`<fall-line-racer-tabs
        .playground=${playground}
        .chosen=${racer.key}
      ></fall-line-racer-tabs>
      <div
        role="tabpanel"
        aria-label=${msg('Network of {name}', { name })}
        @unit-selected=${this.#choose}
        @parameter-selected=${this.#mark}
      >
        ${seenNetwork ? this.#network(seenNetwork, name, racer) : html`<div class="coming"></div>`}
        ${
          racer.status === 'diverged'
            ? html`<p class="quiet">
                ${msg('This racer diverged. Its last weights are shown as far as they are numbers.')}
              </p>`
            : nothing
        }
      </div>`;
  }

  #network({ view, data }: NonNullable<typeof this.seenNetwork>, name: string, { key }: Racer) {
    const { parameter } = this.playground.inspected;
    const chosen = this.#chosenIn(view, data);
    return html`<div class="parts">
        <fall-line-network-map
          style="flex-basis:${leastWidth(view.part, pitchForPointer())}px"
          .view=${view}
          .data=${data}
          .racer=${key}
          .chosen=${chosen}
          .hovered=${this.hovered}
          .parameter=${parameter}
          .calm=${this.playground.race.state !== 'running'}
          @unit-hovered=${({ detail }: CustomEvent<Unit | undefined>) => (this.hovered = detail)}
          @page=${this.#page}
        ></fall-line-network-map>
        <fall-line-unit-detail
          .view=${view}
          .data=${data}
          .racer=${key}
          .unit=${this.hovered ?? chosen}
          .parameter=${parameter}
        ></fall-line-unit-detail>
      </div>
      <fall-line-network-legend
        .view=${view}
        .data=${data}
        .name=${name}
      ></fall-line-network-legend>`;
  }

  /** The chosen unit. If it is not shown, the first output, or the first unit with an image. */
  #chosenIn({ part }: NetworkView, { shape }: SplitData): Unit {
    if (this.chosen && holdsUnit(part, this.chosen)) return this.chosen;
    const { layer = 0, first = 0 } = part.columns.at(isImage(shape) ? 1 : -1) ?? {};
    return { layer, unit: first };
  }

  #choose({ detail }: UnitEvent): void {
    this.chosen = { layer: detail.layer, unit: detail.unit };
  }

  #mark({ detail }: ParameterEvent): void {
    this.playground.inspect({ parameter: detail.index });
  }

  #page({ detail }: PageEvent): void {
    this.#firsts.set(detail.layer, detail.first);
    void this.#ask();
  }

  readonly #ask = oneAtATime(async () => {
    const { race } = this.playground;
    const { data } = race;
    const racer = this.playground.inspectedRacer;
    this.#asked = racer;
    if (!this.seen || !data || !racer?.client) return;
    const layers = await racer.ask('layers');
    if (!layers || layers.length === 0) return;
    const inputs = isImage(data.shape) ? 1 : inputsOf(data);
    const units = layers.map((layer) => layer.units);
    const part = shownPart(inputs, units, this.#firsts);
    const question = questionFor(data);
    const [parameters, activations] = await Promise.all([
      racer.ask('evaluationParameters'),
      racer.ask('activations', question.rows, rangesOf(part)),
    ]);
    if (
      !parameters ||
      !activations ||
      racer !== this.playground.inspectedRacer ||
      data !== race.data
    )
      return;
    const view = new NetworkView(part, question, { layers, parameters, activations });
    scheduleDraw(() => {
      this.seenNetwork = { view, data };
    });
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-network-card': NetworkCard;
  }
}
