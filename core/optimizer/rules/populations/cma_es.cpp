// SPDX-License-Identifier: MIT
#include <cmath>

#include "numeric/dense.hpp"
#include "numeric/special.hpp"
#include "optimizer/rule.hpp"
#include "optimizer/rules/populations/population.hpp"

namespace fall_line {
namespace {

/// The strategy parameters of n dimensions (Hansen 2016, 1604.00772, Table 1), with no weight below
/// zero.
struct Strategy {
  explicit Strategy(std::size_t dimensions) : n(static_cast<double>(dimensions)) {
    lambda = 4 + static_cast<std::size_t>(3 * special::log(n));
    double sum = 0, squares = 0;
    for (std::size_t i = 1; i <= lambda / 2; ++i) {
      weights.push_back(special::log((static_cast<double>(lambda) + 1) / 2) -
                        special::log(static_cast<double>(i)));
      sum += weights.back();
      squares += weights.back() * weights.back();
    }
    for (double& w : weights) w /= sum;
    mu_eff = sum * sum / squares;
    c_sigma = (mu_eff + 2) / (n + mu_eff + 5);
    const double excess = std::sqrt((mu_eff - 1) / (n + 1)) - 1;
    d_sigma = 1 + 2 * (excess > 0 ? excess : 0) + c_sigma;
    c_c = (4 + mu_eff / n) / (n + 4 + 2 * mu_eff / n);
    c_1 = 2 / ((n + 1.3) * (n + 1.3) + mu_eff);
    const double wanted = 2 * (0.25 + mu_eff + 1 / mu_eff - 2) / ((n + 2) * (n + 2) + mu_eff);
    c_mu = wanted < 1 - c_1 ? wanted : 1 - c_1;
    expected_norm = std::sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
    // C changes little in a generation where n is large, and its eigenvectors cost n³.
    const double generations = 1 / (10 * n * (c_1 + c_mu));
    period = generations > 1 ? std::floor(generations) : 1;
  }

  double n;
  std::size_t lambda;
  std::vector<double> weights;  ///< Of the μ best.
  double mu_eff, c_sigma, d_sigma, c_c, c_1, c_mu;
  double expected_norm;  ///< E‖N(0, 1)‖
  double period;         ///< Generations between two eigendecompositions.
};

/// CMA-ES (Hansen, tutorial 1604.00772): λ members m + σ y with y = C^½ z, z ~ N(0, 1); the mean
/// moves by σ⟨y⟩, the weighted mean of the μ best, and the paths p of its moves adapt σ and
/// C. C^½ is the symmetric root, which does not depend on the signs and order of eigenvectors.
struct CmaEs {
  double sigma = 0.3;

  struct State {
    Vector sigma_path, c_path, covariance, root;
    double step_size = 0, generation = 0;
    // Of one generation, [member][n]
    Vector z, y, trial, mean_z, mean_y, eigenvectors, eigenvalues;
    std::vector<double> losses;
    std::vector<std::size_t> order;

    template <class Visitor>
    void visit(Visitor& v) {
      v("sigmaPath", sigma_path);
      v("covariancePath", c_path);
      v("covariance", covariance);
      v("covarianceRoot", root);
      v("stepSize", step_size);
      v("generation", generation);
    }
  };

  void prepare(State& state) const {
    const std::size_t n = state.sigma_path.size();
    for (Vector* matrix : {&state.covariance, &state.root}) {
      matrix->assign(n * n, 0);
      for (std::size_t i = 0; i < n; ++i) (*matrix)[i * n + i] = 1;
    }
    state.step_size = sigma;
    for (Vector* v : {&state.trial, &state.mean_z, &state.mean_y, &state.eigenvalues})
      v->assign(n, 0);
  }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    const Strategy s(w.size());
    sample(s, state, objective, w, step.random);
    step.outcome.loss = state.losses[state.order.front()];
    state.generation += 1;
    // Equal losses rank no member above another.
    if (state.losses[state.order.front()] == state.losses[state.order.back()]) return;
    average(s, state, state.y, state.mean_y);
    average(s, state, state.z, state.mean_z);
    for (std::size_t k = 0; k < w.size(); ++k) w[k] += real(state.step_size * state.mean_y[k]);
    adapt(s, state);
    if (std::fmod(state.generation, s.period) == 0) take_root(state);
  }

  /// The distribution of the members, σ²C around the last mean.
  void marks(const State& before, const State&, const SeenStep& seen, Marks& out) const {
    out.members("members", seen);
    const double variance = before.step_size * before.step_size;
    Matrix2 covariance;
    for (std::size_t i = 0; i < covariance.size(); ++i)
      covariance[i] = variance * before.covariance[i];
    out.spread("covariance", seen.from, covariance);
  }

