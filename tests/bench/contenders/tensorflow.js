// SPDX-License-Identifier: MIT
/** TensorFlow.js 4.22.0 with its own Adam. The batches are made into tensors before timing starts. */
import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { adam, classes, layersOf } from '../workloads.js';

// Turns off its checks, which cost time.
tf.enableProdMode();
const { resolve } = createRequire(import.meta.url);
setWasmPaths(`${dirname(resolve('@tensorflow/tfjs-backend-wasm'))}/`);
setThreadsCount(1);

export function tensorFlowContender(backend) {
  return {
    name: `TensorFlow.js ${backend}`,
    prepare: async (workload, parameters) => {
      await tf.setBackend(backend);
      const weights = layersOf(workload, parameters).map(variablesOf);
      const loss = ({ x, y }) => lossOf(workload, networkOf(workload, weights, x), y);
      const batches = batchesOf(workload);
      const { learningRate, beta1, beta2, epsilon } = adam;
      const optimizer = tf.train.adam(learningRate, beta1, beta2, epsilon);
      let next = 0;
      return {
        loss: async () => {
          await tf.setBackend(backend);
          const losses = batches.map((batch) => tf.tidy(() => loss(batch).dataSync()[0]));
          return losses.reduce((sum, each) => sum + each) / losses.length;
        },
        steps: async (n) => {
          await tf.setBackend(backend);
          const began = performance.now();
          for (let i = 0; i < n; ++i) {
            const batch = batches[next];
            next = (next + 1) % batches.length;
            optimizer.minimize(() => loss(batch));
          }
          return (performance.now() - began) / 1000;
        },
        end: async () => {
          await tf.setBackend(backend);
          tf.dispose([weights, batches]);
          optimizer.dispose();
        },
      };
    },
    close: () => {},
  };
}

function variablesOf({ inputs, outputs, weights, biases }) {
  const byOutput = tf.tensor2d(Float32Array.from(weights), [outputs, inputs]);
  const w = tf.variable(tf.transpose(byOutput));
  byOutput.dispose();
  return { w, b: tf.variable(tf.tensor1d(Float32Array.from(biases))) };
}

function networkOf({ activation }, weights, x) {
  return weights.reduce((values, { w, b }, layer) => {
    const sums = tf.add(tf.matMul(values, w), b);
    return layer === weights.length - 1 ? sums : tf[activation](sums);
  }, x);
}

function lossOf(workload, outputs, y) {
  return classes(workload) === 0
    ? tf.losses.meanSquaredError(y, outputs)
    : tf.losses.softmaxCrossEntropy(y, outputs);
}

function batchesOf(workload) {
  const { batch, data } = workload;
  const starts = data.inputs.map((_, i) => i).filter((i) => i % batch === 0);
  return starts.map((start) => {
    const targets = data.targets.slice(start, start + batch);
    return {
      x: tf.tensor2d(data.inputs.slice(start, start + batch)),
      y:
        classes(workload) === 0
          ? tf.tensor2d(targets, [batch, 1])
          : tf.cast(tf.oneHot(tf.tensor1d(targets, 'int32'), classes(workload)), 'float32'),
    };
  });
}
