// SPDX-License-Identifier: MIT

/** How a frame looks in somebody's page. */
export interface FrameLooks {
  /** The query of the frame, without options that have their defaults. */
  readonly query: Readonly<Record<string, string>>;
  /** In CSS pixels. */
  readonly height: number;
  /** Whether the author has chosen it. If not, an element that can follow the contents does so. */
  readonly isFixed: boolean;
}

/** The address of the page with a race. */
export const pageAddress = (home: string, link: string): string => new URL(`#${link}`, home).href;

/** The address of the frame with a race. Commas stay as they are, to keep it readable. */
export function frameAddress(home: string, { query }: FrameLooks, link: string): string {
  const search = new URLSearchParams(query).toString().replaceAll('%2C', ',');
  return new URL(`embed.html${search && `?${search}`}#${link}`, home).href;
}
