// SPDX-License-Identifier: MIT
import { hiddenActivations } from '../../model/hidden-activations.ts';
import type { Settings } from '../../model/settings.ts';
import { keras } from './library.ts';
import { type Forms, numbers } from './numbers.ts';
import { call, floatLiteral, indented } from './python.ts';
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

/** A Python script that repeats a race on data with Keras: same data, weights, batches and rules. */
export function kerasScript(source: ScriptSource): Script {
  const { material } = source;
  const { coded, definitions, uses } = prepared(keras, source);
  const ownLoss = trainingLoss(source.settings, material.data.classes, 'keras');
  const sections = [
    network(source, uses),
    loss(source),
    ...(ownLoss === '' ? [] : [ownLoss]),
    batches(uses),
    ...definitions,
    racerTable(coded.racers, { ...uses, clip: false }, ''),
    ...(uses.average ? [averaging] : []),
    ...(uses.normalization === 'batch' ? [settling] : []),
    evaluation(uses),
    training(uses, ownLoss === '' ? 'loss_of' : 'training_loss_of'),
    unpacking,
  ];
  const arrays = numbers(material, isStandardized(source), uses.order, forms);
  const text = assembled(
    head(source, coded, needs),
    ['base64', 'os'],
    packages,
    sections,
    `${arrays}\n\n${race(uses)}`,
  );
  return { text, others: coded.others };
}

const needs = [
  'It asks Keras for 64 bits, although some backends compute parts in 32.',
  '',
  'It needs Keras 3.5 or newer with one of its backends, and Matplotlib:',
  '',
  '    pip install keras tensorflow matplotlib',
];

const packages = `# JAX computes in 32 bits unless it is told before it starts.
os.environ["JAX_ENABLE_X64"] = "1"

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops

keras.config.set_floatx("float64")`;

/** Two classes are a column of 0 and 1, and more classes have a column each. */
const forms: Forms = {
  dtype: (name) => `np.${name}`,
  floats: (unpacked, columns) =>
    `${unpacked}.astype(float)${columns === undefined ? '' : `.reshape(-1, ${columns})`}`,
  classes: (unpacked, classes) =>
    classes === 2 ? forms.floats(unpacked, 1) : `np.eye(${classes})[${unpacked}]`,
  order: (unpacked) => `${unpacked}.reshape(-1, len(x_train))`,
  deviation: 'x_train.std(0)',
};

function network(
  { texts, settings, material }: ScriptSource,
  { normalization, dropout }: Uses,
): string {
  const { layers } = material;
  const activations = hiddenActivations(settings, layers.length - 1);
  const penalty = penaltyOf(settings);
  const norm = { layer: 'LayerNormalization', batch: 'BatchNormalization' }[normalization];
  const parts = layers.flatMap(({ rows }, index) => {
    const id = activations[index];
    const activation = id === undefined ? undefined : texts.activations[id]?.keras;
    const layer = (name: string, ...args: string[]) =>
      call(`keras.layers.${name}`, args, ',', '            ');
    const regularized = penalty ? ['kernel_regularizer=penalty'] : [];
    const dropped =
      id !== undefined && dropout > 0 ? [layer('Dropout', floatLiteral(dropout))] : [];
    if (id !== undefined && norm !== undefined)
      return [
        layer('Dense', String(rows), ...regularized),
        layer(norm, 'epsilon=1e-5'),
        ...(activation ? [layer('Activation', activation)] : []),
        ...dropped,
      ];
    const activated = activation ? [`activation=${activation}`] : [];
    return [layer('Dense', String(rows), ...activated, ...regularized), ...dropped];
  });
  const inputs = `            keras.Input((${layers[0]?.columns ?? 0},)),`;
  return `def make_network():
    """The network with its initial weights, which are the same for every racer."""
${penalty}    network = keras.Sequential(
        [
${[inputs, ...parts].join('\n')}
        ]
    )
    place = 0
    for v in network.trainable_variables:
        # Keras' matrices have a row for each input, those below one for each output.
        size = math.prod(v.shape)
        part = initial_weights[place : place + size]
        v.assign(part.reshape(v.shape[::-1]).T)
        place += size
    return network`;
}

/** Keras has no half before the sum of squares. */
function penaltyOf({ network: { l1, l2 } }: Settings): string {
  if (!(Number(l1) > 0 || Number(l2) > 0)) return '';
  const args = [`l1=${floatLiteral(l1 ?? 0)}`, `l2=${floatLiteral(l2 ?? 0)} / 2`];
  return `    penalty = keras.regularizers.L1L2(${args.join(', ')})\n`;
}

function loss(source: ScriptSource): string {
  const { code, about } = lossOf(source);
  const kind = source.material.data.classes === 2 ? 'twoClasses' : 'columns';
  return `def loss_of(y, outputs):
${about}
    # Keras' own losses take means, which some backends compute in 32 bits.
${indented(code?.keras[kind] ?? 'raise NotImplementedError')}`;
}

function batches({ order, full }: Uses): string {
  const whole = `    while batch_size == len(x_train):
        yield slice(None)`;
  const shuffled = `    for epoch in epochs:
        yield from np.split(epoch, range(batch_size, len(epoch), batch_size))`;
  return `def batches(batch_size):
    """The mini-batches of one epoch after another, in the order of the page."""
${[...(full ? [whole] : []), ...(order ? [shuffled] : [])].join('\n')}`;
}

const averaging = `def averaged(network):
    """The network with the averages of its weights, if the optimizer keeps any."""
    optimizer = network.optimizer
    if not hasattr(optimizer, "average"):
        return network
    average = make_network()
    for v, mean in zip(network.trainable_variables, average.trainable_variables):
        mean.assign(optimizer.average(v))
    return average`;

const settling = `def settle(network):
    """Gives batch normalization the statistics of all training samples."""
    x = ops.convert_to_tensor(x_train)
    for layer in network.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.moving_mean.assign(ops.mean(x, 0))
            layer.moving_variance.assign(ops.var(x, 0))
        x = layer(x)`;

const evaluation = ({ test, normalization }: Uses): string => `def mean_loss(network, x, y):
    return float(loss_of(ops.convert_to_tensor(y), network(x)))


def evaluate(network):
    """The loss on all training samples${test ? ', and that on all test samples' : ''}."""
${normalization === 'batch' ? '    settle(network)\n' : ''}    train_loss = mean_loss(network, x_train, y_train)
${test ? `    return train_loss, mean_loss(network, x_test, y_test)` : '    return (train_loss,)'}`;

function training({ rate, average }: Uses, trained: string): string {
  const parameters = ['optimizer', ...(rate ? ['rate'] : []), 'batch_size', 'steps'];
  const scheduled = `        if rate is not None:
            network.optimizer.learning_rate = rate(step - 1)
`;
  return `def train(${parameters.join(', ')}):
    """The curve of a racer: steps and losses."""
    network = make_network()
    # Eagerly, because the rules above keep their state in Python.
    network.compile(optimizer=optimizer(), loss=${trained}, run_eagerly=True)
    every = max(1, steps // 200)
    curve = [(0, *evaluate(network))]
    for step, batch in zip(range(1, steps + 1), batches(batch_size)):
${rate ? scheduled : ''}        network.train_on_batch(x_train[batch], y_train[batch])
        if step % every == 0 or step == steps:
            curve.append((step, *evaluate(${average ? 'averaged(network)' : 'network'})))
    return curve`;
}

const unpacking = `def unpack(text, dtype):
    """The numbers in a text of base64."""
    return np.frombuffer(base64.b64decode(text), dtype)`;
