// SPDX-License-Identifier: MIT
#include <algorithm>

#include "numeric/special.hpp"
#include "optimizer/rule.hpp"

namespace fall_line {
namespace {

/// AW-SGD (Bouchard+ 2015, 1506.09016): SGD that learns which samples to draw. Samples i of groups
/// c(i) of size n_c come from q(i) = (1-ε) σ_c/n_c + ε/N with σ = softmax(τ). One gives
/// d = ∇ℓᵢ/(N q(i)), whose mean is the gradient whatever q, and
/// θ ← θ - η d,  τ ← τ + η_τ ‖d‖²/EMA(‖d‖²) ∇_τ log q(i),
/// where ∇_τ log q(i) = (1-ε) (σ_c/n_c)/q(i) (e_c - σ): stochastic descent of E‖d‖², since
/// ∇_τ E_q‖d‖² = -E_q[‖d‖² ∇_τ log q].
struct AwSgd {
  enum Groups { by_size, point, class_cell };
  double learning_rate = 0.3, sampler_rate = 0.01, mixture = 0.1;
  int groups = by_size;

  struct State {
    std::vector<double> tau;
    double steps = 0, second_moment = 0;  ///< The average of ‖d‖², from 0.

    // Sample i is of group[i]; those of group c are members[first[c]] up to members[first[c + 1]].
    std::vector<std::uint32_t> group, first, members;
    std::vector<double> sigma, cumulative;
    // Of one step
    std::vector<std::uint32_t> draw;
    std::vector<double> weights, squared_norms;
    Vector gradient;

    template <class Visitor>
    void visit(Visitor& v) {
      v("tau", tau);
      v("steps", steps);
      v("secondMoment", second_moment);
    }
    double size(std::size_t c) const { return static_cast<double>(first[c + 1] - first[c]); }
    double samples() const { return static_cast<double>(group.size()); }
  };

  void prepare(State& state, const Outline& outline) const {
    const std::size_t count = outline.cells.size();
    const bool points = groups == point || (groups == by_size && count <= most_points);
    state.group.assign(outline.cells.begin(), outline.cells.end());
    if (points)
      for (std::size_t i = 0; i < count; ++i) state.group[i] = static_cast<std::uint32_t>(i);
    const std::size_t kinds =
        count == 0 ? 0 : *std::max_element(state.group.begin(), state.group.end()) + std::size_t{1};
    state.first.assign(kinds + 1, 0);
    for (const std::uint32_t c : state.group) ++state.first[c + 1];
    for (std::size_t c = 0; c < kinds; ++c) state.first[c + 1] += state.first[c];
    std::vector<std::uint32_t> next = state.first;
    state.members.resize(count);
    for (std::size_t i = 0; i < count; ++i)
      state.members[next[state.group[i]]++] = static_cast<std::uint32_t>(i);
    // Uniform at first: σ_c = n_c/N.
    state.tau.assign(kinds, 0);
    for (std::size_t c = 0; c < kinds; ++c) state.tau[c] = special::log(state.size(c));
    state.sigma.assign(kinds, 0);
    state.cumulative.assign(kinds, 0);
    state.gradient.assign(outline.parameters, 0);
  }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    const std::size_t count = objective.batch_size();
    const auto batch = static_cast<double>(count);
    softmax(state.tau, state.sigma);
    draw_samples(state, count, step.random);
    state.weights.resize(count);
    state.squared_norms.resize(count);
    for (std::size_t k = 0; k < count; ++k)
      state.weights[k] = 1 / (state.samples() * probability(state, state.draw[k]) * batch);
    objective.weighted_gradient(w, {state.draw, state.weights, state.squared_norms},
                                state.gradient);
    // ‖d‖² of each draw alone: in the batch its d counts 1/batch.
    for (double& square : state.squared_norms) square *= batch * batch;
    learn(state, batch);
    const Real eta = real(step.learning_rate);
    for (std::size_t i = 0; i < w.size(); ++i) w[i] -= eta * state.gradient[i];
  }

  void sampling(const State& state, std::span<double> q) const {
    std::vector<double> sigma(state.tau.size());
    softmax(state.tau, sigma);
    for (std::size_t i = 0; i < q.size(); ++i) {
      const std::size_t c = state.group[i];
      q[i] = mixed(sigma[c] / state.size(c), state.samples());
    }
  }

 private:
  static constexpr std::size_t most_points = 500;
  static constexpr double keep = 0.99;

