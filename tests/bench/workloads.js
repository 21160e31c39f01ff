// SPDX-License-Identifier: MIT
/** What is measured: small networks as the page trains them, and two as others do. */

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

/** The same for everybody: Adam's own defaults but for the rate. */
export const adam = { learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** Ten outputs are classes, trained by cross-entropy; one is a number, by its squared error. */
export function classes({ sizes }) {
  return sizes.at(-1) === 1 ? 0 : sizes.at(-1);
}

/** Multiplications and additions of a step in the products of matrices alone. */
export function operations({ sizes, batch }) {
  const products = pairs(sizes).map(([inputs, outputs]) => 2 * batch * inputs * outputs);
  const forward = products.reduce((sum, product) => sum + product);
  // Back go the gradients of all weights, and the slopes down to the first hidden layer.
  return 3 * forward - products[0];
}

/**
 * Per layer, its part of parameters laid out as the engine's: weights [out][in], then biases.
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

/** Points in a square, told apart by a diagonal; or blurred copies of one image a class. */
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

/** Numbers in [0, 1), the same on every run: a linear congruence modulo 2^32. */
function generator() {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {number[]} sizes */
const pairs = (sizes) => sizes.slice(1).map((outputs, i) => [sizes[i], outputs]);