 private:
  static void sample(const Strategy& s, State& state, Objective& objective, std::span<const Real> w,
                     Stream& random) {
    const std::size_t n = w.size();
    state.z.resize(s.lambda * n);
    state.y.resize(s.lambda * n);
    state.losses.resize(s.lambda);
    for (std::size_t i = 0; i < s.lambda; ++i) {
      const auto z = member(state.z, i, n), y = member(state.y, i, n);
      for (Real& x : z) x = real(random.normal());
      dense::multiply(state.root, z, y);
      for (std::size_t k = 0; k < n; ++k) state.trial[k] = real(w[k] + state.step_size * y[k]);
      state.losses[i] = objective.loss(state.trial);
    }
    rank(state.losses, state.order);
  }

  /// Σ wᵢ xᵢ over the μ best.
  static void average(const Strategy& s, const State& state, const Vector& x, Vector& mean) {
    const std::size_t n = mean.size();
    for (std::size_t k = 0; k < n; ++k) {
      double sum = 0;
      for (std::size_t i = 0; i < s.weights.size(); ++i)
        sum += s.weights[i] * x[state.order[i] * n + k];
      mean[k] = real(sum);
    }
  }

  static void adapt(const Strategy& s, State& state) {
    // p_σ ← (1-c_σ) p_σ + √(c_σ (2-c_σ) μ_eff) C^{-½}⟨y⟩, and C^{-½}⟨y⟩ = ⟨z⟩.
    const double gain = std::sqrt(s.c_sigma * (2 - s.c_sigma) * s.mu_eff);
    follow(state.sigma_path, 1 - s.c_sigma, state.mean_z, gain);
    const double length = dense::norm(state.sigma_path);
    // A long p_σ shows that σ is too small. Until σ has grown, p_c takes up no new moves.
    const double settled = 1 - special::pow(1 - s.c_sigma, 2 * state.generation);
    const bool h_sigma = length / std::sqrt(settled) < (1.4 + 2 / (s.n + 1)) * s.expected_norm;
    const double c_gain = std::sqrt(s.c_c * (2 - s.c_c) * s.mu_eff);
    follow(state.c_path, 1 - s.c_c, state.mean_y, h_sigma ? c_gain : 0);
    update_covariance(s, state, h_sigma ? 0 : s.c_c * (2 - s.c_c));
    state.step_size *= special::exp(s.c_sigma / s.d_sigma * (length / s.expected_norm - 1));
  }

  static void follow(Vector& path, double keep, const Vector& x, double gain) {
    for (std::size_t k = 0; k < path.size(); ++k) path[k] = real(keep * path[k] + gain * x[k]);
  }

  /// C ← (1 + c₁ δ - c₁ - c_μ) C + c₁ p_c p_cᵀ + c_μ Σ wᵢ yᵢ yᵢᵀ; δ compensates where p_c
  /// took up no move.
  static void update_covariance(const Strategy& s, State& state, double delta) {
    const Vector& p = state.c_path;
    const std::size_t n = p.size();
    const double keep = 1 + s.c_1 * delta - s.c_1 - s.c_mu;
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t k = 0; k <= j; ++k) {
        double among_best = 0;
        for (std::size_t i = 0; i < s.weights.size(); ++i) {
          const Real* y = state.y.data() + state.order[i] * n;
          among_best += s.weights[i] * y[j] * y[k];
        }
        const double c = keep * state.covariance[j * n + k] +
                         s.c_1 * p[j] * static_cast<double>(p[k]) + s.c_mu * among_best;
        state.covariance[j * n + k] = state.covariance[k * n + j] = real(c);
      }
  }

  /// C^½ = Q Λ^½ Qᵀ
  static void take_root(State& state) {
    const std::size_t n = state.eigenvalues.size();
    state.eigenvectors = state.covariance;
    if (!dense::symmetric_eigen(state.eigenvectors, state.eigenvalues)) return;
    // Rounding may leave an eigenvalue below zero.
    for (Real& x : state.eigenvalues) x = x > 0 ? std::sqrt(x) : Real{0};
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t k = 0; k <= j; ++k) {
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) {
          const Real* q = state.eigenvectors.data() + i * n;
          sum += static_cast<double>(state.eigenvalues[i]) * q[j] * q[k];
        }
        state.root[j * n + k] = state.root[k * n + j] = real(sum);
      }
  }
};

constexpr std::array rows{row<CmaEs>(
    &CmaEs::sigma, {.id = "sigma",
                    .name = "Initial step size",
                    .symbol = "σ",
                    .domain = above(0),
                    .slider = logarithmic(1e-3, 10),
                    .doc = "Raising it spreads the first samples further from the start, and "
                           "lowering it searches nearby. A third of the distance to the minimum is "
                           "a common choice.",
                    .live = false,
                    .role = Role::step_size})};

