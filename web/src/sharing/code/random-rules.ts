// SPDX-License-Identifier: MIT
/** What rules with random numbers are based on, in Python, for PyTorch. */
import type { Helper } from './library.ts';

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

const randomRule = `class RandomRule(Rule):
    """A rule that draws the random numbers of the page."""

    def __init__(self, parameters, **settings):
        super().__init__(parameters, **settings)
        self.random = Stream("optimizer", self.seed)

    def drawn(self, draw, *shape):
        """An array of random numbers, drawn in the order of its elements."""
        numbers = [draw() for _ in range(math.prod(shape))]
        return torch.tensor(numbers, dtype=torch.float64).reshape(shape)
`;

const probingRule = `class ProbingRule(RandomRule):
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
`;

const populationRule = `class PopulationRule(RandomRule):
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
`;

/** Each after those that it needs. */
export const randomRules: readonly Helper[] = [
  { name: 'Stream', text: { pytorch: stream } },
  { name: 'RandomRule', text: { pytorch: randomRule } },
  { name: 'ProbingRule', text: { pytorch: probingRule } },
  { name: 'PopulationRule', text: { pytorch: populationRule } },
];
