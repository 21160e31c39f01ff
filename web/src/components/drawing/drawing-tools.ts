// SPDX-License-Identifier: MIT
import { html, LitElement, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Hand, Tool } from '../../data/drawn/gesture.ts';
import { countsOf, type Points } from '../../data/drawn/points.ts';
import { grouped } from '../../format/number.ts';
import { marked, msg, plural } from '../../language/message.ts';
import { shared } from '../../styles/shared.ts';
import { classMark } from '../../pictures/class-mark.ts';
import { toolIcons } from './drawing-icons.ts';
import styles from './drawing-tools.css?inline';

const tools: readonly (readonly [Tool, name: string, help: string])[] = [
  ['add', marked('Add'), marked('Each press places a point of the chosen class.')],
  ['paint', marked('Paint'), marked('Drag to spray points of the chosen class.')],
  ['move', marked('Move'), marked('Drag a point to another place.')],
  ['erase', marked('Erase'), marked('Drag over points to erase them.')],
];

/**
 * The tools of the drawing, the classes, and the brush.
 * @fires hand - The reader has chosen another tool, class or brush. `detail`: what changes.
 */
@customElement('fall-line-drawing-tools')
export class DrawingTools extends LitElement {
  static override styles = [shared, unsafeCSS(styles)];
  @property({ attribute: false }) hand!: Hand;
  @property({ attribute: false }) points!: Points;

  override render() {
    const { hand } = this;
    const help = tools.find(([tool]) => tool === hand.tool)?.[2] ?? '';
    const places = hand.tool === 'add' || hand.tool === 'paint';
    return html`<div class="tools" role="group" aria-label=${msg('Tool')}>
        ${tools.map(
          ([tool, name, title]) =>
            html`<button
              aria-pressed=${tool === hand.tool}
              title=${msg(title)}
              @click=${() => this.#take({ tool })}
            >
              ${toolIcons[tool]}<span>${msg(name)}</span>
            </button>`,
        )}
      </div>
      <p class="help quiet">${msg(help)}</p>
      <div class="classes" role="group" aria-label=${msg('Class of new points')}>
        ${countsOf(this.points).map((count, kind) => this.#class(kind, count, places))}
      </div>`;
  }

  #class(kind: number, count: number, places: boolean) {
    const name = msg('Class {class}', { class: kind + 1 });
    return html`<button
      aria-pressed=${kind === this.hand.kind}
      title=${name}
      @click=${() => this.#take({ kind, ...(!places && { tool: 'add' }) })}
    >
      ${classMark(kind, 16)}
      <span class="name" aria-hidden="true">${name}</span>
      <span class="count" aria-hidden="true">${grouped(count)}</span>
      <span class="hidden-words">
        ${plural(count, '{name}: {n} point', '{name}: {n} points', { name })}
      </span>
    </button>`;
  }

  #take(detail: Partial<Hand>): void {
    this.dispatchEvent(new CustomEvent('hand', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-drawing-tools': DrawingTools;
  }
}
