// SPDX-License-Identifier: MIT
import type { DataView as SplitData } from '../../../wasm/types.ts';
import { racerStyle, themeColour } from '../chart/racer-style.ts';
import { msg } from '../language/message.ts';
import { fieldImage } from '../pictures/field.ts';
import { curveInputs, drawFit } from '../pictures/fit.ts';
import { type Palette, palette } from '../pictures/palette.ts';
import { extent, gridInputs, inputsOf, squareAround } from '../pictures/plane.ts';
import { drawPoints } from '../pictures/points.ts';
import type { Racer } from '../race/racer.ts';
import { caption } from './caption.ts';
import { withHost } from './host.ts';
import { contextOf, label } from './label.ts';
import { type Medium, type Part, plainCanvas } from './medium.ts';
import type { Subject } from './subject.ts';

const width = 880;
const margin = 20;
const gap = 16;
const mostColumns = 3;
const labelHeight = 26;
/** Cells per side of a picture, and points of a curve: more than on the page, where they delay training. */
const cells = 120;
const curvePoints = 240;

/** What each racer has learned, side by side: the regions of its classes, or its curve. */
export function learnedPicture(subject: Subject, medium: Medium): Promise<Blob> {
  const { race, names } = subject;
  const { data, shown } = race;
  if (!data) throw new Error('The race has no samples.');
  const columns = Math.min(mostColumns, Math.max(2, shown.length));
  const side = Math.floor((width - 2 * margin - (columns - 1) * gap) / columns);
  return withHost({ width, height: side }, async (host) => {
    const colours = palette(host);
    const title = msg('What each racer has learned');
    const head = caption({ medium, host, width }, subject, title);
    const pictures = await Promise.all(
      shown.map((racer) => pictureOf({ racer, data, medium, side, colours, host })),
    );
    const parts = pictures.flatMap((canvas, index): Part[] => {
      const left = margin + (index % columns) * (side + gap);
      const top = head.size.height + Math.floor(index / columns) * (side + labelHeight + gap);
      const name = names.get(shown[index]?.key ?? -1) ?? '';
      return [
        label({ medium, host, size: { width: side, height: labelHeight } }, name, left, top),
        { canvas, left, top: top + labelHeight, size: { width: side, height: side } },
      ];
    });
    const rows = Math.ceil(shown.length / columns);
    const end = head.size.height + rows * (side + labelHeight + gap);
    const note = msg('Filled points train the networks. Hollow points are kept for testing.');
    const foot = { width: width - 2 * margin, height: labelHeight };
    return medium.file({
      title,
      size: { width, height: end + labelHeight + gap },
      colour: themeColour(host, '--card'),
      parts: [head, ...parts, label({ medium, host, size: foot }, note, margin, end, false)],
    });
  });
}

interface Job {
  racer: Racer;
  data: SplitData;
  medium: Medium;
  side: number;
  colours: Palette;
  host: Element;
}

async function pictureOf({ racer, data, medium, side, colours, host }: Job) {
  const canvas = medium.canvas({ width: side, height: side });
  const context = contextOf(canvas);
  const edge = themeColour(host, '--line');
  if (inputsOf(data) === 1) {
    const curve = await racer.ask('predict', curveInputs(data, curvePoints));
    const line = themeColour(host, racerStyle(racer.settings.slot).colour);
    if (curve) drawFit(context, data, curve, line, colours, racer.sampling);
  } else {
    const square = squareAround(data.inputs);
    const predictions = await racer.ask('predict', gridInputs(square, cells));
    if (predictions) {
      const range = extent(data.targets.flat());
      const field = plainCanvas({ width: cells, height: cells });
      const image = fieldImage({ cells, predictions, classes: data.classes, range }, colours);
      contextOf(field).putImageData(image, 0, 0);
      context.drawImage(field, 0, 0, canvas.width, canvas.height);
    }
    drawPoints(context, data, square, colours, racer.sampling);
  }
  context.strokeStyle = edge;
  context.lineWidth = medium.pixels;
  context.strokeRect(0, 0, canvas.width, canvas.height);
  return canvas;
}
