// SPDX-License-Identifier: MIT
/** The part of the library that the page uses. It has no types of its own. */
declare module 'svgcanvas' {
  /** The context of a canvas, which draws into an SVG. */
  export class Context {
    constructor(width: number, height: number);
    canvas: unknown;
    getSvg(): SVGSVGElement;
  }
}
