// SPDX-License-Identifier: MIT
import type { Catalog, ProblemSettings, Task } from '../../../../wasm/types.ts';
import { kindOf } from '../../model/problem-kinds.ts';
import type { Settings } from '../../model/settings.ts';
import type { Material } from './material.ts';
import { numbers } from './numbers.ts';
import { call, comment, inDocstring, indented, literal } from './python.ts';
import { inPython } from '../escape.ts';
import { type Coded, type CodedRacer, codedRacers } from './racers.ts';
import { withHelpers } from './rule-base.ts';
import type { CodeTexts } from './texts.ts';
import { trainingLoss } from './training-loss.ts';

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

/** A Python script that repeats a race on data with PyTorch: same data, weights, batches and rules. */
export function pytorchScript(source: ScriptSource): Script {
  const { catalog, texts, settings, material } = source;
  const samples = material.data.train.length;
  const coded = codedRacers(catalog, texts, settings, samples, material.order.length);
  const { racers, others } = coded;
  const ownLoss = trainingLoss(settings, material.data.classes);
  const uses = {
    order: racers.some(({ batchSize }) => batchSize < samples),
    full: racers.some(({ batchSize }) => batchSize === samples),
    rate: racers.some(({ rate }) => rate !== undefined),
    clip: racers.some(({ clip }) => clip > 0),
    average: racers.some(({ definitions }) => definitions.some((text) => /def average/.test(text))),
    penalty: Number(settings.network.l1) > 0 || Number(settings.network.l2) > 0,
    test: material.data.test.length > 0,
    ownLoss: ownLoss !== '',
  };
  const definitions = withHelpers([...new Set(racers.flatMap((racer) => racer.definitions))]);
  const sections = [
    network(source),
    loss(source),
    ...(uses.ownLoss ? [ownLoss] : []),
    ...(uses.penalty ? [penalty(settings)] : []),
    batches(uses),
    ...definitions,
    racerTable(racers, uses),
    ...(uses.clip ? [clipping] : []),
    ...(uses.average ? [averaging] : []),
    evaluation(uses),
    training(uses),
    unpacking,
  ].map((section) => section.trim());
  const body = sections.join('\n\n\n');
  const arrays = numbers(material, isStandardized(source), uses.order);
  const rest = `${arrays}\n\n${race(uses)}`;
  const math = /\bmath\./.test(body) ? 'import math\n' : '';
  const copy = uses.average ? 'import copy\n' : '';
  return {
    text: `${head(source, coded)}
import base64
${copy}${math}
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


${body}


${rest}`,
    others,
  };
}

interface Uses {
  readonly order: boolean;
  readonly full: boolean;
  readonly rate: boolean;
  readonly clip: boolean;
  readonly average: boolean;
  readonly penalty: boolean;
  readonly test: boolean;
  readonly ownLoss: boolean;
}

/** English, as all of a script is. */
function titleOf({ catalog, settings }: ScriptSource, racers: readonly CodedRacer[]): string {
  const names = new Intl.ListFormat('en').format(racers.map(({ name }) => name));
  const data = catalog.datasets.find(({ id }) => id === settings.dataset.id)?.name ?? '';
  return `Optimizer race: ${names || 'nobody'} on ${data}`;
}

function head(source: ScriptSource, { racers, others }: Coded): string {
  const { address } = source;
  const lines = [`"""${inDocstring(titleOf(source, racers))}`, ''];
  lines.push('This script repeats a race of Fall Line: the same data, initial weights,');
  lines.push('mini-batches, optimizers and learning rates. It computes in 64 bits.');
  if (address !== '') lines.push('', inDocstring(address));
  lines.push(
    '',
    'It needs PyTorch 1.13 or newer and Matplotlib:',
    '',
    '    pip install torch matplotlib',
  );
  if (racers.some(({ isCut }) => isCut))
    lines.push('', 'It is shorter than the race, because it has to hold all mini-batches.');
  if (others.length > 0) lines.push('', `It leaves out: ${inDocstring(others.join(', '))}.`);
  return [...lines, '"""', ''].join('\n');
}

function network({ texts, settings, material }: ScriptSource): string {
  const activation = texts.activations[String(settings.network.activation)];
  const layers = material.layers.flatMap(({ rows, columns }, index) => {
    const isLast = index === material.layers.length - 1;
    const linear = `torch.nn.Linear(${columns}, ${rows})`;
    return isLast || !activation ? [linear] : [linear, activation];
  });
  return `def make_network():
    """The network with its initial weights, which are the same for every racer."""
${call('network = torch.nn.Sequential', layers, '', '    ')}
    start = initial_weights.clone()
    torch.nn.utils.vector_to_parameters(start, network.parameters())
    return network`;
}

const taskOf = ({ material }: ScriptSource): Task =>
  material.data.classes > 0 ? 'classification' : 'regression';

