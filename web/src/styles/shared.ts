// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Shared styles of buttons, fields, cards, and texts for screen readers. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    min-width: 0;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h2 {
    margin: 0;
    font-size: 13px;
    font-weight: 600;
    color: var(--ink-2);
  }
  p {
    margin: 0;
  }
  .card {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 16px;
  }
  .quiet {
    color: var(--ink-2);
  }
  .mono {
    font-family: var(--mono);
    font-variant-numeric: tabular-nums;
  }
  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 32px;
    min-width: 32px;
    padding: 0 10px;
    background: none;
    border: 1px solid transparent;
    border-radius: 8px;
    cursor: pointer;
  }
  button:hover:not(:disabled, [aria-disabled='true']) {
    background: var(--soft);
  }
  button:is(:disabled, [aria-disabled='true']) {
    opacity: 0.45;
    cursor: default;
  }
  button.outlined {
    border-color: var(--line);
    background: var(--card);
  }
  select,
  input:not([type='range'], [type='checkbox'], [type='radio']) {
    min-height: 28px;
    padding: 2px 8px;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--paper);
    max-width: 100%;
  }
  input[type='range'] {
    width: 100%;
    height: 24px;
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }
  input[type='checkbox'] {
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--accent);
  }
  select:hover,
  input:hover {
    border-color: var(--edge);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  summary {
    cursor: pointer;
    min-height: 24px;
  }
  a {
    color: var(--accent);
  }
  .segments {
    display: inline-flex;
    padding: 2px;
    border-radius: 8px;
    background: var(--soft);
  }
  .segments button {
    min-height: 26px;
    min-width: 0;
    padding: 0 10px;
    border-radius: 6px;
    font-size: 13px;
    white-space: nowrap;
    color: var(--ink-2);
  }
  .segments button[aria-pressed='true'] {
    background: var(--card);
    color: var(--ink);
    font-weight: 600;
    box-shadow: 0 1px 2px rgb(0 0 0 / 14%);
  }
  .segments-narrow {
    display: none;
  }
  @media (max-width: 719px) {
    .segments {
      display: none;
    }
    .segments-narrow {
      display: block;
      flex: 1;
    }
  }
  .hidden-words {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    button,
    select,
    summary,
    .segments button,
    input:not([type='range'], [type='checkbox'], [type='radio']) {
      min-height: 44px;
    }
    button {
      min-width: 44px;
    }
    input[type='range'] {
      height: 44px;
    }
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
    /* Important, because components style their chosen buttons by longer selectors. */
    button[aria-pressed='true'],
    button[aria-current='true'] {
      forced-color-adjust: none;
      border-color: Highlight !important;
      background: Highlight !important;
      color: HighlightText !important;
    }
    button[aria-pressed='true'] *,
    button[aria-current='true'] * {
      color: inherit !important;
    }
  }
`;
