// SPDX-License-Identifier: MIT
import type { LitElement, ReactiveController } from 'lit';
import { onThemeChange } from '../../page/theme.ts';

/** Redraws a picture when the theme changes, because it uses the theme's colours. */
export class ThemeController implements ReactiveController {
  readonly #changed: () => void;
  #off = () => {};

  constructor(host: LitElement, redraw = () => host.requestUpdate()) {
    this.#changed = () => host.hasUpdated && redraw();
    host.addController(this);
  }

  hostConnected(): void {
    this.#off = onThemeChange(this.#changed);
  }

  hostDisconnected(): void {
    this.#off();
  }
}
