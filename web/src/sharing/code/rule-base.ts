// SPDX-License-Identifier: MIT

/** A class or a function that others are based on. */
interface Helper {
  readonly name: string;
  readonly text: string;
}

/**
 * What the classes of the engine's catalog may be based on, each after those that it needs.
 *
 * Within `update` a rule has all hyperparameters by name, such as `self.beta1`, and the number of the step, from 1, as
 * `self.t`. `state` keeps what it puts into it. A rule that needs more overrides `step(self, closure)`. A rule with a
 * method `average` is judged by the weights that it returns.
 */
const helpers: readonly Helper[] = [
  {
    name: 'Rule',
    text: `class Rule(torch.optim.Optimizer):
    """What the rules below share: one update for each weight matrix and each bias."""

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
                self.update(p, p.grad, group["lr"], self.state[p])
        return loss
`,
  },
  {
    name: 'Wrapper',
    text: `class Wrapper:
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
];

/** The definitions, after all that they are based on. */
export function withHelpers(definitions: readonly string[]): string[] {
  const needed: string[] = [];
  let texts = definitions.join('\n');
  for (const { name, text } of [...helpers].reverse()) {
    if (!new RegExp(`\\b${name}\\b`).test(texts)) continue;
    needed.unshift(text);
    texts += text;
  }
  return [...needed, ...definitions];
}
