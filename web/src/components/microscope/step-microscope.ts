// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Layer } from '../../../../wasm/types.ts';
import type { FillableFormula, Quantity } from '../../catalog/quantity.ts';
import type { ParameterStep } from '../../engine/past.ts';
import { grouped, threeDigits } from '../../format/number.ts';
import { msg, rich } from '../../language/message.ts';
import {
  parameterAt,
  parameterIndex,
  parameterName,
  type ParameterPlace,
} from '../../model/parameter.ts';
import type { Racer } from '../../race/racer.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { shared } from '../../styles/shared.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { racerSwatch } from '../controls/racer-swatch.ts';
import { bar, filledFormula } from './filled-formula.ts';
import styles from './step-microscope.css?inline';

/** One step of one parameter: the rule's formula with its numbers, and what the step changed. */
@customElement('fall-line-microscope')
export class StepMicroscope extends PlaygroundElement {
  static override styles = [shared, unsafeCSS(styles)];
  protected override readonly watches: readonly PlaygroundEvent[] = [
    'settings',
    'state',
    'numbers',
    'inspected',
  ];
  @state() private layers: readonly Layer[] = [];
  @state() private numbers: ParameterStep | undefined;
  /** The racer that `numbers` is of. */
  #of: Racer | undefined;
  @state() private formulas: Readonly<Record<string, readonly FillableFormula[]>> = {};

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.formulas = (await import('virtual:step-formulas')).default;
  }

  override render() {
    const { race, names } = this.playground;
    const racer = this.#racer;
    if (!racer) return nothing;
    return html`<div class="choice">
        <label
          ><span>${msg('Racer')}</span>
          <select aria-label=${msg('Racer')} @change=${this.#chooseRacer}>
            ${race.shown.map(
              ({ key }) =>
                html`<option value=${key} ?selected=${key === racer.key}>
                  ${names.get(key)}
                </option>`,
            )}
          </select></label
        >
        ${this.#places(racer)}
      </div>
      ${race.state === 'running' ? html`<p>${msg('Pause the race to look at a step.')}</p>` : this.#step(racer)}`;
  }

  get #racer(): Racer | undefined {
    return this.playground.inspectedRacer;
  }

  /** The inspected parameter, or the first one if there is no such parameter. */
  get #parameter(): number {
    const { inspected, race } = this.playground;
    const parameter = inspected.parameter ?? 0;
    const known = race.kind.onPlane ? parameter < 2 : parameterAt(this.layers, parameter);
    return known ? parameter : 0;
  }

  override firstUpdated(): void {
    void this.#look();
  }

  protected override refresh(): void {
    super.refresh();
    void this.#look();
  }

  /** Asks for the last step of the chosen racer at the moment that the page shows. */
  readonly #look = oneAtATime(async () => {
    const { race } = this.playground;
    const racer = this.#racer;
    if (!racer || race.state === 'running') return;
    this.layers = (await racer.ask('layers')) ?? [];
    const step = racer.report?.step ?? 0;
    const seen = await racer.dissect(step, this.#parameter);
    if (racer !== this.#racer) return;
    this.#of = racer;
    this.numbers = seen;
  });

  #places(racer: Racer) {
    if (this.playground.race.kind.onPlane)
      return html`<label
        ><span>${msg('Parameter')}</span>
        <select aria-label=${msg('Parameter')} @change=${this.#choosePlain}>
          ${['x', 'y'].map(
            (name, index) =>
              html`<option value=${index} ?selected=${index === this.#parameter}>${name}</option>`,
          )}
        </select></label
      >`;
    const layers = this.layers;
    const place = parameterAt(layers, this.#parameter);
    if (!place) return racer.status === 'loading' ? nothing : html`<span></span>`;
    const layer = layers[place.layer] as Layer;
    const kinds = [
      ['weights', msg('weight')],
      ['biases', msg('bias')],
      ...(layer.gains > 0
        ? [['gains', msg('gain')] as const, ['shifts', msg('shift')] as const]
        : []),
    ] as const;
    const kindsName = layer.gains > 0 ? msg('Kind of parameter') : msg('Weight or bias');
    const number = (
      name: string,
      value: number,
      most: number,
      to: (value: number) => ParameterPlace,
    ) =>
      html`<label
        ><span>${name}</span>
        <input
          type="number"
          min="1"
          max=${most}
          .value=${String(value + 1)}
          aria-label=${name}
          @change=${(event: Event) => this.#go(to(numberOf(event, most) - 1))}
      /></label>`;
    return html`<label
        ><span>${msg('Layer')}</span>
        <select
          aria-label=${msg('Layer')}
          @change=${(event: Event) =>
            this.#go({
              layer: Number((event.target as HTMLSelectElement).value),
              row: 0,
              column: 0,
              kind: 'weights',
            })}
        >
          ${layers.map(
            (_, index) =>
              html`<option value=${index} ?selected=${index === place.layer}>
                ${index === layers.length - 1 ? msg('output') : msg('hidden {n}', { n: index + 1 })}
              </option>`,
          )}
        </select></label
      >
      ${number(msg('Unit'), place.row, layer.rows, (row) => ({ ...place, row }))}
      <label
        ><span>${kindsName}</span>
        <select
          aria-label=${kindsName}
          @change=${(event: Event) => {
            const kind = (event.target as HTMLSelectElement).value as ParameterPlace['kind'];
            this.#go({ ...place, kind, column: kind === 'weights' ? 0 : undefined });
          }}
        >
          ${kinds.map(
            ([kind, name]) =>
              html`<option value=${kind} ?selected=${kind === place.kind}>${name}</option>`,
          )}
        </select></label
      >
      ${
        place.column === undefined
          ? nothing
          : number(msg('From input'), place.column, layer.columns, (column) => ({
              ...place,
              column,
            }))
      }`;
  }

  #step(racer: Racer) {
    const { numbers: seen, playground } = this;
    const name = playground.names.get(racer.key) ?? '';
    if (!seen || this.#of?.key !== racer.key)
      return html`<p>
        ${msg('{name} has not taken a step yet. Choose a later moment, or press Play.', { name })}
      </p>`;
    const { before, after, step } = seen;
    const moved = after.value - before.value;
    const what = playground.race.kind.onPlane
      ? (['x', 'y'][this.#parameter] ?? '')
      : parameterName(this.layers, this.#parameter);
    const way = {
      ...{ step: grouped(step), name, what },
      ...{ before: threeDigits(before.value), after: threeDigits(after.value) },
    };
    return html`<p class="sentence">
        ${racerSwatch(racer.settings.slot)}<span
          >${
            Math.abs(moved) > 0
              ? rich('Step {step} of {name} moved {what} from {before} to {after}, by {change}.', {
                  ...way,
                  change: html`<b>${threeDigits(moved)}</b>`,
                })
              : msg('Step {step} of {name} moved {what} from {before} to {after}.', way)
          }</span
        >
      </p>
      ${this.#formula(racer, seen)} ${this.#table(racer, seen)}`;
  }

  /** The formula with symbols, and below it with numbers, if it holds for one parameter alone. */
  #formula(racer: Racer, seen: ParameterStep) {
    const { id } = racer.settings.optimizer;
    const formula = this.formulas[id];
    const wrapped = racer.settings.wrappers.length > 0;
    const symbols = html`<fall-line-formula .rule=${id}></fall-line-formula>`;
    if (!formula || wrapped)
      return html`${symbols}
        <p class="quiet">
          ${
            wrapped
              ? msg('The formula does not show what the wrappers do.')
              : msg(
                  'This rule mixes the numbers of several parameters, so its formula is shown without them.',
                )
          }
        </p>`;
    return html`${symbols}
      <div
        class="filled"
        tabindex="0"
        role="group"
        aria-label=${msg('The formula with the numbers of this step')}
      >
        ${filledFormula(formula, (quantity) => this.#value(racer, seen, quantity))}
      </div>`;
  }

  #value(racer: Racer, seen: ParameterStep, quantity: Quantity): number | undefined {
    if (quantity === 'gradient') return seen.gradient;
    if (quantity === 'step') return seen.step;
    if (quantity === 'rate') return seen.learningRate;
    const space = quantity.indexOf(' ');
    const name = quantity.slice(space + 1);
    if (quantity.startsWith('setting')) {
      const { values } = racer.current;
      const row = this.playground.catalog.optimizers
        .find(({ id }) => id === racer.settings.optimizer.id)
        ?.hyperparameters.find(({ id }) => id === name);
      return Number(values[name] ?? row?.default);
    }
    const moment = quantity.startsWith('before') ? seen.before : seen.after;
    return name === '' ? moment.value : moment.state[name];
  }

  #table(racer: Racer, { gradient, before, after }: ParameterStep) {
    const entry = this.playground.catalog.optimizers.find(
      ({ id }) => id === racer.settings.optimizer.id,
    );
    const moved = after.value - before.value;
    const known = new Map(entry?.state.map((vector) => [vector.name, vector]));
    const vectors = Object.keys(after.state).map((name) => ({
      label: known.get(name)?.doc ?? msg(name),
      before: before.state[name],
      after: after.state[name] ?? Number.NaN,
    }));
    const rows = [
      ...(gradient === undefined
        ? []
        : [{ label: msg('gradient'), before: undefined, after: gradient }]),
      ...vectors,
      { label: msg('step of the parameter'), before: undefined, after: moved },
    ];
    const largest = Math.max(...rows.map((row) => Math.abs(row.after)).filter(Number.isFinite));
    return html`<table>
        <thead>
          <tr>
            <th scope="col">${msg('Quantity')}</th>
            <th scope="col">${msg('Before')}</th>
            <th scope="col">${msg('In this step')}</th>
            <th scope="col">${msg('Size, log scale')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <th scope="row">${row.label}</th>
                <td>${row.before === undefined ? '' : threeDigits(row.before)}</td>
                <td>${threeDigits(row.after)}</td>
                <td>${bar(row.after, largest)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="quiet">${effect(gradient, moved)}</p>`;
  }

  #go(place: ParameterPlace): void {
    const layer = this.layers[place.layer];
    if (!layer) return;
    this.playground.inspect({ parameter: parameterIndex(layer, place) });
  }

  #chooseRacer(event: Event): void {
    this.playground.inspect({ racer: Number((event.target as HTMLSelectElement).value) });
  }

  #choosePlain(event: Event): void {
    this.playground.inspect({ parameter: Number((event.target as HTMLSelectElement).value) });
  }
}

/** How the step compares with that of plain gradient descent. */
function effect(gradient: number | undefined, moved: number) {
  if (!gradient || !moved) return nothing;
  const rate = -moved / gradient;
  return rate > 0
    ? msg('Plain gradient descent would take this step with a learning rate of {rate}.', {
        rate: threeDigits(rate),
      })
    : msg('The step goes uphill for this gradient. It follows earlier ones, or other parameters.');
}

/** A whole number from 1 to `most`. Anything else becomes the nearest. */
function numberOf(event: Event, most: number): number {
  const input = event.target as HTMLInputElement;
  const value = Math.min(most, Math.max(1, Math.round(Number(input.value)) || 1));
  input.value = String(value);
  return value;
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-microscope': StepMicroscope;
  }
}
