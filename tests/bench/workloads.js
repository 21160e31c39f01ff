// SPDX-License-Identifier: MIT
/** The measured workloads: small networks as on the page, and two of usual sizes. */

const batches = 8;

export const workloads = [
  { name: 'W1', sizes: [2, 4, 2, 1], batch: 10, activation: 'tanh' },
  { name: 'W2', sizes: [2, 8, 8, 1], batch: 10, activation: 'tanh' },
  { name: 'W3', sizes: [64, 32, 10], batch: 32, activation: 'relu' },
  { name: 'W4', sizes: [784, 128, 10], batch: 64, activation: 'relu' },
].map(drawn);

/** The workload with data to train on. */
export function drawn(workload) {
  return { ...workload, data: draw(workload) };
}

/** Adam's settings for all contenders: its defaults except for the learning rate. */
export const adam = { learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** The number of classes. Ten outputs are classes with cross-entropy; one is a regression (0). */
export function classes({ sizes }) {
  return sizes.at(-1) === 1 ? 0 : sizes.at(-1);
}

/** Multiplications and additions of a step, counting only matrix products. */
export function operations({ sizes, batch }) {
  const products = pairs(sizes).map(([inputs, outputs]) => 2 * batch * inputs * outputs);
  const forward = products.reduce((sum, product) => sum + product);
  // The backward pass computes the gradients of all weights, but no gradient at the inputs.
  return 3 * forward - products[0];
}

/**
 * Splits parameters in the engine's layout into layers: weights [out][in], then biases.
 * @param {{ sizes: number[] }} workload
 * @param {Float32Array | Float64Array} parameters
 */
export function layersOf(workload, parameters) {
  let at = 0;
  return pairs(workload.sizes).map(([inputs, outputs]) => {
    const weights = parameters.slice(at, (at += inputs * outputs));
    const biases = parameters.slice(at, (at += outputs));
    return { inputs, outputs, weights, biases };
  });
}

/** The settings of a run of the engine that trains the workload. */
export function settingsOf(workload, optimizer = { id: 'adam', ...adam }, seed = 1) {
  const { sizes, activation, batch, data } = workload;
  const task = classes(workload) === 0 ? 'regression' : 'classification';
  const loss = classes(workload) === 0 ? 'mean-squared-error' : 'cross-entropy';
  return {
    problem: {
      dataset: { ...data, task, ...(classes(workload) && { classes: classes(workload) }) },
      standardize: false,
      testFraction: 0,
      network: { hidden: sizes.slice(1, -1), activation, loss },
      batchSize: batch,
    },
    optimizer,
    seed,
  };
}

/** Points in a square with a value on each side of a diagonal, or noisy copies of one image per class. */
function draw(workload) {
  const random = generator();
  const width = workload.sizes[0];
  const row = () => Array.from({ length: width }, random);
  const images = Array.from({ length: classes(workload) }, row);
  const sample = () => {
    if (images.length === 0) {
      const input = row();
      return { input, target: input[0] + input[1] > 1 ? 1 : -1 };
    }
    const target = Math.floor(random() * images.length);
    return { input: images[target].map((x) => (x + random()) / 2), target };
  };
  const samples = Array.from({ length: workload.batch * batches }, sample);
  return {
    inputs: samples.map(({ input }) => input),
    targets: samples.map(({ target }) => target),
  };
}

/** A generator of numbers in [0, 1), the same in every run: a linear congruence modulo 2^32. */
function generator() {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {number[]} sizes */
const pairs = (sizes) => sizes.slice(1).map((outputs, i) => [sizes[i], outputs]);
