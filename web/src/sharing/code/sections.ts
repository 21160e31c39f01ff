// SPDX-License-Identifier: MIT
/** What the scripts for all libraries share. */
import type { Catalog, ProblemSettings, Task } from '../../../../wasm/types.ts';
import { kindOf } from '../../model/problem-kinds.ts';
import type { Settings } from '../../model/settings.ts';
import { inPython } from '../escape.ts';
import type { Library } from './library.ts';
import type { Material } from './material.ts';
import { call, comment, inDocstring, literal } from './python.ts';
import { type Coded, type CodedRacer, codedRacers } from './racers.ts';
import { withHelpers } from './rule-base.ts';
import type { CodeTexts, LossCode } from './texts.ts';

/** What a script is written from. */
export interface ScriptSource {
  readonly catalog: Catalog;
  readonly texts: CodeTexts;
  readonly settings: Settings;
  readonly material: Material;
  /** The address of the race, or an empty string where it is unknown. */
  readonly address: string;
}

/** A script, and the names of the racers that it leaves out. */
export interface Script {
  readonly text: string;
  readonly others: readonly string[];
}

/** Which parts a script needs. */
export interface Uses {
  readonly order: boolean;
  readonly full: boolean;
  readonly rate: boolean;
  readonly clip: boolean;
  readonly average: boolean;
  /** Losses without gradients, or on other samples than the batch. */
  readonly losses: boolean;
  /** A rule that looks into the network. */
  readonly network: boolean;
  /** A rule that asks for the samples of the batch. */
  readonly batch: boolean;
  /** A rule that weighs the losses of samples. */
  readonly weights: boolean;
  /** Wrappers, which have such rules inside. */
  readonly wrappers: boolean;
  readonly penalty: boolean;
  readonly normalization: string;
  readonly dropout: number;
  readonly test: boolean;
}

/** The racers of a script, the classes and functions that they need, and what else the script needs. */
export function prepared(library: Library, source: ScriptSource) {
  const { catalog, texts, settings, material } = source;
  const samples = material.data.train.length;
  const known = {
    seed: settings.run.seed ?? 0,
    l2: settings.network.l2 ?? 0,
    // Where classes have weights, a name does not tell the loss.
    lossName: settings.network.balanceClasses === true ? '' : lossIdOf(source),
  };
  const most = material.order.length;
  const coded = codedRacers(library, catalog, texts, settings, known, samples, most);
  const { racers } = coded;
  const definitions = withHelpers(library, [
    ...new Set(racers.flatMap((racer) => racer.definitions)),
  ]);
  const uses: Uses = {
    order: racers.some(({ batchSize }) => batchSize < samples),
    full: racers.some(({ batchSize }) => batchSize === samples),
    rate: racers.some(({ rate }) => rate !== undefined),
    clip: racers.some(({ clip }) => clip > 0),
    average: definitions.some((text) => /def average/.test(text)),
    losses: definitions.some((text) => /\bclosure\([^)]/.test(text)),
    network: definitions.some((text) => /\bself\.network\b/.test(text)),
    batch: definitions.some((text) => /\bself\.batch\b/.test(text)),
    weights: definitions.some((text) => /\bsample_losses\b/.test(text)),
    wrappers: definitions.some((text) => /^class Wrapper:/.test(text)),
    penalty: Number(settings.network.l1) > 0 || Number(settings.network.l2) > 0,
    normalization: String(settings.network.normalization ?? 'none'),
    dropout: Number(settings.network.dropout ?? 0),
    test: material.data.test.length > 0,
  };
  return { coded, definitions, uses };
}

/** English, as all of a script is. */
function titleOf({ catalog, settings }: ScriptSource, racers: readonly CodedRacer[]): string {
  const names = new Intl.ListFormat('en').format(racers.map(({ name }) => name));
  const data = catalog.datasets.find(({ id }) => id === settings.dataset.id)?.name ?? 'own data';
  return `Optimizer race: ${names || 'nobody'} on ${data}`;
}

