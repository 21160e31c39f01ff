// SPDX-License-Identifier: MIT

import type { Helper, Library } from './library.ts';
import { randomRules } from './random-rules.ts';
import { vectorRules } from './vector-rules.ts';

/**
 * What the classes of the engine's catalog may be based on, each after those that it needs.
 *
 * `update` of a rule returns the new parameters, and changes none of its arguments. `p` and `g` are its own copies. It
 * has all hyperparameters by name, such as `self.beta1`, and the number of the step, from 1, as `self.t`. `state` keeps
 * what it puts into it. `self.outputs` and `self.inputs` are the axes of a weight matrix. A rule that puts an "average"
 * into its state and is an `AveragingRule` is judged by that.
 *
 * For PyTorch alone, a rule that needs more overrides `step(self, closure)`, and one with a method `average` is judged
 * by the weights that it returns. `closure()` returns the loss on the batch and leaves its gradient. If the text of a
 * rule has them, `closure(backward=False)` returns the loss alone, `batch=` chooses other samples by an index of
 * `x_train`, `self.network` is the network, `self.batch` the index of the batch, `self.seed` the seed of the race, for a
 * `Stream`, `self.l2` its penalty, and `self.loss_name` the id of its loss. `loss_of` is what training minimizes, without
 * penalties. `sample_losses(outputs, y)` has the loss of each sample, and `weights=` of the closure weighs them.
 *
 * A `RandomRule` has a stream as `self.random`, a `ProbingRule` estimates of the Hessian's diagonal, and a
 * `PopulationRule` has `move(theta, loss)`, which returns the new parameters as one vector. A `VectorRule` has
 * `move(self, here)`, which returns the vector that follows on the point `here`. A `HessianRule` can multiply by the
 * Hessian too, `LeastSquares` is for sums of squares, and a `Line` for searches.
 */
const helpers: readonly Helper[] = [
  {
    name: 'Rule',
    text: {
      pytorch: `class Rule(torch.optim.Optimizer):
    """What the rules below share: one update for each weight matrix and each bias."""

    outputs, inputs = 0, 1  # The axes of a weight matrix.

    def __init__(self, parameters, lr=None, **settings):
        super().__init__(parameters, dict(lr=lr))
        vars(self).update(settings)
        self.t = 0

    @torch.no_grad()
    def step(self, closure):
        with torch.enable_grad():
            loss = closure()
        self.t += 1
        for group in self.param_groups:
            for p in group["params"]:
                g = p.grad.clone()
                p.copy_(self.update(p.clone(), g, group["lr"], self.state[p]))
        return loss
`,
      keras: `class Rule(keras.optimizers.Optimizer):
    """What the rules below share: one update for each weight matrix and each bias."""

    inputs, outputs = 0, 1  # The axes of a weight matrix.

    def __init__(self, lr=1, global_clipnorm=None, **settings):
        super().__init__(learning_rate=float(lr), global_clipnorm=global_clipnorm)
        # Past Keras, which would keep track of every attribute.
        vars(self).update(settings, states={})

    def state_of(self, variable):
        return self.states.setdefault(self._get_variable_index(variable), {})

    def update_step(self, gradient, variable, learning_rate):
        state = self.state_of(variable)
        self.t = state["t"] = state.get("t", 0) + 1
        lr = float(ops.convert_to_numpy(learning_rate))
        p = ops.copy(ops.convert_to_tensor(variable))
        self.assign(variable, self.update(p, ops.copy(gradient), lr, state))
`,
    },
  },
  {
    name: 'AveragingRule',
    text: {
      pytorch: `class AveragingRule(Rule):
    """A rule that is judged by averages of its weights."""

    def average(self, p):
        return self.state[p]["average"]
`,
      keras: `class AveragingRule(Rule):
    """A rule that is judged by averages of its weights."""

    def average(self, variable):
        return self.state_of(variable)["average"]
`,
    },
  },
  {
    name: 'Wrapper',
    text: {
      pytorch: `class Wrapper:
    """What changes the steps of another optimizer. All else is as in that one."""

    def __init__(self, optimizer, **settings):
        self.optimizer = optimizer
        self.parameters = [p for g in optimizer.param_groups for p in g["params"]]
        vars(self).update(settings)
        self.t = 0

    def __getattr__(self, name):
        return getattr(self.optimizer, name)
`,
    },
  },
  ...randomRules,
  ...vectorRules,
];

/** The definitions, after all that they are based on. */
export function withHelpers({ id }: Library, definitions: readonly string[]): string[] {
  const needed: string[] = [];
  let texts = definitions.join('\n');
  for (const { name, text } of [...helpers].reverse()) {
    const own = text[id];
    if (!own || !new RegExp(`\\b${name}\\b`).test(texts)) continue;
    needed.unshift(own);
    texts += own;
  }
  return [...needed, ...definitions];
}
