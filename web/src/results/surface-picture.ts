// SPDX-License-Identifier: MIT
import { racerStyle, themeColour } from '../chart/racer-style.ts';
import { gridPoints } from '../pictures/contours.ts';
import { drawMinima } from '../pictures/draw-minima.ts';
import { drawEnds, drawPaths } from '../pictures/draw-paths.ts';
import { drawSurface, surfaceColours } from '../pictures/draw-surface.ts';
import { drawTicks } from '../pictures/draw-ticks.ts';
import { windowOn } from '../pictures/window.ts';
import { caption } from './caption.ts';
import { withHost } from './host.ts';
import { contextOf } from './label.ts';
import type { Medium } from './medium.ts';
import type { Subject } from './subject.ts';

const width = 880;
const margin = 20;
const size = { width: width - 2 * margin, height: 560 };

/** The drawn part of the surface from above, with the paths of all racers. */
export function surfacePicture(subject: Subject, medium: Medium): Promise<Blob> {
  const { race, names, inquiry } = subject;
  const { surface } = race;
  if (!surface) throw new Error('The race is not on a surface.');
  const [x, y] = surface.entry.domain;
  const window = windowOn({ x, y }, size);
  return withHost(size, async (host) => {
    const { points, ...grid } = gridPoints(window);
    const { id, values } = surface.settings;
    const heights = await inquiry.ask('values', { id, values }, points);
    const canvas = medium.canvas(size);
    const context = contextOf(canvas);
    const colour = (name: string): string => themeColour(host, name);
    if (heights) {
      const ground = { ...grid, values: heights };
      drawSurface(context, ground, surface.floor, surfaceColours(host), medium.pixels);
    }
    context.scale(medium.pixels, medium.pixels);
    context.font = `12px ${getComputedStyle(host).fontFamily}`;
    drawTicks(context, window, colour);
    drawMinima(context, window, surface, colour);
    const tracks = race.shown.map(({ key, path, settings, status }) => ({
      path,
      style: racerStyle(settings.slot),
      name: names.get(key) ?? '',
      diverged: status === 'diverged',
    }));
    drawPaths(context, window, tracks, colour);
    drawEnds(context, window, tracks, colour);
    const title = surface.entry.name;
    const head = caption({ medium, host, width }, subject, title);
    const top = head.size.height;
    return medium.file({
      title,
      size: { width, height: top + size.height + margin },
      colour: colour('--card'),
      parts: [head, { canvas, left: margin, top, size }],
    });
  });
}