constexpr std::array marks{
    MarkDocs{"members", MarkKind::members, "Population",
             "The points that the last step drew at random and compared."},
    MarkDocs{"covariance", MarkKind::spread, "Covariance",
             "The shape of the Gaussian that they were drawn from. The ellipse is one standard "
             "deviation from its center."}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry cma_es = optimizer_entry<CmaEs, rows>({
    .id = "cma-es",
    .needs = value_alone,
    .dense = true,
});

extern constinit const OptimizerDocs cma_es_docs = {
    .name = "CMA-ES",
    .family = family::populations,
    .summary =
        "Samples points from a Gaussian and adapts its position, size and shape to the "
        "better half of them, without gradients.",
    .guide =
        {.idea = "Good samples show in which directions the loss decreases. Stretching the "
                 "Gaussian along successful directions makes the next samples follow valleys that "
                 "are not aligned with the axes.",
         .use =
             "Use it when gradients are unavailable or misleading, as on bumpy surfaces with few "
             "parameters. It adapts its own step size, so there is no learning rate to choose.",
         .pitfalls = "Every step evaluates a whole population, and the matrix grows with the "
                     "square of the parameter count. A larger initial step size explores further, "
                     "and other seeds help where there are many minima."},
    .formula =
        R"(\theta \leftarrow \theta + \sigma \langle y \rangle_w \qquad y_i \sim \mathcal N(0, C) \qquad C \leftarrow (1-c_1-c_\mu)\, C + c_1\, p_c p_c^\top + c_\mu \sum_{i\le\mu} w_i\, y_i y_i^\top)",
    .paper = {"The CMA evolution strategy: a tutorial", "N. Hansen", 2016,
              "https://arxiv.org/abs/1604.00772"},
    .notes =
        "The tutorial's algorithm with its λ = 4 + ⌊3 ln n⌋, weights and rates. As in the "
        "tutorial's example code there are no negative weights, and the step size starts at "
        "0.3. The members come from the symmetric root of C, where others use C's "
        "eigenvectors. Both give the same distribution. A generation of equal losses changes "
        "nothing. All members see the same mini-batch. The parameters are the mean. Its own "
        "loss is not computed, so a report gives the best member's.",
    .cost = "4 + ⌊3 ln n⌋ losses",
    .memory = "3n²",
    .checked_against = "NumPy transcription",
    .marks = marks,
    .code = {.definition = R"py(class CMAES(PopulationRule):
    def move(self, theta, loss):
        n = len(theta)
        if self.t == 1:
            self.begin(n)
        z = self.normals(self.members, n)
        y = z @ self.root
        losses = torch.stack([loss(theta + self.sigma * one) for one in y])
        if losses.min() == losses.max():
            return theta
        best = losses.sort(stable=True).indices[: self.mu]
        theta = theta + self.sigma * self.weights @ y[best]
        self.adapt(n, z[best], y[best])
        if self.t % self.period == 0:
            values, axes = torch.linalg.eigh(self.C)
            self.root = axes * values.clip(0).sqrt() @ axes.T
        return theta

    def begin(self, n):
        """Hansen's constants, of n parameters."""
        self.members = 4 + int(3 * math.log(n))
        self.mu = self.members // 2
        ranks = torch.arange(1, self.mu + 1)
        weights = math.log((self.members + 1) / 2) - torch.log(ranks)
        self.weights = weights / weights.sum()
        mu_eff = self.mu_eff = 1 / self.weights.square().sum()
        self.c_sigma = (mu_eff + 2) / (n + mu_eff + 5)
        excess = torch.sqrt((mu_eff - 1) / (n + 1)) - 1
        self.d_sigma = 1 + 2 * excess.clip(0) + self.c_sigma
        self.c_c = (4 + mu_eff / n) / (n + 4 + 2 * mu_eff / n)
        self.c_1 = 2 / ((n + 1.3) ** 2 + mu_eff)
        c_mu = 2 * (1 / 4 + mu_eff + 1 / mu_eff - 2) / ((n + 2) ** 2 + mu_eff)
        self.c_mu = torch.minimum(c_mu, 1 - self.c_1)
        self.expected_norm = math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n**2))
        # C changes little in a generation if n is large, and its root costs n^3.
        self.period = max(1, int(1 / (10 * n * (self.c_1 + self.c_mu))))
        self.p_sigma = self.p_c = torch.zeros(n)
        self.C = self.root = torch.eye(n)

    def adapt(self, n, z, y):
        """Step size and covariance, by the best members and the paths of the mean."""
        gain = torch.sqrt(self.c_sigma * (2 - self.c_sigma) * self.mu_eff)
        self.p_sigma = (1 - self.c_sigma) * self.p_sigma + gain * self.weights @ z
        length = self.p_sigma.norm()
        # Until sigma has grown, a long path adds nothing to p_c.
        settled = torch.sqrt(1 - (1 - self.c_sigma) ** (2 * self.t))
        limit = (1.4 + 2 / (n + 1)) * self.expected_norm
        h = 1 if length / settled < limit else 0
        gain = torch.sqrt(self.c_c * (2 - self.c_c) * self.mu_eff)
        self.p_c = (1 - self.c_c) * self.p_c + h * gain * self.weights @ y
        delta = (1 - h) * self.c_c * (2 - self.c_c)
        keep = 1 + self.c_1 * delta - self.c_1 - self.c_mu
        among_best = (self.weights * y.T) @ y
        self.C = keep * self.C + self.c_mu * among_best
        self.C += self.c_1 * self.p_c.outer(self.p_c)
        growth = self.c_sigma / self.d_sigma * (length / self.expected_norm - 1)
        self.sigma *= torch.exp(growth)
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
