// SPDX-License-Identifier: MIT
import { digits, machineLine, markdown, percent } from './markdown.js';

/** The measured races by name. The network of one racer is a picture that is drawn anew all the time. */
const races = {
  '12 racers': 'tasks12',
  '12 racers, network shown': 'tasks12Network',
  '12 racers, network and two instruments shown': 'tasks12Instruments',
  '40 racers': 'tasks40',
};

/** The results of page.js as Markdown. */
export function pageTable({ machine, opening, input, chart, drag, frames, ...found }) {
  const tasks = Object.entries(races).flatMap(([name, key]) =>
    found[key] ? [[name, found[key]]] : [],
  );
  const files = Object.entries(opening.files).sort(([, a], [, b]) => b - a);
  const total = files.reduce((sum, [, bytes]) => sum + bytes, 0);
  const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
  return [
    '# The page',
    `${machineLine(machine)} Software rendering. The machine is shared: what others did at the time is in the figures by the clock.`,
    '## Opening it',
    `From navigation to the first loss on the screen, with a warm local server, an empty cache, and the pop-ups of the browser's own address bar off: ${digits(opening.firstLoss.median)} ms in the median of nine visits, ${digits(opening.firstLoss.best)} ms at best. Loaded before anybody touches anything, in thousands of bytes, gzipped:`,
    markdown(
      ['file', 'kB'],
      [
        ...files.map(([file, bytes]) => [withoutHash(file), kilobytes(bytes)]),
        ['in all', kilobytes(total)],
      ],
    ),
    '## While racers train at full speed',
    'Tasks of the main thread, in milliseconds by the clock and of the processor; what those of more than 16 ms of the processor spend it on.',
    markdown(
      [
        '',
        'tasks a second',
        'over 16 ms',
        'longest',
        'over 16 ms, processor',
        'longest, processor',
        'processor in use',
      ],
      tasks.map(([name, found]) => [
        name,
        digits(found.tasks / found.seconds),
        `${found.clock.over} in ${found.seconds} s`,
        digits(found.clock.longest),
        `${found.processor.over} in ${found.seconds} s`,
        digits(found.processor.longest),
        percent(found.processor.sum / 1000 / found.seconds),
      ]),
    ),
    ...tasks
      .filter(([, found]) => found.processor.over > 0)
      .map(([name, found]) => `${name}: ${shares(found.in)}.`),
    'From an event to the frame that answers it, 12 racers, in milliseconds (typing a number, dragging a slider that restarts the race, pointing at the chart):',
    markdown(
      ['', 'events', 'median', 'longest', 'over 50 ms'],
      Object.entries(input).map(([kind, { events, median, longest, over50 }]) => [
        kind,
        events,
        digits(median),
        digits(longest),
        over50,
      ]),
    ),
    ...(drag ? dragParts(drag) : []),
    ...(frames ? frameParts(frames) : []),
    '## The chart',
    `${chart.racers} racers of ${chart.points} points each: the whole frame in which the chart is drawn anew, in milliseconds, ${chart.updates} times.`,
    markdown(
      ['', 'best', 'median', '95th percentile', 'longest'],
      Object.entries({ 'by the clock': chart.clock, 'of the processor': chart.processor }).map(
        ([name, { best, median, percentile95, longest }]) => [
          name,
          ...[best, median, percentile95, longest].map(digits),
        ],
      ),
    ),
  ].join('\n\n');
}

function dragParts({ seconds, racers }) {
  return [
    '## While a setting is dragged',
    `The first race, before anybody has pressed Play. The learning rate of each racer in turn is dragged from one end of its slider to the other in ${seconds} s. For every new value that racer's whole race is run anew and drawn, beside the curves of the others and its former one. Tasks of the main thread in milliseconds:`,
    markdown(
      [
        '',
        'values a second',
        'whole races drawn a second',
        'longest task',
        'longest, processor',
        'tasks over 50 ms',
        'processor in use',
      ],
      racers.map(({ name, values, races, clock, processor, over50 }) => [
        name,
        digits(values / seconds),
        digits(races / seconds),
        digits(clock),
        digits(processor.longest),
        over50,
        percent(processor.sum / 1000 / seconds),
      ]),
    ),
  ];
}

/** The name of a file without the hash that the build adds. */
const withoutHash = (file) => file.replace(/-[\w-]{8}(?=\.)/, '');

const shares = (parts) =>
  Object.entries(parts)
    .map(([name, share]) => `${name} ${percent(share)}`)
    .join(', ');

function frameParts({ frames, unseen, seen, started, tasks, memory }) {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  const all = Object.values(seen).reduce((sum, bytes) => sum + bytes, 0);
  return [
    '## Frames in a text',
    `A page of another site with ${frames} frames, none in view at first. Before one is seen, they load ${kilobytes(unseen)} in all. A reader then scrolls past all of them in 15 s: ${started} engines are compiled, and ${kilobytes(all)} are loaded, since frames share the cache. The longest task of the frames takes ${digits(tasks.longest)} ms (${digits(tasks.processor)} ms of the processor), and ${tasks.over50} take more than 50 ms.`,
    `A frame is opened and removed ${memory.cycles} times, after ten times that do not count: the browser has ${digits(memory.before)} MB before and ${digits(memory.after)} MB after.`,
  ];
}
