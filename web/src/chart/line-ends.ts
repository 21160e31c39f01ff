// SPDX-License-Identifier: MIT
import type { Chart, Plugin } from 'chart.js';
import { msg } from '../language/message.ts';
import { halo } from './halo.ts';
import { type RacerStyle, racerStyle } from './racer-style.ts';
import type { ChartModel, Line } from './chart-model.ts';
import type { Point } from './series.ts';

/** The data that the plugin draws, and the colours of the theme. */
export interface LineEndsSource {
  model(): ChartModel;
  colour(property: string): string;
  /** The font of the canvas. */
  fontFamily(): string;
}

const lineHeight = 16;
/** Space for marks to the right of the frame, in pixels, in addition to names. */
const besideNames = 20;
/** More names would be unreadable, so only the best racers are named. The table lists all. */
const mostNames = 10;

interface End {
  line: Line;
  x: number;
  y: number;
  labelY: number;
  named: boolean;
}

/** Draws each racer's name at the end of its line, and marks on the line for changes and divergence. */
export function lineEnds(source: LineEndsSource): Plugin<'polyline'> {
  return {
    id: 'line-ends',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const { lines, target } = source.model();
      ctx.save();
      ctx.font = nameFont(source);
      ctx.textBaseline = 'middle';
      if (target !== null) drawTarget(chart, source, target);
      const ends = endsOf(chart, lines);
      for (const { line } of ends) drawChanges(chart, source, line);
      for (const end of ends) drawEnd(chart, source, end);
      ctx.restore();
    },
  };
}

const nameFont = (source: LineEndsSource): string => `600 12px ${source.fontFamily()}`;

/** The width that the names need to the right of the frame. */
export function nameRoom(
  context: CanvasRenderingContext2D,
  source: LineEndsSource,
  most: number,
): number {
  const names = source.model().lines.map(({ name }) => name);
  context.save();
  context.font = nameFont(source);
  const widest = Math.max(0, ...names.map((name) => context.measureText(name).width));
  context.restore();
  return Math.min(most, Math.ceil(widest) + besideNames);
}

function pixel(chart: Chart, { x, y }: Point): Point {
  const scales = chart.scales as Record<'x' | 'y', Chart['scales'][string]>;
  const { top, bottom } = chart.chartArea;
  const drawn = scales.y.getPixelForValue(y);
  return { x: scales.x.getPixelForValue(x), y: Math.min(bottom, Math.max(top, drawn)) };
}

/**
 * The names and their places. Names that would overlap are moved apart, in the order of their lines. If
 * there are too many, those with the lowest losses are named.
 */
function endsOf(chart: Chart, lines: Line[]): End[] {
  const { top, bottom } = chart.chartArea;
  const ends: End[] = [];
  for (const line of lines) {
    const last = line.points[line.points.length - 1];
    const isBeside = line.kind !== 'main' && (line.kind !== 'limit' || line.name === '');
    if (isBeside || !last) continue;
    const { x, y } = pixel(chart, last);
    ends.push({ line, x, y, labelY: y, named: true });
  }
  ends.sort((a, b) => a.y - b.y);
  const rows = Math.min(mostNames, Math.floor((bottom - top) / lineHeight) + 1);
  for (const end of ends.slice(0, Math.max(0, ends.length - rows))) end.named = false;
  const named = ends.filter((end) => end.named);
  let floor = top - lineHeight / 2;
  for (const end of named) {
    end.labelY = Math.max(end.labelY, floor);
    floor = end.labelY + lineHeight;
  }
  let ceiling = bottom;
  for (const end of [...named].reverse()) {
    end.labelY = Math.min(end.labelY, ceiling);
    ceiling = end.labelY - lineHeight;
  }
  return ends;
}

function drawEnd(chart: Chart, source: LineEndsSource, end: End): void {
  const { line, x, y, labelY, named } = end;
  const { ctx } = chart;
  const style: RacerStyle = racerStyle(line.slot);
  ctx.fillStyle = source.colour(style.colour);
  ctx.strokeStyle = ctx.fillStyle;
  if (line.diverged === '') {
    ctx.beginPath();
    ctx.arc(x, y, 3.5, 0, 2 * Math.PI);
    ctx.fill();
  } else {
    drawCross(ctx, { x, y });
  }
  if (!named) return;
  if (Math.abs(labelY - y) > 3) {
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(x + 4, y);
    ctx.lineTo(x + 9, labelY);
    ctx.stroke();
  }
  ctx.fillStyle = source.colour('--ink');
  const room = chart.width - Math.min(x, chart.chartArea.right);
  const text = shortened(ctx, endText(chart, line), room);
  const width = ctx.measureText(text).width;
  const left = Math.max(chart.chartArea.left, Math.min(x + 11, chart.width - width - 4));
  halo(ctx, text, left, labelY, source.colour('--card'));
  ctx.fillText(text, left, labelY);
}

/** A name that fits the room. A longer one would be drawn across its own line. */
function shortened(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  const fits = (one: string): boolean => ctx.measureText(one).width <= room - besideNames / 2;
  if (fits(text)) return text;
  let length = text.length;
  while (length > 1 && !fits(`${text.slice(0, length)}…`)) length--;
  return `${text.slice(0, length).trimEnd()}…`;
}

/** The text at a line's end, with an arrow if the line has left the frame. */
function endText(chart: Chart, { name, diverged, points }: Line): string {
  if (diverged !== '') return msg('{name}, diverged at {place}', { name, place: diverged });
  const last = points[points.length - 1];
  const { y } = chart.scales;
  if (!last || !y) return name;
  return last.y > y.max ? `${name} ↑` : last.y < y.min ? `${name} ↓` : name;
}

function drawCross(ctx: CanvasRenderingContext2D, { x, y }: Point): void {
  ctx.lineWidth = 2.5;
  ctx.beginPath();
  for (const [dx, dy] of [
    [5, 5],
    [5, -5],
  ] as const) {
    ctx.moveTo(x - dx, y - dy);
    ctx.lineTo(x + dx, y + dy);
  }
  ctx.stroke();
}

function drawChanges(chart: Chart, source: LineEndsSource, line: Line): void {
  const { ctx } = chart;
  for (const point of line.changes) {
    const { x, y } = pixel(chart, point);
    ctx.beginPath();
    for (const [dx, dy] of [
      [0, -6],
      [6, 0],
      [0, 6],
      [-6, 0],
    ] as const) {
      ctx.lineTo(x + dx, y + dy);
    }
    ctx.closePath();
    ctx.fillStyle = source.colour('--card');
    ctx.fill();
    ctx.lineWidth = 2;
    ctx.strokeStyle = source.colour(racerStyle(line.slot).colour);
    ctx.stroke();
  }
}

function drawTarget(chart: Chart, source: LineEndsSource, target: number): void {
  const { ctx, chartArea } = chart;
  const { y } = pixel(chart, { x: 0, y: target });
  ctx.strokeStyle = source.colour('--ink-2');
  ctx.lineWidth = 1;
  ctx.setLineDash([2, 4]);
  ctx.beginPath();
  ctx.moveTo(chartArea.left, y);
  ctx.lineTo(chartArea.right, y);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = source.colour('--ink-2');
  ctx.fillText(msg('target'), chartArea.left + 6, y - 9);
}