  static void softmax(const std::vector<double>& tau, std::vector<double>& sigma) {
    const double highest = *std::max_element(tau.begin(), tau.end());
    double sum = 0;
    for (std::size_t c = 0; c < tau.size(); ++c) sum += sigma[c] = special::exp(tau[c] - highest);
    for (double& s : sigma) s /= sum;
  }

  double mixed(double learned, double samples) const {
    return (1 - mixture) * learned + mixture / samples;
  }
  double probability(const State& state, std::size_t i) const {
    const std::size_t c = state.group[i];
    return mixed(state.sigma[c] / state.size(c), state.samples());
  }

  void draw_samples(State& state, std::size_t count, Stream& random) const {
    double sum = 0;
    for (std::size_t c = 0; c < state.sigma.size(); ++c)
      state.cumulative[c] = sum += state.sigma[c];
    state.draw.resize(count);
    for (std::uint32_t& i : state.draw) {
      if (random.uniform() < mixture) {
        i = random.below(static_cast<std::uint32_t>(state.group.size()));
        continue;
      }
      // The sum may round to just below 1.
      const auto found =
          std::upper_bound(state.cumulative.begin(), state.cumulative.end() - 1, random.uniform());
      const auto c = static_cast<std::size_t>(found - state.cumulative.begin());
      i = state.members[state.first[c] + random.below(state.first[c + 1] - state.first[c])];
    }
  }

