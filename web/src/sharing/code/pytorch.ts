// SPDX-License-Identifier: MIT
import { hiddenActivations } from '../../model/hidden-activations.ts';
import type { Settings } from '../../model/settings.ts';
import { pytorch } from './library.ts';
import { type Forms, numbers } from './numbers.ts';
import { call, indented, literal } from './python.ts';
import {
  assembled,
  head,
  isStandardized,
  lossOf,
  prepared,
  race,
  racerTable,
  type Script,
  type ScriptSource,
  type Uses,
} from './sections.ts';
import { trainingLoss } from './training-loss.ts';

/** A Python script that repeats a race on data with PyTorch: same data, weights, batches and rules. */
export function pytorchScript(source: ScriptSource): Script {
  const { settings, material } = source;
  const { coded, definitions, uses } = prepared(pytorch, source);
  const ownLoss = trainingLoss(settings, material.data.classes, 'pytorch');
  const trained = ownLoss === '' ? 'loss_of' : 'training_loss_of';
  const sections = [
    network(source, uses),
    loss(source),
    ...(ownLoss === '' ? [] : [ownLoss]),
    ...(uses.weights ? [sampleLosses(settings, ownLoss !== '')] : []),
    ...(uses.penalty ? [penalty(settings)] : []),
    batches(uses),
    ...definitions.map((text) => text.replaceAll(/\bloss_of\b/g, trained)),
    racerTable(coded.racers, uses, ' parameters'),
    ...(uses.clip ? [clipping] : []),
    ...(uses.average ? [averaging] : []),
    ...(uses.normalization === 'batch' ? [settling] : []),
    evaluation(uses),
    training(uses, trained),
    unpacking,
  ];
  const arrays = numbers(material, isStandardized(source), uses.order, forms);
  const text = assembled(
    head(source, coded, needs),
    uses.average ? ['base64', 'copy'] : ['base64'],
    packages,
    sections,
    `${arrays}\n\n${race(uses)}`,
  );
  return { text, others: coded.others };
}

const needs = [
  'It computes in 64 bits, and needs PyTorch 1.13 or newer and Matplotlib:',
  '',
  '    pip install torch matplotlib',
];

const packages = `import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)`;

/** Class numbers stay integers, as PyTorch's losses want them. */
const forms: Forms = {
  dtype: (name) => `torch.${name}`,
  floats: (unpacked, columns) =>
    `${unpacked}.double()${columns === undefined ? '' : `.reshape(-1, ${columns})`}`,
  classes: (unpacked) => `${unpacked}.long()`,
  order: (unpacked) => `${unpacked}.long().reshape(-1, len(x_train))`,
  deviation: 'x_train.std(0, unbiased=False)',
};

function network(
  { texts, settings, material }: ScriptSource,
  { normalization, dropout }: Uses,
): string {
  const activations = hiddenActivations(settings, material.layers.length - 1);
  const layers = material.layers.flatMap(({ rows, columns }, index) => {
    const linear = `torch.nn.Linear(${columns}, ${rows})`;
    const activation = activations[index];
    if (activation === undefined) return [linear];
    const code = texts.activations[activation]?.pytorch;
    return [
      linear,
      ...(normalization === 'layer' ? [`torch.nn.LayerNorm(${rows})`] : []),
      ...(normalization === 'batch' ? [`torch.nn.BatchNorm1d(${rows})`] : []),
      ...(code ? [code] : []),
      ...(dropout > 0 ? [`torch.nn.Dropout(${literal(dropout)})`] : []),
    ];
  });
  return `def make_network():
    """The network with its initial weights, which are the same for every racer."""
${call('network = torch.nn.Sequential', layers, '', '    ')}
    start = initial_weights.clone()
    torch.nn.utils.vector_to_parameters(start, network.parameters())
    return network`;
}

function loss(source: ScriptSource): string {
  const { code, about } = lossOf(source);
  const { classes } = source.material.data;
  const kind = classes === 0 ? 'values' : classes === 2 ? 'twoClasses' : 'classes';
  return `def loss_of(outputs, y):
${about}
${indented(code?.[kind] ?? 'raise NotImplementedError')}`;
}

