// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** A grid of thumbnails to choose from, with a text about the chosen one. */
export const thumbs = css`
  .thumbs {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(40px, 1fr));
    gap: 8px;
    margin: 12px 0 8px;
  }
  .thumb {
    position: relative;
    display: block;
    border: 1px solid var(--line);
    border-radius: 8px;
    overflow: hidden;
    cursor: pointer;
  }
  .thumb:hover {
    border-color: var(--edge);
  }
  .thumb input {
    position: absolute;
    opacity: 0;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    cursor: pointer;
  }
  .thumb.on {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .thumb:focus-within {
    box-shadow: 0 0 0 5px var(--note-soft);
  }
  .about {
    margin-bottom: 8px;
    font-size: 13px;
    color: var(--ink-2);
  }
  .about b {
    color: var(--ink);
  }
`;
