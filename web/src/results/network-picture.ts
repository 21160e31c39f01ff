// SPDX-License-Identifier: MIT
import { themeColour } from '../chart/racer-style.ts';
import { msg } from '../language/message.ts';
import type { NamedData } from '../model/data-names.ts';
import { isImage } from '../pictures/images.ts';
import { drawNetwork } from '../pictures/network/draw-network.ts';
import { NetworkView, rangesOf } from '../pictures/network/network-view.ts';
import { inputLayer, shownPart } from '../pictures/network/part.ts';
import {
  isNamed,
  leastPitch,
  type Placement,
  placement,
  unitSize,
} from '../pictures/network/placement.ts';
import { questionFor } from '../pictures/network/question.ts';
import { layerName, labelInLayer } from '../pictures/network/unit-names.ts';
import { palette } from '../pictures/palette.ts';
import { inputsOf } from '../pictures/plane.ts';
import type { Racer } from '../race/racer.ts';
import { caption } from './caption.ts';
import { withHost } from './host.ts';
import { contextOf } from './label.ts';
import type { Medium } from './medium.ts';
import type { Subject } from './subject.ts';

const leastWidth = 880;
const margin = 20;
const headings = 26;
/** Below the last unit, for the mark of its bias. */
const below = 6;

/** The network of a racer: its units with what they respond to, and its weights. Of wide layers the first units. */
export async function networkPicture(
  subject: Subject,
  medium: Medium,
  racer: Racer | undefined,
): Promise<Blob> {
  const { data } = subject.race;
  if (!data || !racer) throw new Error('The race has no network.');
  const view = await viewOf(racer, data);
  const units = placement(view.part, leastWidth - 2 * margin, leastPitch.fine);
  const placed = { ...units, height: units.height + below };
  const width = Math.max(leastWidth, placed.width + 2 * margin);
  const size = { width: placed.width, height: placed.height };
  return withHost(size, async (host) => {
    const canvas = medium.canvas(size);
    const context = contextOf(canvas);
    const ink = themeColour(host, '--ink-2');
    const font = `12px ${getComputedStyle(host).fontFamily}`;
    drawNetwork(context, view, data, placed, {
      palette: palette(host),
      emphasis: {},
      pixels: medium.pixels,
    });
    Object.assign(context, { fillStyle: ink, font });
    drawNames(context, view, data, placed);

    const above = medium.canvas({ width: placed.width, height: headings });
    const titles = contextOf(above);
    titles.scale(medium.pixels, medium.pixels);
    Object.assign(titles, { fillStyle: ink, font, textAlign: 'center' });
    for (const [index, { layer }] of view.part.columns.entries())
      titles.fillText(layerName(view.part, layer), placed.columns[index] ?? 0, headings - 10);

    const title = msg('Network of {name}', { name: subject.names.get(racer.key) ?? '' });
    const head = caption({ medium, host, width }, subject, title, [racer]);
    const left = Math.round((width - placed.width) / 2);
    const top = head.size.height;
    return medium.file({
      title,
      size: { width, height: top + headings + placed.height + margin },
      colour: themeColour(host, '--card'),
      parts: [
        head,
        { canvas: above, left, top, size: { width: placed.width, height: headings } },
        { canvas, left, top: top + headings, size },
      ],
    });
  });
}

async function viewOf(racer: Racer, data: NamedData): Promise<NetworkView> {
  const layers = (await racer.ask('layers')) ?? [];
  const inputs = isImage(data.shape) ? 1 : inputsOf(data);
  const part = shownPart(
    inputs,
    layers.map(({ units }) => units),
  );
  const question = questionFor(data);
  const [parameters, activations] = await Promise.all([
    racer.ask('evaluationParameters'),
    racer.ask('activations', question.rows, rangesOf(part)),
  ]);
  if (!parameters || !activations) throw new Error('The racer has no parameters.');
  return new NetworkView(part, question, { layers, parameters, activations });
}

/** The names of inputs and outputs beside them, and dots for layers that are left out. */
function drawNames(
  context: CanvasRenderingContext2D,
  { part }: NetworkView,
  data: NamedData,
  { units, columns, height }: Placement,
): void {
  const last = part.columns.at(-1);
  context.textBaseline = 'middle';
  for (const { layer, unit, x, y } of units) {
    const isInput = layer === inputLayer;
    const column = part.columns.find((one) => one.layer === layer);
    if ((!isInput && column !== last) || !isNamed(column)) continue;
    context.textAlign = isInput ? 'right' : 'left';
    const beside = unitSize / 2 + 6;
    context.fillText(
      labelInLayer(part, data, { layer, unit }),
      x + (isInput ? -beside : beside),
      y,
    );
  }
  if (!part.gap) return;
  context.textAlign = 'center';
  const { after } = part.gap;
  context.fillText('…', ((columns[after] ?? 0) + (columns[after + 1] ?? 0)) / 2, height / 2);
}