  /// Updates τ by the mean of its terms over the draws.
  void learn(State& state, double batch) const {
    double mean = 0;
    for (const double square : state.squared_norms) mean += square / batch;
    state.steps += 1;
    state.second_moment = keep * state.second_moment + (1 - keep) * mean;
    const double usual = state.second_moment / (1 - special::pow(keep, state.steps));
    if (!(usual > 0)) return;
    double all = 0;
    for (std::size_t k = 0; k < state.draw.size(); ++k) {
      const std::size_t c = state.group[state.draw[k]];
      const double share =
          (1 - mixture) * (state.sigma[c] / state.size(c)) / probability(state, state.draw[k]);
      const double pull = sampler_rate * state.squared_norms[k] / usual * share / batch;
      state.tau[c] += pull;
      all += pull;
    }
    for (std::size_t c = 0; c < state.tau.size(); ++c) state.tau[c] -= all * state.sigma[c];
  }
};

constexpr Choice group_choices[] = {
    {"by-size", "Automatic"}, {"point", "Single points"}, {"class-cell", "Class and cell"}};

constexpr std::array rows{
    learning_rate_row<AwSgd>(),
    row<AwSgd>(&AwSgd::sampler_rate, {.id = "samplerRate",
                                      .name = "Sampler learning rate",
                                      .symbol = "η_τ",
                                      .domain = at_least(0),
                                      .slider = linear(0, 0.2),
                                      .doc = "Raising it adapts the sampling probabilities faster, "
                                             "but more noisily. At 0 they stay uniform."}),
    row<AwSgd>(
        &AwSgd::mixture,
        {.id = "mixture",
         .name = "Uniform share",
         .symbol = "ε",
         .domain = within(0, 1),
         .slider = linear(0, 1),
         .doc = "Raising it makes more of the draws uniform, so that every sample keeps a minimum "
                "probability. Lower values allow more concentration on a few samples."}),
    row<AwSgd>(&AwSgd::groups,
               {.id = "groups",
                .name = "Sample groups",
                .doc = "Decides which samples share a probability: each point alone, or all points "
                       "of a class in one cell of the plane. Automatic means points up to 500 "
                       "samples.",
                .choices = group_choices,
                .live = false})};

constexpr Need needed[] = {Need::gradient, Need::samples};

constexpr std::array suits{
    Suit{Situation::much_noise, "learns to draw samples that make gradients less noisy"},
    Suit{Situation::little_memory, "keeps nothing for each parameter, and little for each sample"}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry aw_sgd = optimizer_entry<AwSgd, rows>({
    .id = "aw-sgd",
    .needs = needed,
});

extern constinit const OptimizerDocs aw_sgd_docs = {
    .name = "AW-SGD",
    .family = family::sampling,
    .summary =
        "SGD that learns which training samples to draw: samples with large gradients are "
        "drawn more often and weighted less.",
    .guide = {.idea = "Weighting each sample by the inverse of its probability keeps the gradient "
                      "correct on average, whichever samples are drawn. Drawing samples with large "
                      "gradients more often reduces the noise of this estimate.",
              .use = "Try it where a few samples matter more than the rest, for example with "
                     "imbalanced classes.",
              .pitfalls =
                  "A sample with a very low probability gets a very large weight when it is drawn, "
                  "which adds noise. A higher uniform share limits these weights."},
    .suits = suits,
    .formula =
        R"(\theta \leftarrow \theta - \eta\, d \qquad d = \frac{\nabla \ell_i}{N q(i)} \qquad \tau \leftarrow \tau + \eta_\tau \frac{\|d\|^2}{\overline{\|d\|^2}} \nabla_\tau \log q(i) \qquad q(i) = (1-\varepsilon)\frac{\operatorname{softmax}(\tau)_{c}}{n_{c}} + \frac{\varepsilon}{N})",
    .paper = {"Online learning to sample", "G. Bouchard, T. Trouillon, J. Perez, A. Gaidon", 2015,
              "https://arxiv.org/abs/1506.09016"},
    .notes =
        "The paper's adaptive weighting, with a softmax over groups of samples as the sampler. Two "
        "parts are ours. One is the uniform share. The other divides ‖d‖² by its running average, "
        "with a decay of 0.99, so that one sampler rate suits different problems. Batches are "
        "drawn with replacement, so they differ by design from those of other racers. An epoch is "
        "as many draws as there are samples. Cells form an 8 × 8 grid over the range of the "
        "inputs, or 8 intervals on a line. With more than two inputs the groups are the classes. "
        "Penalties are added unweighted. The reported loss is weighted like the gradient.",
    .cost = "1 gradient",
    .memory = "0, and a few numbers a sample",
    .checked_against = "NumPy transcription",
    .code = {.definition = R"py(class AWSGD(RandomRule):
    most_points = 500

    def step(self, closure):
        if self.t == 0:
            self.begin()
        sigma = torch.softmax(self.tau, 0)
        learned = (1 - self.mixture) * (sigma / self.sizes)[self.group]
        q = learned + self.mixture / len(x_train)
        drawn = [self.draw(sigma) for _ in x_train[self.batch]]
        weights = 1 / (len(x_train) * q[drawn])
        squares = weights**2 * torch.stack([self.squared_norm(i) for i in drawn])
        mean = weights / len(drawn)
        loss = super().step(lambda: closure(batch=drawn, weights=mean))
        self.learn(self.group[drawn], sigma, squares, learned[drawn] / q[drawn])
        return loss

    def update(self, p, g, lr, state):
        return p - lr * g

    def begin(self):
        """Groups the samples. At first all have the same probability."""
        points = self.groups == "by-size" and len(x_train) <= self.most_points
        if self.groups == "point" or points:
            self.group = torch.arange(len(x_train))
        else:
            self.group = self.cells()
        self.sizes = torch.bincount(self.group)
        self.tau = torch.log(self.sizes)
        self.second_moment = 0

    def cells(self):
        """A group for each class and cell of a grid, numbered as they appear."""
        has_classes = not y_train.is_floating_point()
        columns = [y_train if has_classes else torch.zeros(len(x_train))]
        if x_train.shape[1] <= 2:
            x = x_train - x_train.min(0).values
            places = (x / x.max(0).values).nan_to_num()
            columns += (8 * places).floor().clip(max=7).unbind(1)
        numbers = {}
        keys = zip(*[column.tolist() for column in columns])
        return torch.tensor([numbers.setdefault(key, len(numbers)) for key in keys])

    def draw(self, sigma):
        """One of all samples, or of a group that is drawn first."""
        if self.random.uniform() < self.mixture:
            return self.random.below(len(x_train))
        ends = sigma.cumsum(0)[:-1]
        group = torch.searchsorted(ends, self.random.uniform(), right=True)
        members = (self.group == group).nonzero().flatten()
        return members[self.random.below(len(members))].item()

    def squared_norm(self, i):
        """That of the gradient of a sample."""
        loss = sample_losses(self.network(x_train[[i]]), y_train[[i]]).sum()
        gradients = torch.autograd.grad(loss, self.param_groups[0]["params"])
        return sum(g.square().sum() for g in gradients)

    def learn(self, groups, sigma, squares, shares):
        """Raises the chance of groups with long d, which 1 / q then shortens."""
        self.second_moment = 0.99 * self.second_moment + 0.01 * squares.mean()
        usual = self.second_moment / (1 - 0.99**self.t)
        if usual > 0:
            pulls = self.sampler_rate * squares / usual * shares / len(squares)
            self.tau.index_add_(0, groups, pulls)
            self.tau -= pulls.sum() * sigma
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
