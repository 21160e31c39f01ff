// SPDX-License-Identifier: MIT
/**
 * ConvNetJS 0.3.0. The package's trainer has no Adam, so its nets are trained by an Adam written here.
 * It avoids two costs of the later Adam in ConvNetJS's repository: powers of beta computed again for
 * every parameter, and timers.
 */
import convnetjs from 'convnetjs';
import { adam, classes, layersOf } from '../workloads.js';

export function convNetContender() {
  return {
    name: 'ConvNetJS',
    prepare: (workload, parameters) => {
      const net = netOf(workload, parameters);
      const { inputs, targets } = workload.data;
      const samples = inputs.map((row, i) => ({
        x: new convnetjs.Vol(row),
        y: classes(workload) === 0 ? [targets[i]] : targets[i],
      }));
      const step = stepper(net, samples, workload.batch);
      return {
        loss: () => lossOf(net, samples),
        steps: (n) => {
          const began = performance.now();
          for (let i = 0; i < n; ++i) step();
          return (performance.now() - began) / 1000;
        },
        end: () => {},
      };
    },
    close: () => {},
  };
}

function netOf(workload, parameters) {
  const { sizes, activation } = workload;
  const hidden = sizes
    .slice(1, -1)
    .map((units) => ({ type: 'fc', num_neurons: units, activation }));
  const last =
    classes(workload) === 0
      ? { type: 'regression', num_neurons: 1 }
      : { type: 'softmax', num_classes: classes(workload) };
  const net = new convnetjs.Net();
  net.makeLayers([{ type: 'input', out_sx: 1, out_sy: 1, out_depth: sizes[0] }, ...hidden, last]);
  const dense = net.layers.filter((layer) => layer.layer_type === 'fc');
  layersOf(workload, parameters).forEach(({ inputs, weights, biases }, i) => {
    dense[i].filters.forEach((filter, out) =>
      filter.w.set(weights.slice(out * inputs, (out + 1) * inputs)),
    );
    dense[i].biases.w.set(biases);
  });
  return net;
}

/** Adam (Kingma & Ba 2014, Algorithm 1) on a net's own lists of parameters and gradients. */
function stepper(net, samples, batch) {
  const { learningRate, beta1, beta2, epsilon } = adam;
  const lists = net.getParamsAndGrads().map(({ params, grads }) => ({
    params,
    grads,
    m: new Float64Array(params.length),
    v: new Float64Array(params.length),
  }));
  let t = 0;
  let next = 0;
  return () => {
    for (let i = 0; i < batch; ++i) {
      const { x, y } = samples[next];
      next = (next + 1) % samples.length;
      net.forward(x, true);
      net.backward(y);
    }
    t += 1;
    const correction1 = 1 - beta1 ** t;
    const correction2 = 1 - beta2 ** t;
    for (const { params, grads, m, v } of lists) {
      for (let i = 0; i < params.length; ++i) {
        const g = grads[i] / batch;
        m[i] = beta1 * m[i] + (1 - beta1) * g;
        v[i] = beta2 * v[i] + (1 - beta2) * g * g;
        params[i] -=
          (learningRate * (m[i] / correction1)) / (Math.sqrt(v[i] / correction2) + epsilon);
        grads[i] = 0;
      }
    }
  };
}

function lossOf(net, samples) {
  const losses = samples.map(({ x, y }) => {
    const { w } = net.forward(x);
    return Array.isArray(y) ? (w[0] - y[0]) ** 2 : -Math.log(w[y]);
  });
  return losses.reduce((sum, loss) => sum + loss) / losses.length;
}