/** The docstring of a script. `needs` says in what precision it computes, and what to install. */
export function head(
  source: ScriptSource,
  { racers, others }: Coded,
  needs: readonly string[],
): string {
  const { address } = source;
  const lines = [`"""${inDocstring(titleOf(source, racers))}`, ''];
  lines.push('This script repeats a race of Fall Line: the same data, initial weights,');
  lines.push('mini-batches, optimizers and learning rates.');
  if (address !== '') lines.push('', inDocstring(address));
  lines.push('', ...needs);
  if (Number(source.settings.network.dropout) > 0)
    lines.push(
      '',
      'Dropout is random. It leaves out other units than the page does, so the curves',
      'differ a little.',
    );
  if (racers.some(({ isCut }) => isCut))
    lines.push('', 'It is shorter than the race, because it has to hold all mini-batches.');
  if (others.length > 0) lines.push('', `It leaves out: ${inDocstring(others.join(', '))}.`);
  return [...lines, '"""', ''].join('\n');
}

/** A script from its docstring, its imports, its functions and the rest. */
export function assembled(
  docstring: string,
  modules: readonly string[],
  packages: string,
  sections: readonly string[],
  rest: string,
): string {
  const body = sections.map((section) => section.trim()).join('\n\n\n');
  const standard = [...modules, ...(/\bmath\./.test(body) ? ['math'] : [])].sort();
  return `${docstring}
${standard.map((name) => `import ${name}`).join('\n')}

${packages}


${body}


${rest}`;
}

const taskOf = ({ material }: ScriptSource): Task =>
  material.data.classes > 0 ? 'classification' : 'regression';

function lossIdOf(source: ScriptSource): string {
  const { catalog, settings } = source;
  const task = taskOf(source);
  const usual = catalog.losses.find(({ defaultFor }) => defaultFor.includes(task));
  return String(settings.network.loss || usual?.id);
}

/** The code of the loss that the race is about, and a comment that says what it is. */
export function lossOf(source: ScriptSource): { code: LossCode | undefined; about: string } {
  const { catalog, texts } = source;
  const id = lossIdOf(source);
  const summary = catalog.losses.find((entry) => entry.id === id)?.summary ?? '';
  return { code: texts.losses[id], about: comment(summary, '    ') };
}

/** `parameters` are those of the functions that make the optimizers, such as " parameters". */
export function racerTable(
  racers: readonly CodedRacer[],
  uses: Pick<Uses, 'rate' | 'clip'>,
  parameters: string,
): string {
  const entries = racers.map((racer) => {
    const { name, entry, optimizer, rate, batchSize, steps, clip } = racer;
    const [made, args] = optimizer;
    const { title, authors, year, url } = entry.paper;
    const lines = [
      comment(`${entry.name}: ${entry.summary} ${authors}: ${title}, ${year}, ${url}`, '    '),
      `    ${inPython(name)}: dict(`,
      call(`optimizer=lambda${parameters}: ${made}`, args, ',', '        '),
      ...(uses.rate ? [`        rate=${rate ? `lambda t: ${rate}` : 'None'},`] : []),
      `        batch_size=${batchSize},`,
      `        steps=${steps},`,
      ...(uses.clip ? [`        clip=${clip > 0 ? literal(clip) : 'math.inf'},`] : []),
      '    ),',
    ];
    return lines.join('\n');
  });
  return `RACERS = {
${entries.join('\n')}
}`;
}

export const race = ({ test }: Uses): string => `curves = {}
for name, racer in RACERS.items():
    curves[name] = train(**racer)
    print(f"{name}: training loss {curves[name][-1][1]:.6g}")

for name, curve in curves.items():
${
  test
    ? `    steps, train_losses, test_losses = zip(*curve)
    (line,) = plt.plot(steps, test_losses, label=name)
    plt.plot(steps, train_losses, color=line.get_color(), linewidth=0.7)`
    : `    steps, train_losses = zip(*curve)
    plt.plot(steps, train_losses, label=name)`
}
plt.title("${test ? 'Test loss, and training loss as thin lines' : 'Training loss'}")
plt.yscale("log")
plt.xlabel("step")
plt.legend()
plt.show()
`;

/** Whether the inputs are standardized. Own data are by default. */
export function isStandardized({ settings }: ScriptSource): boolean {
  const { standardize, dataset } = kindOf(settings).forEngine(settings) as ProblemSettings;
  return standardize ?? 'inputs' in dataset;
}
