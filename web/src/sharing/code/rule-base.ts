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

const vectorRule = `def flat(tensors):
    return torch.cat([x.flatten() for x in tensors])


class Point:
    """All parameters as one vector w, with the loss and its gradient g there."""

    def __init__(self, w, loss, g):
        self.w, self.loss, self.g = w, loss, g
        # Rounding alone may change the loss by this much.
        self.noise = 50 * torch.finfo(w.dtype).eps * abs(loss)


class VectorRule(Rule):
    """A rule that moves all parameters at once, until nothing lowers the loss."""

    ended = False

    def step(self, closure):
        self.closure = closure
        self.parameters = [p for group in self.param_groups for p in group["params"]]
        here = self.look(flat(self.parameters).detach())
        # A gradient that is not finite ends it too.
        if not 1e-10 < here.g.abs().max() < math.inf:
            self.ended = True
        self.put(here.w if self.ended else self.move(here))
        return here.loss

    def put(self, w):
        torch.nn.utils.vector_to_parameters(w, self.parameters)

    def look(self, w):
        self.put(w)
        loss = self.closure().detach()
        return Point(w, loss, flat([p.grad for p in self.parameters]))

    def small_step(self, here):
        """After a failed search: ever smaller gradient steps, until the loss falls."""
        reach = max(1, here.w.norm()) / here.g.norm()
        for k in range(3, 17, 2):
            w = here.w - 10.0**-k * reach * here.g
            if self.look(w).loss < here.loss:
                return w
        self.ended = True
        return here.w
`;

const hessianRule = `class HessianRule(VectorRule):
    """A rule that needs second derivatives."""

    def hessian_at(self, w):
        """A function that multiplies the Hessian at w by a vector, or by each row of a matrix."""
        self.put(w)
        loss = self.closure(backward=False)
        # PyTorch refuses a parameter in which the loss is linear, so add 0.
        loss = loss + 0 * sum(p.square().sum() for p in self.parameters)
        g = flat(torch.autograd.grad(loss, self.parameters, create_graph=True))

        def product(v):
            options = dict(retain_graph=True, is_grads_batched=v.dim() > 1)
            parts = torch.autograd.grad(g, self.parameters, v, **options)
            return torch.cat([x.flatten(v.dim() - 1) for x in parts], -1)

        return product
`;

const line = `class Line:
    """The loss along p, and searches for a step alpha, which return a point or None.

    Nocedal & Wright, Numerical optimization, 2nd edition, chapter 3.
    """

    def __init__(self, rule, here, p):
        self.rule, self.start, self.p = rule, here, p
        here.alpha, here.slope = 0, here.g @ p

    def at(self, alpha):
        there = self.rule.look(self.start.w + alpha * self.p)
        there.alpha, there.slope = alpha, there.g @ self.p
        return there

    def falls_enough(self, there, c1):
        """Armijo's condition (3.4)."""
        start = self.start
        return there.loss <= start.loss + c1 * there.alpha * start.slope + start.noise

    def backtracking(self, alpha, c1, shrink):
        """Ever smaller steps until the loss falls enough: \`shrink\` gives the next."""
        for _ in range(60):
            there = self.at(alpha)
            if self.falls_enough(there, c1):
                return there
            alpha = shrink(there)

    def strong_wolfe(self, alpha, c1, c2):
        """A step where the loss falls enough and the slope is small (Algorithm 3.5)."""
        self.c1, self.c2 = c1, max(c1, c2)
        low = self.start
        for trials in range(1, 13):
            there = self.at(alpha)
            if self.is_too_high(there, low):
                return self.zoom(low, there, 30 - trials)
            if self.is_flat(there):
                return there
            if there.slope >= 0:
                return self.zoom(there, low, 30 - trials)
            # Still downhill. Without a minimum ahead, go four times as far.
            advance, guess = alpha - low.alpha, cubic_minimum(low, there)
            further = min(max(guess - alpha, 0.1 * advance), 100 * advance)
            alpha = alpha + (further if guess > alpha else 4 * advance)
            low = there
        return low

    def zoom(self, low, other, trials):
        """Shrinks the interval from \`low\`, its lower end, to \`other\` (Algorithm 3.6)."""
        widths = [math.inf, math.inf]
        for _ in range(trials):
            width = other.alpha - low.alpha
            guess = cubic_minimum(low, other)
            # Halved if two trials have not cut it by a third (Moré & Thuente 1994).
            if abs(width) > 0.66 * widths[-2]:
                guess = low.alpha + width / 2
            widths.append(abs(width))
            left, right = sorted([low.alpha, other.alpha])
            inset = 1e-3 * abs(width)
            there = self.at(min(max(guess, left + inset), right - inset))
            if self.is_too_high(there, low):
                other = there
            elif self.is_flat(there):
                return there
            else:
                if there.slope * width >= 0:
                    other = low
                low = there
            # At a kink the slope jumps, and is small nowhere.
            if abs(other.alpha - low.alpha) <= 1e-9 * right:
                break
        return low if low.loss < self.start.loss else None

    def is_too_high(self, there, low):
        # Written so that a loss that is not a number is too high.
        falls = self.falls_enough(there, self.c1) and math.isfinite(there.slope)
        return not (falls and there.loss <= low.loss + self.start.noise)

    def is_flat(self, there):
        return abs(there.slope) <= -self.c2 * self.start.slope


def cubic_minimum(a, b):
    """Where the cubic with the losses and slopes of both is lowest, or the middle (3.59)."""
    width = b.alpha - a.alpha
    # No cubic fits an infinite loss, so go most of the way back.
    if not (math.isfinite(b.loss) and math.isfinite(b.slope)):
        return a.alpha + 0.1 * width
    d1 = a.slope + b.slope - 3 * (b.loss - a.loss) / width
    d2 = torch.sqrt(d1**2 - a.slope * b.slope) * (1 if width > 0 else -1)
    at = b.alpha - width * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)
    return at if math.isfinite(at) else a.alpha + width / 2
`;

const leastSquares = `class LeastSquares(VectorRule):
    """A rule for a loss |r|^2 / 2 with residuals r. J is their Jacobian, so J'r is g."""

    def normal_matrix(self, here):
        """J'J. Errors of outputs are residuals, and weights under an L2 penalty."""
        self.put(here.w)
        outputs = self.network(x_train)
        loss = loss_of(outputs, y_train)
        # A residual is an error times the root of the loss's second derivative by it.
        (slopes,) = torch.autograd.grad(loss, outputs, create_graph=True)
        (bends,) = torch.autograd.grad(slopes.sum(), outputs)
        each = torch.eye(outputs.numel()).reshape(-1, *outputs.shape)
        rows = torch.autograd.grad(outputs, self.parameters, each, is_grads_batched=True)
        J = bends.sqrt().reshape(-1, 1) * torch.cat([x.flatten(1) for x in rows], 1)
        decay = [torch.full_like(p, self.l2 if p.dim() > 1 else 0) for p in self.parameters]
        return J.T @ J + torch.diag(flat(decay))

    def solve(self, matrix, mu, g):
        """The p with (J'J + mu) p = -J'r, or None where rounding makes that singular."""
        L, failed = torch.linalg.cholesky_ex(matrix + mu * torch.eye(len(g)))
        return None if failed else -torch.cholesky_solve(g[:, None], L)[:, 0]
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
  {
    name: 'VectorRule',
    text: { pytorch: vectorRule },
  },
  {
    name: 'HessianRule',
    text: { pytorch: hessianRule },
  },
  {
    name: 'Line',
    text: { pytorch: line },
  },
  {
    name: 'LeastSquares',
    text: { pytorch: leastSquares },
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
