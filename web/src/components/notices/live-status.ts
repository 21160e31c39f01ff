// SPDX-License-Identifier: MIT
import { html, unsafeCSS } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { grouped, threeDigits } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import type { PlaygroundEvent } from '../../playground/playground.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import styles from './live-status.css?inline';

/** The least time between messages, because screen readers speak them one after another. */
const quietMs = 5000;

/** How long the settings must stay before the race that was run for them is announced. */
const settledMs = 600;

/** Announces events of the race for screen readers. It never announces running numbers. */
@customElement('fall-line-status')
export class LiveStatus extends PlaygroundElement {
  static override styles = unsafeCSS(styles);
  protected override readonly watches: readonly PlaygroundEvent[] = ['state', 'numbers'];
  @state() private message = '';
  #pending: string[] = [];
  #said = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The last answer heard of, and whether it is still to be announced. */
  #answer = 0;
  #owed = false;
  #settled: ReturnType<typeof setTimeout> | undefined;

  override render() {
    return html`<p role="status">${this.message}</p>`;
  }

  /** The page draws it once there is something to tell. */
  override firstUpdated(): void {
    this.happened();
  }

  protected override happened(): void {
    const { race } = this.playground;
    if (race.answers > 0) return this.#hearAnswer();
    [this.#answer, this.#owed] = [0, false];
    if (race.at === 0 && race.state !== 'running') this.#said.clear();
    this.#tellStops();
    if (race.state === 'running') this.#say(msg('The race is running.'));
    const quarter = Math.floor((4 * race.at) / race.limit);
    if (quarter > 0 && quarter < 4)
      this.#say(`${msg('{n} percent.', { n: 25 * quarter })} ${this.#leader()}`, `${quarter}`);
    if (race.state === 'finished')
      this.#say(`${msg('The race is over.')} ${this.#order()}`, `end ${race.limit}`);
    if (race.trouble !== '') this.#say(race.trouble);
  }

  /** Waits until the settings stay and their race is at its end. */
  #hearAnswer(): void {
    const { answers } = this.playground.race;
    if (answers !== this.#answer) {
      clearTimeout(this.#settled);
      this.#settled = undefined;
      this.#answer = answers;
      this.#owed = true;
    }
    if (!this.#owed) return this.#tellStops();
    this.#settled ??= setTimeout(() => this.#tellAnswer(), settledMs);
  }

  /** Tells the result of an answer. While the reader drags or the race goes on, a later event comes here. */
  #tellAnswer(): void {
    const { race, isHeld } = this.playground;
    this.#settled = undefined;
    if (isHeld || race.answers === 0 || race.state === 'running') return;
    this.#owed = false;
    this.#pending = [];
    this.#said.clear();
    this.#say(msg('New result: {order}.', { order: this.#order() }));
    this.#tellStops();
  }

  /** Tells what happened to racers. A diagnosis may come later than the result. */
  #tellStops(): void {
    const { race, names } = this.playground;
    for (const { key, status, report, message, findings } of race.racers) {
      const name = names.get(key) ?? '';
      for (const { fault } of findings ?? [])
        if (fault !== status) this.#say(`${name}: ${this.#nameOf(fault)}.`);
      if (status === 'diverged')
        this.#say(
          msg('{name} diverged at step {step}: {why}.', {
            name,
            step: grouped(report?.step ?? 0),
            why: message,
          }),
        );
      if (status === 'reached') this.#say(msg('{name} reached the target.', { name }));
      if (status === 'converged') this.#say(msg('{name} stopped by its own test.', { name }));
    }
  }

  #say(message: string, once = message): void {
    if (this.#said.has(once)) return;
    this.#said.add(once);
    this.#pending.push(message);
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#speak(), 100);
  }

  /** Announces all waiting messages together. */
  #speak(): void {
    this.message = this.#pending.join(' ');
    this.#pending = [];
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#pending.length > 0) this.#speak();
    }, quietMs);
  }

  #nameOf(fault: string): string {
    return this.playground.catalog.faults.find(({ id }) => id === fault)?.name ?? '';
  }

  #leader(): string {
    const [best] = this.#standings();
    return best ? msg('{name} leads.', { name: best }) : '';
  }

  #order(): string {
    return this.#standings().join(', ');
  }

  #standings(): string[] {
    const { race, names } = this.playground;
    return race.comparison.standings.map(
      ({ racer, loss }) => `${names.get(racer.key)} ${threeDigits(loss)}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-status': LiveStatus;
  }
}
