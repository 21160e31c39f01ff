// SPDX-License-Identifier: MIT
/** What rules that move all parameters at once are based on, in Python, for PyTorch: line searches and second derivatives. */
import type { Helper } from './library.ts';

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

/** Each after those that it needs. */
export const vectorRules: readonly Helper[] = [
  { name: 'VectorRule', text: { pytorch: vectorRule } },
  { name: 'HessianRule', text: { pytorch: hessianRule } },
  { name: 'Line', text: { pytorch: line } },
  { name: 'LeastSquares', text: { pytorch: leastSquares } },
];
