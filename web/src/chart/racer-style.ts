// SPDX-License-Identifier: MIT

/** Five colours and five dashes. Later racers reuse the colours with another dash. */
const colours = 5;
const dashes: readonly (readonly number[])[] = [[], [2, 3], [7, 3], [10, 3, 2, 3], [1, 4]];

export interface RacerStyle {
  /** The name of a custom property of the theme. */
  colour: string;
  dash: number[];
}

export function racerStyle(slot: number): RacerStyle {
  const turn = Math.floor(slot / colours);
  return {
    colour: `--racer-${slot % colours}`,
    dash: [...(dashes[(slot + turn) % dashes.length] ?? [])],
  };
}

/** The value of a theme's custom property at an element. */
export function themeColour(element: Element, property: string): string {
  return getComputedStyle(element).getPropertyValue(property).trim();
}
