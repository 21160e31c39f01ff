// SPDX-License-Identifier: MIT
#include "numeric/special.hpp"
#include "optimizer/rule.hpp"
#include "optimizer/rules/populations/population.hpp"

namespace fall_line {
namespace {

/// A genetic algorithm on real genes (Holland 1975; Such+ 2017, 1712.06567). Of each generation the
/// two best live on. The others are children: each gene from one of two parents by chance, plus
/// σ N(0, 1), σ = 0.99^generation · mutation; a parent is the best of three drawn at random.
struct GeneticAlgorithm {
  int population = 50;
  double mutation = 0.1;

  struct State {
    Vector members;  ///< The generation to come, [member][n].
    double generation = 0;
    Vector parents;
    std::vector<double> losses;
    std::vector<std::size_t> order;

    template <class Visitor>
    void visit(Visitor& v) {
      v("members", members);
      v("generation", generation);
    }
  };

  void prepare(State& state) const {
    const auto count = static_cast<std::size_t>(population);
    state.parents.assign(state.members.size() * count, 0);
    state.members.assign(state.members.size() * count, 0);
    state.losses.assign(count, 0);
  }

  void step(State& state, Objective& objective, std::span<Real> w, const StepContext& step) const {
    const std::size_t n = w.size(), count = state.losses.size();
    if (state.generation == 0) {
      std::copy(w.begin(), w.end(), state.members.begin());
      for (std::size_t i = 1; i < count; ++i)
        scatter(w, mutation, step.random, member(state.members, i, n));
    }
    for (std::size_t i = 0; i < count; ++i)
      state.losses[i] = objective.loss(member(state.members, i, n));
    // The first member is the start, then the best of the generation before: the parameters.
    step.outcome.loss = state.losses[0];
    rank(state.losses, state.order);
    breed(state, n, step.random);
    const auto best = member(state.members, 0, n);
    std::copy(best.begin(), best.end(), w.begin());
  }

  void marks(const State&, const State& state, const SeenStep&, Marks& out) const {
    out.members("members", state.members);
  }

 private:
  static constexpr std::size_t elites = 2;
  static constexpr int rivals = 3;
  static constexpr double shrink = 0.99;

  void breed(State& state, std::size_t n, Stream& random) const {
    state.members.swap(state.parents);
    for (std::size_t i = 0; i < elites; ++i) {
      const auto elite = member(state.parents, state.order[i], n);
      std::copy(elite.begin(), elite.end(), member(state.members, i, n).begin());
    }
    const double sigma = mutation * special::pow(shrink, state.generation);
    for (std::size_t i = elites; i < state.losses.size(); ++i) {
      const auto child = member(state.members, i, n);
      const auto one = member(state.parents, winner(state, random), n);
      const auto other = member(state.parents, winner(state, random), n);
      for (std::size_t k = 0; k < n; ++k) child[k] = random.uniform() < 0.5 ? one[k] : other[k];
      scatter(child, sigma, random, child);
    }
    state.generation += 1;
  }

  /// The best of three members drawn at random.
  static std::size_t winner(const State& state, Stream& random) {
    const auto count = static_cast<std::uint32_t>(state.order.size());
    std::uint32_t best = random.below(count);
    for (int k = 1; k < rivals; ++k) best = std::min(best, random.below(count));
    return state.order[best];
  }
};

constexpr std::array rows{
    after_restart(members_row(
        &GeneticAlgorithm::population, "population", "Population", 3,
        "Raising it searches more broadly, but each member costs one loss evaluation per step.")),
    row<GeneticAlgorithm>(&GeneticAlgorithm::mutation,
                          {.id = "mutation",
                           .name = "Mutation size",
                           .symbol = "σ",
                           .domain = above(0),
                           .slider = logarithmic(1e-3, 10),
                           .doc = "Raising it changes children more and explores further, and "
                                  "lowering it searches close to their parents. It also spreads "
                                  "the first generation, and shrinks by 1 % per generation.",
                           .role = Role::step_size})};

constexpr std::array marks{
    MarkDocs{"members", MarkKind::members, "Population",
             "The members that the next step compares: the two best so far, and their children."}};

}  // namespace

namespace optimizer_entries {

extern constinit const OptimizerEntry genetic_algorithm = optimizer_entry<GeneticAlgorithm, rows>({
    .id = "genetic-algorithm",
    .needs = value_alone,
    .full_batch = true,
    .keeps_place = true,
    .vectors = [](const Values& values) { return 2 * values[0]; },
});

extern constinit const OptimizerDocs genetic_algorithm_docs = {
    .name = "Genetic algorithm",
    .family = family::populations,
    .summary =
        "Evolves a population of weight vectors by selecting the better ones, mixing their "
        "parameters, and adding random mutations.",
    .guide =
        {.idea = "Selection keeps what works, and mixing can combine parts of two good solutions. "
                 "Mutation adds variation, and it shrinks over time so that the search narrows.",
         .use = "Use it where the loss has jumps or many local minima, or to see how far selection "
                "gets without gradients.",
         .pitfalls =
             "Every step evaluates each member on the full batch, so compare it by samples rather "
             "than by steps. If it stalls early, raise the mutation size or the population."},
    .formula =
        R"(\theta_{\text{child}} \leftarrow m \odot \theta_a + (1-m) \odot \theta_b + \sigma\,\mathcal N(0,1) \qquad m_k \in \{0,1\} \text{ at random} \qquad \sigma \leftarrow 0.99\,\sigma)",
    .paper = {"Deep neuroevolution: genetic algorithms are a competitive alternative for "
              "training deep neural networks for reinforcement learning",
              "F. P. Such, V. Madhavan, E. Conti, J. Lehman, K. O. Stanley, J. Clune", 2017,
              "https://arxiv.org/abs/1712.06567"},
    .notes =
        "Genetic algorithms go back to Holland (Adaptation in Natural and Artificial Systems, "
        "1975) and have many variants. Ours has tournaments of three, uniform crossover, Gaussian "
        "mutation of every gene, and two elites. The paper has no crossover, a constant mutation "
        "size, and one elite. A step is one generation. The first is scattered around the start, "
        "which is one of its members. The parameters are the best member.",
    .cost = "1 loss a member",
    .memory = "2mn for m members",
    .checked_against = "NumPy transcription",
    .marks = marks,
    .code = {.definition = R"py(class GeneticAlgorithm(PopulationRule):
    elites, rivals, shrinkage = 2, 3, 0.99

    def move(self, theta, loss):
        if self.t == 1:
            mutants = [self.mutated(theta) for _ in range(self.population - 1)]
            self.members = [theta, *mutants]
        self.members.sort(key=loss)
        children = [self.child() for _ in range(self.population - self.elites)]
        self.members[self.elites :] = children
        self.mutation *= self.shrinkage
        return self.members[0]

    def child(self):
        one, other = self.parent(), self.parent()
        genes = torch.where(self.uniforms(len(one)) < 0.5, one, other)
        return self.mutated(genes)

    def parent(self):
        """The best of some members drawn at random."""
        drawn = [self.random.below(self.population) for _ in range(self.rivals)]
        return self.members[min(drawn)]

    def mutated(self, genes):
        return genes + self.mutation * self.normals(len(genes))
)py"},
    .hyperparameters = declarations_of<rows>,
};

}  // namespace optimizer_entries
}  // namespace fall_line