function loss(source: ScriptSource): string {
  const { catalog, texts, settings, material } = source;
  const task = taskOf(source);
  const usual = catalog.losses.find(({ defaultFor }) => defaultFor.includes(task));
  const id = String(settings.network.loss || usual?.id);
  const { classes } = material.data;
  const kind = classes === 0 ? 'values' : classes === 2 ? 'twoClasses' : 'classes';
  const body = texts.losses[id]?.[kind] ?? 'raise NotImplementedError';
  const summary = catalog.losses.find((entry) => entry.id === id)?.summary ?? '';
  return `def loss_of(outputs, y):
${comment(summary, '    ')}
${indented(body)}`;
}

function penalty({ network: { l1, l2 } }: Settings): string {
  const terms = [
    ...(Number(l1) > 0 ? [`${literal(l1 ?? 0)} * weights.abs().sum()`] : []),
    ...(Number(l2) > 0 ? [`${literal(l2 ?? 0)} / 2 * weights.square().sum()`] : []),
  ];
  return `def penalty(network):
    """Grows with the weights, but not with the biases."""
    matrices = [p.flatten() for p in network.parameters() if p.dim() > 1]
    weights = torch.cat(matrices)
    return ${terms.join(' + ')}`;
}

function batches({ order, full }: Uses): string {
  const whole = `    while batch_size == len(x_train):
        yield slice(None)`;
  const shuffled = `    for epoch in epochs:
        yield from epoch.split(batch_size)`;
  return `def batches(batch_size):
    """The mini-batches of one epoch after another, in the order of the page."""
${[...(full ? [whole] : []), ...(order ? [shuffled] : [])].join('\n')}`;
}

function racerTable(racers: readonly CodedRacer[], uses: Uses): string {
  const entries = racers.map((racer) => {
    const { name, entry, optimizer, rate, batchSize, steps, clip } = racer;
    const [made, args] = optimizer;
    const { title, authors, year, url } = entry.paper;
    const lines = [
      comment(`${entry.name}: ${entry.summary} ${authors}: ${title}, ${year}, ${url}`, '    '),
      `    ${inPython(name)}: dict(`,
      call(`optimizer=lambda parameters: ${made}`, args, ',', '        '),
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

const clipping = `def clip_gradient(parameters, longest):
    """Shortens a gradient that is too long, and keeps its direction."""
    gradients = [p.grad for p in parameters]
    norm = torch.cat([g.flatten() for g in gradients]).norm()
    if norm > longest:
        for g in gradients:
            g *= longest / norm`;

const averaging = `@torch.no_grad()
def averaged(network, optimizer):
    """The network with the averages of its weights, if the optimizer keeps any."""
    if not hasattr(optimizer, "average"):
        return network
    average = copy.deepcopy(network)
    for p, mean in zip(network.parameters(), average.parameters()):
        mean.copy_(optimizer.average(p))
    return average`;

const evaluation = ({ test }: Uses): string => `@torch.no_grad()
def evaluate(network):
    """The loss on all training samples${test ? ', and that on all test samples' : ''}."""
    train_loss = loss_of(network(x_train), y_train).item()
${
  test
    ? `    test_loss = loss_of(network(x_test), y_test).item()
    return train_loss, test_loss`
    : '    return (train_loss,)'
}`;

function training({ rate, clip, average, penalty: isPenalized, ownLoss }: Uses): string {
  const parameters = ['optimizer', ...(rate ? ['rate'] : []), 'batch_size', 'steps'];
  if (clip) parameters.push('clip');
  const judged = average ? 'averaged(network, optimizer)' : 'network';
  const scheduled = `        if rate is not None:
            for group in optimizer.param_groups:
                group["lr"] = rate(step - 1)
`;
  return `def train(${parameters.join(', ')}):
    """The curve of a racer: steps and losses."""
    network = make_network()
    optimizer = optimizer(network.parameters())
    every = max(1, steps // 200)
    curve = [(0, *evaluate(network))]
    for step, batch in zip(range(1, steps + 1), batches(batch_size)):
${rate ? scheduled : ''}
        def closure():
            optimizer.zero_grad()
            loss = ${ownLoss ? 'training_loss_of' : 'loss_of'}(network(x_train[batch]), y_train[batch])
${isPenalized ? '            loss = loss + penalty(network)\n' : ''}            loss.backward()
${clip ? '            clip_gradient(network.parameters(), clip)\n' : ''}            return loss

        optimizer.step(closure)
        if step % every == 0 or step == steps:
            curve.append((step, *evaluate(${judged})))
    return curve`;
}

const unpacking = `def unpack(text, dtype):
    """The numbers in a text of base64."""
    return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=dtype)`;

const race = ({ test }: Uses): string => `curves = {}
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
function isStandardized({ settings }: ScriptSource): boolean {
  const { standardize, dataset } = kindOf(settings).forEngine(settings) as ProblemSettings;
  return standardize ?? 'inputs' in dataset;
}
