// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Three columns on a desk, two on a tablet, one on a phone with the transport under the thumb. */
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
  @media (max-width: 1459px) {
    .wide {
      display: none;
    }
  }
  @media (max-width: 439px) {
    h1 span {
      position: absolute;
      clip-path: inset(50%);
    }
    nav button {
      padding: 0 6px;
    }
  }
  @media (max-width: 1099px) {
    header {
      grid-template-columns: auto 1fr auto;
    }
    .transport {
      justify-self: center;
    }
    main {
      grid-template-columns: minmax(0, 1fr) 300px;
      grid-template-areas: 'top top' 'race racers' 'problem racers';
    }
    main {
      row-gap: 16px;
    }
    .problem {
      grid-template-columns: repeat(auto-fill, minmax(250px, 1fr));
    }
    .top:empty {
      display: none;
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
      grid-template-areas: 'top' 'race' 'racers' 'problem';
      gap: 12px;
      padding: 12px 12px 104px;
    }
    section {
      gap: 12px;
    }
    .card {
      padding: 12px;
    }
  }
`;
