// SPDX-License-Identifier: MIT
import { version } from '../../../package.json';
import { racerStyle, themeColour } from '../chart/racer-style.ts';
import { threeDigits } from '../format/number.ts';
import { msg } from '../language/message.ts';
import { decidingLoss } from '../race/deciding-loss.ts';
import { lossAt } from '../race/ranking.ts';
import type { Racer } from '../race/racer.ts';
import { stateWord } from '../race/state-word.ts';
import type { Medium, Part } from './medium.ts';
import { circumstances, settingsOf, type Subject } from './subject.ts';

const margin = 20;
const titleHeight = 28;
const lineHeight = 19;
const sampleWidth = 34;

/** Draws the title of a picture, what the race is, and the legend: each racer with its settings and its loss. */
export function caption(
  { medium, host, width }: { medium: Medium; host: Element; width: number },
  subject: Subject,
  title: string,
  racers: readonly Racer[] = subject.race.shown,
): Part {
  const colour = (property: string): string => themeColour(host, property);
  const family = getComputedStyle(host).fontFamily;
  const fonts = { title: `600 17px ${family}`, name: `600 13px ${family}`, text: `13px ${family}` };
  const room = width - 2 * margin;
  const measure = document.createElement('canvas').getContext('2d');
  const widthOf = (text: string, font: string): number => {
    if (!measure) return 0;
    measure.font = font;
    return measure.measureText(text).width;
  };
  const source = `Fall Line ${version}`;
  const about = wrapped(circumstances(subject), room, (text) => widthOf(text, fonts.text));
  const rows = racers.map((racer) => {
    const name = subject.names.get(racer.key) ?? '';
    const inset = sampleWidth + Math.ceil(widthOf(name, fonts.name)) + 10;
    const words = `${settingsOf(subject, racer.settings)} · ${outcome(subject, racer)}`;
    return {
      racer,
      name,
      inset,
      lines: wrapped(words, room - inset, (text) => widthOf(text, fonts.text)),
    };
  });
  const count = about.length + rows.reduce((sum, { lines }) => sum + lines.length, 0);
  const size = { width, height: margin + titleHeight + count * lineHeight + 14 };
  const canvas = medium.canvas(size);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  context.scale(medium.pixels, medium.pixels);
  context.textBaseline = 'alphabetic';
  const write = (text: string, left: number, top: number, font: string, ink = '--ink'): void => {
    context.font = font;
    context.fillStyle = colour(ink);
    context.fillText(text, left, top);
  };
  let top = margin + 15;
  write(title, margin, top, fonts.title);
  write(source, width - margin - widthOf(source, fonts.text), top, fonts.text, '--ink-2');
  top += titleHeight - 4;
  for (const line of about) {
    write(line, margin, top, fonts.text, '--ink-2');
    top += lineHeight;
  }
  top += 4;
  for (const { racer, name, inset, lines } of rows) {
    const style = racerStyle(racer.settings.slot);
    context.beginPath();
    context.moveTo(margin, top - 4.5);
    context.lineTo(margin + sampleWidth - 10, top - 4.5);
    context.strokeStyle = colour(style.colour);
    context.lineWidth = 2.25;
    context.setLineDash(style.dash);
    context.stroke();
    context.setLineDash([]);
    write(name, margin + sampleWidth, top, fonts.name);
    for (const line of lines) {
      write(line, margin + inset, top, fonts.text, '--ink-2');
      top += lineHeight;
    }
  }
  return { canvas, left: 0, top: 0, size };
}

/** How far a racer got, and its loss there. */
function outcome({ race, settings }: Subject, { curve, status, report }: Racer): string {
  if (status === 'diverged') return msg('diverged at step {step}', { step: report?.step ?? 0 });
  if (curve.length === 0) return stateWord(status);
  const loss = decidingLoss(race, settings.view.show);
  const tested = race.tested && loss === 'testLoss';
  return msg('{loss} {value} at step {step}', {
    loss: msg(race.kind.losses[tested ? 'testLoss' : 'trainLoss']).toLowerCase(),
    value: threeDigits(lossAt({ curve } as Racer, curve.length - 1, loss)),
    step: curve.last('step'),
  });
}

/** The words of a text in lines that fit. */
function wrapped(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