function sampleLosses({ network }: Settings, isOwn: boolean): string {
  const losses = `torch.stack([${isOwn ? 'training_loss_of' : 'loss_of'}(*pair) for pair in pairs])`;
  return `def sample_losses(outputs, y):
    """The loss of each sample. Training minimizes their mean over all samples."""
    pairs = zip(outputs.split(1), y.split(1))
${
  network.balanceClasses === true
    ? `    # For one sample, training_loss_of leaves out the weight of its class.
    counts = torch.bincount(y_train)
    weights = len(y_train) / (counts.count_nonzero() * counts)
    return weights[y] * ${losses}`
    : `    return ${losses}`
}`;
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

const settling = `def settle(network):
    """Gives batch normalization the statistics of all training samples."""
    x = x_train
    for layer in network:
        if isinstance(layer, torch.nn.BatchNorm1d):
            layer.running_mean.copy_(x.mean(0))
            layer.running_var.copy_(x.var(0, unbiased=False))
        x = layer(x)`;

function evaluation({ test, normalization, dropout }: Uses): string {
  const hasModes = normalization === 'batch' || dropout > 0;
  const settle = normalization === 'batch' ? '    settle(network)\n' : '';
  return `@torch.no_grad()
def evaluate(network):
    """The loss on all training samples${test ? ', and that on all test samples' : ''}."""
${hasModes ? `    network.eval()\n${settle}` : ''}    train_loss = loss_of(network(x_train), y_train).item()
${test ? '    test_loss = loss_of(network(x_test), y_test).item()\n' : ''}${
    hasModes ? '    network.train()\n' : ''
  }    return ${test ? 'train_loss, test_loss' : '(train_loss,)'}`;
}

function training(uses: Uses, trained: string): string {
  const { rate, clip, average, network, batch, wrappers } = uses;
  const parameters = ['optimizer', ...(rate ? ['rate'] : []), 'batch_size', 'steps'];
  if (clip) parameters.push('clip');
  const judged = average ? 'averaged(network, optimizer)' : 'network';
  const rule = wrappers ? 'rule' : 'optimizer';
  const inner = `    rule = optimizer
    while hasattr(rule, "optimizer"):
        rule = rule.optimizer  # Inside of wrappers.
`;
  const scheduled = `        if rate is not None:
            for group in optimizer.param_groups:
                group["lr"] = rate(step - 1)
`;
  return `def train(${parameters.join(', ')}):
    """The curve of a racer: steps and losses."""
    network = make_network()
    optimizer = optimizer(network.parameters())
${wrappers && (network || batch) ? inner : ''}${
    network ? `    ${rule}.network = network\n` : ''
  }    every = max(1, steps // 200)
    curve = [(0, *evaluate(network))]
    for step, batch in zip(range(1, steps + 1), batches(batch_size)):
${rate ? scheduled : ''}${batch ? `        ${rule}.batch = batch\n` : ''}
${closure(uses, trained)}

        optimizer.step(closure)
        if step % every == 0 or step == steps:
            curve.append((step, *evaluate(${judged})))
    return curve`;
}

function closure({ losses, weights, penalty, clip }: Uses, trained: string): string {
  const parameters = [
    ...(losses ? ['backward=True', 'batch=batch'] : []),
    ...(weights ? ['weights=None'] : []),
  ];
  const loss = weights
    ? `outputs, y = network(x_train[batch]), y_train[batch]
if weights is None:
    loss = ${trained}(outputs, y)
else:
    loss = weights @ sample_losses(outputs, y)`
    : `loss = ${trained}(network(x_train[batch]), y_train[batch])`;
  const gradient = [
    'optimizer.zero_grad()',
    'loss.backward()',
    ...(clip ? ['clip_gradient(network.parameters(), clip)'] : []),
  ].join('\n');
  const body = [
    loss,
    ...(penalty ? ['loss = loss + penalty(network)'] : []),
    losses ? `if backward:\n${indented(gradient)}` : gradient,
    'return loss',
  ].join('\n');
  return `        def closure(${parameters.join(', ')}):
${indented(body, ' '.repeat(12))}`;
}

const unpacking = `def unpack(text, dtype):
    """The numbers in a text of base64."""
    return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=dtype)`;
