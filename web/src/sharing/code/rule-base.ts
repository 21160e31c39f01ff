// SPDX-License-Identifier: MIT

import type { Library } from './library.ts';

/** A class or a function that others are based on. */
interface Helper {
  readonly name: string;
  readonly text: Readonly<Partial<Record<Library['id'], string>>>;
}

/** Written out, because libraries draw other numbers. core/numeric/random.hpp is the engine's. */
const stream = `class Stream:
    """The page's random numbers, xoshiro256++ (Blackman & Vigna 2019)."""

    def __init__(self, name, seed, index=0):
        state = 0xCBF29CE484222325  # FNV-1a of the name.
        for byte in name.encode():
            state = (state ^ byte) * 0x100000001B3 % 2**64
        for number in (seed, index):
            state = self.mixed(state)[1] ^ number
        self.state = []
        for _ in range(4):
            state, word = self.mixed(state)
            self.state.append(word)

    @staticmethod
    def mixed(state):
        """SplitMix64 (Steele, Lea & Flood 2014): its next state, and a number."""
        state = (state + 0x9E3779B97F4A7C15) % 2**64
        z = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
        return state, z ^ z >> 31

    def bits(self):
        a, b, c, d = self.state
        turned = (a + d) % 2**64
        drawn = ((turned << 23 | turned >> 41) + a) % 2**64
        c, d = c ^ a, d ^ b
        turned = (d << 45 | d >> 19) % 2**64
        self.state = [a ^ d, b ^ c, c ^ b << 17 & 2**64 - 1, turned]
        return drawn

    def uniform(self):
        return (self.bits() >> 11) * 2.0**-53

    def below(self, n):
        """A whole number below n, without bias (Lemire 2019)."""
        while True:
            product = (self.bits() >> 32) * n
            if product % 2**32 >= 2**32 % n:
                return product >> 32

    def normal(self):
        """From two uniform numbers (Box & Muller 1958)."""
        radius = math.sqrt(-2 * math.log(1 - self.uniform()))
        return radius * math.cos(2 * math.pi * self.uniform())

    def sign(self):
        return 1 - 2 * (self.bits() >> 63)
`;

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
 * `x_train`, `self.network` is the network, `self.batch` the index of the batch, and `self.seed` that of the race, for
 * a `Stream`. `sample_losses(outputs, y)` has the loss of each sample, and `weights=` of the closure weighs them. A
 * `RandomRule` has such a stream as `self.random`, a `ProbingRule` estimates of the Hessian's diagonal, and a
 * `PopulationRule` has `move(theta, loss)`, which returns the new parameters as one vector.
 */
const helpers: readonly Helper[] = [
  {
    name: 'Stream',
    text: { pytorch: stream, keras: stream },
  },
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
  {
    name: 'RandomRule',
    text: {
      pytorch: `class RandomRule(Rule):
    """A rule that draws the random numbers of the page."""

    def __init__(self, parameters, **settings):
        super().__init__(parameters, **settings)
        self.random = Stream("optimizer", self.seed)

    def drawn(self, draw, *shape):
        """An array of random numbers, drawn in the order of its elements."""
        numbers = [draw() for _ in range(math.prod(shape))]
        return torch.tensor(numbers, dtype=torch.float64).reshape(shape)
`,
    },
  },
  {
    name: 'ProbingRule',
    text: {
      pytorch: `class ProbingRule(RandomRule):
    """A rule that estimates the Hessian's diagonal, and finds it as D in the state."""

    period = 1  # Steps from one estimate to the next.

    def step(self, closure):
        if self.t % self.period == 0:
            self.probe(closure, self.param_groups[0]["params"])
        return super().step(closure)

    def probe(self, closure, parameters):
        """D = z * Hz, z random signs: all but the diagonal of H averages out (Hutchinson)."""
        loss = closure(backward=False)
        # Torch refuses to differentiate a gradient that depends on no parameter.
        loss = loss + 0 * sum(p.square().sum() for p in parameters)
        gradients = torch.autograd.grad(loss, parameters, create_graph=True)
        signs = [self.drawn(self.random.sign, *p.shape) for p in parameters]
        products = torch.autograd.grad(gradients, parameters, signs)
        for p, z, product in zip(parameters, signs, products):
            self.state[p]["D"] = z * product
`,
    },
  },
  {
    name: 'PopulationRule',
    text: {
      pytorch: `class PopulationRule(RandomRule):
    """A rule that compares the losses of points, and needs no gradients."""

    @torch.no_grad()
    def step(self, closure):
        parameters = self.param_groups[0]["params"]

        def loss(point):
            torch.nn.utils.vector_to_parameters(point.clone(), parameters)
            return closure(backward=False)

        start = torch.nn.utils.parameters_to_vector(parameters)
        self.t += 1
        end = self.move(start, loss)
        torch.nn.utils.vector_to_parameters(end.clone(), parameters)

    def normals(self, *shape):
        return self.drawn(self.random.normal, *shape)

    def uniforms(self, *shape):
        return self.drawn(self.random.uniform, *shape)
`,
    },
  },
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
