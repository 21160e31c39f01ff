// SPDX-License-Identifier: MIT
import { marked, msg } from '../language/message.ts';
import { inputsOf } from '../pictures/plane.ts';
import type { Racer } from '../race/racer.ts';
import { wholeData } from '../race/whole-data.ts';
import { curvesCsv } from './curves-csv.ts';
import { dataCsv } from './data-csv.ts';
import { type Medium, png } from './medium.ts';
import { raceJson } from './race-json.ts';
import { resultsCsv } from './results-csv.ts';
import { circumstances, type Subject } from './subject.ts';

/** A file that can be made of a race. */
export interface FileKind {
  /** Its type, as readers know it. */
  readonly type: string;
  /** What the name of the file ends in, after that of the race. */
  readonly ending: string;
  /** Of all racers, or of the one that the reader chose. */
  make(subject: Subject, racer: Racer | undefined): Promise<Blob>;
}

/** Something of a race that a reader may take away, in one or several types of files. */
export interface Offer {
  readonly name: string;
  readonly about: string;
  readonly files: readonly FileKind[];
  /** Whether this race has it. */
  suits(subject: Subject): boolean;
}

export interface Group {
  readonly name: string;
  readonly offers: readonly Offer[];
  /** Set if its files are of one racer. */
  readonly ofRacer?: true;
}

type Draw = (subject: Subject, medium: Medium, racer: Racer | undefined) => Promise<Blob>;

/** Both types of pictures. What draws them, and what writes SVG, is loaded when it is first needed. */
const pictures = (ending: string, load: () => Promise<Draw>): readonly FileKind[] => [
  {
    type: 'PNG',
    ending: `${ending}.png`,
    make: async (subject, racer) => (await load())(subject, png, racer),
  },
  {
    type: 'SVG',
    ending: `${ending}.svg`,
    make: async (subject, racer) => {
      const [draw, { svg }] = await Promise.all([load(), import('./svg.ts')]);
      return draw(subject, svg, racer);
    },
  },
];

const text = (
  type: string,
  ending: string,
  mime: string,
  write: (subject: Subject) => string | Promise<string>,
): FileKind => ({
  type,
  ending,
  make: async (subject) => new Blob([await write(subject)], { type: mime }),
});

const csv = (ending: string, write: (subject: Subject) => string): FileKind =>
  text('CSV', `${ending}.csv`, 'text/csv', write);

/** Files with what one racer has learned. What writes them is loaded when it is first needed. */
const model = (
  type: string,
  ending: string,
  mime: string,
  write: (subject: Subject, racer: Racer) => Promise<string | Uint8Array<ArrayBuffer>>,
): FileKind => ({
  type,
  ending,
  make: async (subject, racer) => {
    if (!racer) throw new Error('There is no racer.');
    return new Blob([await write(subject, racer)], { type: mime });
  },
});

const binary = 'application/octet-stream';
const learns = ({ race }: Pick<Subject, 'race'>): boolean =>
  race.kind.learns && race.data !== undefined && race.racers.length > 0;

/** What the inputs and outputs of a model stand for, where they have names. */
function namesIn({ race: { data } }: Subject): string[] {
  const { inputs, classes } = data?.names ?? { inputs: [], classes: [] };
  return [
    ...(inputs.length > 0 ? [msg('Inputs: {names}', { names: inputs.join(', ') })] : []),
    ...(classes.length > 0 ? [msg('Classes: {names}', { names: classes.join(', ') })] : []),
  ];
}

function samplesOf({ data, racers }: Subject['race']) {
  if (!data) throw new Error('The race has no data.');
  return wholeData(
    data,
    racers.find(({ client }) => client),
  );
}

export const groups: readonly Group[] = [
  {
    name: marked('Pictures'),
    offers: [
      {
        name: marked('Loss chart'),
        about: marked('As it is on the page now, with the settings of all racers.'),
        files: pictures('losses', async () => (await import('./loss-picture.ts')).lossPicture),
        suits: () => true,
      },
      {
        name: marked('What each racer has learned'),
        about: marked('Decision regions or fitted curves with the samples, side by side.'),
        files: pictures(
          'learned',
          async () => (await import('./learned-picture.ts')).learnedPicture,
        ),
        suits: ({ race }) => learns({ race }) && inputsOf(race.data) <= 2,
      },
      {
        name: marked('Surface with paths'),
        about: marked('The contours of the surface, and where each racer went.'),
        files: pictures('paths', async () => (await import('./surface-picture.ts')).surfacePicture),
        suits: ({ race }) => race.surface !== undefined,
      },
    ],
  },
  {
    name: marked('Tables'),
    offers: [
      {
        name: marked('Curves'),
        about: marked('Every record of every racer, with all digits.'),
        files: [csv('curves', ({ race, names }) => curvesCsv(race.racers, names))],
        suits: () => true,
      },
      {
        name: marked('Results'),
        about: marked('The ranking, best first, with the settings of the racers.'),
        files: [csv('results', resultsCsv)],
        suits: () => true,
      },
      {
        name: marked('Data'),
        about: marked('All samples: inputs, target, and whether they train or test.'),
        files: [
          {
            type: 'CSV',
            ending: 'data.csv',
            make: ({ race }) => dataCsv(samplesOf(race), race.data?.names),
          },
        ],
        suits: ({ race }) => race.kind.learns && race.data !== undefined,
      },
    ],
  },
  {
    name: marked('Race'),
    offers: [
      {
        name: marked('The whole race'),
        about: marked('Settings, curves and results. This page can open it again.'),
        files: [text('JSON', '.json', 'application/json', raceJson)],
        suits: () => true,
      },
    ],
  },
  {
    name: marked('Model'),
    ofRacer: true,
    offers: [
      {
        name: marked('Parameters'),
        about: marked('Weights and biases, layer by layer, for programs and for NumPy.'),
        files: [
          model('JSON', 'model.json', 'application/json', async (subject, racer) =>
            (await import('./model-json.ts')).modelJson(subject, racer),
          ),
          model('NPZ', 'model.npz', 'application/zip', async (subject, racer) => {
            const [{ modelOf }, { npzOf }] = await Promise.all([
              import('./racer-model.ts'),
              import('./models/npz.ts'),
            ]);
            return npzOf(await modelOf(subject, racer));
          }),
        ],
        suits: learns,
      },
      {
        name: marked('Network diagram'),
        about: marked('The units with what they respond to, and the weights.'),
        files: pictures(
          'network',
          async () => (await import('./network-picture.ts')).networkPicture,
        ),
        suits: learns,
      },
      {
        name: marked('Network'),
        about: marked('Predicts from inputs in their own units. Runs in ONNX Runtime and others.'),
        files: [
          model('ONNX', 'model.onnx', binary, async (subject, racer) => {
            const [{ modelOf }, { onnxOf }] = await Promise.all([
              import('./racer-model.ts'),
              import('./models/onnx.ts'),
            ]);
            const words = [circumstances(subject), ...namesIn(subject)].join('\n');
            return onnxOf(await modelOf(subject, racer), words);
          }),
        ],
        suits: learns,
      },
    ],
  },
];
