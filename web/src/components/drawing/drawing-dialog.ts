// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { brushRadius } from '../../data/drawn/brush.ts';
import type { Drawing } from '../../data/drawn/drawing.ts';
import type { Hand } from '../../data/drawn/gesture.ts';
import { mostPoints, perUnit, type Points } from '../../data/drawn/points.ts';
import { lacking } from '../../data/drawn/samples.ts';
import { plain } from '../../format/number.ts';
import { msg } from '../../language/message.ts';
import { told } from '../../language/phrase.ts';
import { DrawnRace } from '../../playground/drawn-race.ts';
import type { Playground } from '../../playground/playground.ts';
import { dialogStyles } from '../../styles/dialog.ts';
import { shared } from '../../styles/shared.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { redoIcon, undoIcon } from '../controls/icons.ts';
import { Modal } from '../controls/modal.ts';
import './drawing-tools.ts';
import './learned-field.ts';
import { classOfKey, fullWords } from './plane-keys.ts';
import './point-plane.ts';
import './start-points.ts';
import { pointsWords } from './words.ts';
import styles from './drawing-dialog.css?inline';

/** A dialog in which points are drawn, and the race follows. Removes itself when it is closed. */
@customElement('fall-line-drawing')
export class DrawingDialog extends LitElement {
  static override styles = [shared, dialogStyles, unsafeCSS(styles)];
  @property({ attribute: false }) playground!: Playground;
  @state() private hand: Hand = { tool: 'add', kind: 0, radius: brushRadius.usual, reach: 0 };
  /** The points that are drawn: those of the drawing at the last update. */
  @state() private points: Points = [];
  @state() private leader = '';
  /** What a screen reader hears. */
  @state() private said = '';
  /** Whether the race is run on this drawing. */
  @state() private raced = false;
  readonly #modal = new Modal(this);
  #race!: DrawnRace;
  /** The points of the race. */
  #followed: Points | undefined;

  get #drawing(): Drawing {
    return this.#race.drawing;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#race = new DrawnRace(this.playground);
    this.points = this.#drawing.points;
    this.raced = this.#race.isRaced;
    if (this.raced) this.#followed = this.points;
    this.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#end();
  }

  override render() {
    const { hand, points, playground } = this;
    const drawing = this.#drawing;
    return this.#modal.draw({
      name: msg('Draw data'),
      content: html`<fall-line-point-plane
          .drawing=${drawing}
          .points=${points}
          .hand=${hand}
          @drawn=${({ detail }: CustomEvent<boolean>) => this.#drawn(detail)}
          @say=${({ detail }: CustomEvent<string>) => (this.said = detail)}
          ><fall-line-learned-field
            .playground=${playground}
            .shown=${this.raced}
            @leader=${({ detail }: CustomEvent<string>) => (this.leader = detail)}
          ></fall-line-learned-field>
          ${points.length === 0 ? html`<p class="hint quiet">${msg('Press anywhere to place points.')}</p>` : nothing}
        </fall-line-point-plane>
        <div class="side">
          <fall-line-drawing-tools
            .hand=${hand}
            .points=${points}
            @hand=${({ detail }: CustomEvent<Partial<Hand>>) => this.#take(detail)}
          ></fall-line-drawing-tools>
          ${this.#brush()}
          <fall-line-start-points
            .playground=${playground}
            @start=${({ detail }: CustomEvent<Points>) => this.#replace(detail)}
          ></fall-line-start-points>
          <p class="note">${this.#note()}</p>
          <p class="leader quiet">${this.leader}</p>
        </div>
        <p class="hidden-words" role="status">${this.said}</p>`,
      foot: html`<button class="primary" @click=${this.#modal.close}>${msg('Done')}</button>
        <span class="room"></span>
        ${this.#step(msg('Undo'), undoIcon, drawing.canUndo, () => this.#travel('undo'))}
        ${this.#step(msg('Redo'), redoIcon, drawing.canRedo, () => this.#travel('redo'))}
        <button class="outlined" ?disabled=${points.length === 0} @click=${() => this.#replace([])}>
          ${msg('Clear')}
        </button>`,
    });
  }

  #step(name: string, picture: unknown, can: boolean, act: () => void) {
    return html`<button
      class="outlined"
      aria-label=${name}
      title=${name}
      aria-disabled=${!can}
      @click=${act}
    >
      ${picture}<span class="name">${name}</span>
    </button>`;
  }

  #brush() {
    const { radius, tool } = this.hand;
    return html`<label class="brush">
      <span>${msg('Brush radius')}</span>
      <input
        type="range"
        min=${brushRadius.least}
        max=${brushRadius.most}
        .value=${String(radius)}
        aria-valuetext=${plain(radius / perUnit)}
        ?disabled=${tool === 'add' || tool === 'move'}
        @input=${(event: Event) => this.#take({ radius: Number((event.target as HTMLInputElement).value) })}
      />
    </label>`;
  }

  /** What the reader should know of the points. */
  #note(): string {
    const { points } = this;
    if (points.length >= mostPoints) return fullWords();
    const missing = lacking(points);
    return missing ? told(missing) : pointsWords(points);
  }

  #take(change: Partial<Hand>): void {
    this.hand = { ...this.hand, ...change };
  }

  #drawn(ended: boolean): void {
    this.points = this.#drawing.points;
    if (ended) void this.#follow();
  }

  #replace(points: Points): void {
    this.#drawing.change(points);
    this.#drawn(true);
    this.said = pointsWords(points);
  }

  #travel(way: 'undo' | 'redo'): void {
    const before = this.points;
    this.#drawing[way]();
    this.#drawn(true);
    if (this.points === before) return;
    const points = pointsWords(this.points);
    this.said =
      way === 'undo' ? msg('Undone. {points}', { points }) : msg('Redone. {points}', { points });
  }

  /** The race starts anew with the points, as soon as there are enough. */
  readonly #follow = oneAtATime(async () => {
    const { points } = this.#drawing;
    if (points === this.#followed || lacking(points)) return;
    this.#followed = points;
    await this.#race.follow();
    this.raced = true;
  });

  async #end(): Promise<void> {
    // A gesture may be under way.
    this.#drawing.end();
    await this.#follow();
    this.#race.end();
  }

  /** The keys of undo and redo, and of the classes. The page has its own undo, which must not hear them. */
  readonly #key = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, shiftKey } = event;
    event.stopPropagation();
    // A list finds its entries by what is typed.
    const isTyped = event.composedPath()[0] instanceof HTMLSelectElement;
    const kind = isTyped ? undefined : classOfKey(event);
    const letter = key.toLowerCase();
    if (kind !== undefined) {
      this.#take({ kind });
      this.said = msg('Class {class}', { class: kind + 1 });
    } else if (ctrlKey !== metaKey && (letter === 'z' || letter === 'y')) {
      event.preventDefault();
      this.#travel(letter === 'y' || shiftKey ? 'redo' : 'undo');
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-drawing': DrawingDialog;
  }
}
