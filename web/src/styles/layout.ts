// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Three columns on a desktop, two on a tablet, one on a phone with the transport at the bottom. */
export const layout = css`
  header {
    position: sticky;
    top: 0;
    z-index: 10;
    display: grid;
    grid-template-columns: minmax(268px, 1fr) auto minmax(268px, 1fr);
    align-items: center;
    gap: 16px;
    min-height: 53px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--line);
    background: var(--card);
  }
  h1 {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    font-size: 16px;
    font-weight: 650;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  nav {
    display: flex;
    justify-content: flex-end;
    gap: 4px;
  }
  nav {
    position: relative;
  }
  /* Below the button, so nothing moves. */
  .toast {
    position: absolute;
    top: calc(100% + 4px);
    right: 0;
    z-index: 20;
    padding: 4px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--card);
    box-shadow: var(--shadow);
    font-size: 13px;
    white-space: nowrap;
  }
  footer {
    max-width: 1600px;
    margin: auto;
    padding: 0 16px 24px;
    color: var(--ink-2);
    font-size: 13px;
  }
  main {
    display: grid;
    grid-template-columns: 268px minmax(0, 1fr) 300px;
    grid-template-areas: 'top top top' 'problem race racers';
    gap: 0 16px;
    max-width: 1600px;
    margin: auto;
    padding: 16px;
  }
  .top {
    grid-area: top;
  }
  .top .card {
    margin-bottom: 16px;
  }
  section {
    isolation: isolate;
    display: grid;
    align-content: start;
    gap: 16px;
    min-width: 0;
    grid-template-columns: minmax(0, 1fr);
  }
  .race {
    grid-area: race;
  }
  .racers {
    grid-area: racers;
  }
  .problem {
    grid-area: problem;
  }
  section h2 {
    margin-bottom: 12px;
  }
  .coming {
    height: 480px;
  }
  section:focus {
    outline: none;
  }
  section:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 4px;
  }
  .fold {
    padding: 8px 16px;
  }
  .fold summary {
    display: flex;
    align-items: center;
    min-height: 28px;
    gap: 8px;
    color: var(--ink-2);
  }
  .fold summary::before {
    content: '▸';
  }
  .fold[open] summary::before {
    content: '▾';
  }
  .fold summary b {
    color: var(--ink);
    font-weight: 600;
  }
  nav.skip {
    position: fixed;
    z-index: 30;
    top: 4px;
    left: 4px;
    display: flex;
    gap: 4px;
    padding: 4px;
    border-radius: 8px;
    background: var(--card);
    box-shadow: var(--shadow);
  }
  nav.skip:not(:focus-within) {
    clip-path: inset(100%);
    pointer-events: none;
  }
  /* The help of a control is beside its column, over the race, so it covers no other control. */
  .problem {
    --help-left: calc(100% + 12px);
    --help-right: auto;
  }
  .racers {
    --help-left: auto;
    --help-right: calc(100% + 12px);
  }
  .problem:is(:hover, :focus-within),
  .racers:is(:hover, :focus-within) {
    z-index: 3;
  }
  @media (max-width: 1459px) {
    .wide {
      display: none;
    }
  }
  @media (max-width: 439px), (min-width: 720px) and (max-width: 1039px) {
    h1 span {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @media (max-width: 439px) {
    nav button {
      padding: 0 6px;
    }
  }
  /* A window this low, or one magnified fourfold, has no room for fixed parts. */
  @media (max-height: 420px) {
    header {
      position: static;
    }
  }
  @media (max-width: 1099px) {
    /* Here a column fills the window, so help is above its control, over what precedes it. */
    .problem,
    .racers {
      --help-left: 0;
      --help-right: 0;
      --help-top: auto;
      --help-bottom: calc(100% + 4px);
      --help-width: auto;
    }
    header {
      grid-template-columns: auto 1fr auto;
    }
    .transport {
      justify-self: center;
    }
    main {
      grid-template-columns: minmax(0, 1fr) 300px;
      grid-template-areas: 'top top' 'problem problem' 'race racers';
    }
    section {
      margin-bottom: 16px;
    }
    .panels {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(250px, 1fr));
      gap: 12px;
      align-items: start;
      margin-top: 12px;
    }
  }
  @media (max-width: 719px) {
    header {
      grid-template-columns: 1fr auto;
      gap: 0;
      padding: 4px 4px 4px 12px;
    }
    nav {
      gap: 0;
    }
    .transport {
      position: fixed;
      inset: auto 0 0;
      z-index: 10;
      padding: 2px 12px calc(6px + env(safe-area-inset-bottom));
      border-top: 1px solid var(--line);
      background: var(--card);
    }
    main {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: 'top' 'problem' 'race' 'racers';
      padding: 12px;
    }
    section {
      gap: 12px;
      margin-bottom: 12px;
    }
    footer {
      padding: 0 16px 104px;
    }
    .card {
      padding: 12px;
    }
    .fold {
      padding: 8px 12px;
    }
  }
`;
