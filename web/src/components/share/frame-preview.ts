// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { Wire } from '../../element/wire.ts';

/** A frame as authors get it. Sends `resize` with the height of its contents as the detail. */
@customElement('fall-line-preview')
export class FramePreview extends LitElement {
  static override styles = css`
    iframe {
      display: block;
      width: 100%;
      border: 0;
      border-radius: var(--radius-small);
      outline: 1px solid var(--line);
    }
  `;
  @property({ attribute: false }) address = '';
  @property({ attribute: false }) name = '';
  /** In CSS pixels. */
  @property({ attribute: false }) height = 0;
  @query('iframe') private frame!: HTMLIFrameElement;
  readonly #wire = new Wire((message) => {
    if (message.type === 'resize' || message.type === 'ready') this.#tell(message.height);
  });

  override render() {
    return html`<iframe
      title=${this.name}
      height=${this.height}
      sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
    ></iframe>`;
  }

  override firstUpdated(): void {
    this.#wire.listen(this.frame, false);
    this.frame.src = this.address;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#wire.close();
  }

  #tell(detail: number): void {
    this.dispatchEvent(new CustomEvent('resize', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-preview': FramePreview;
  }
}
