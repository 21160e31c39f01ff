// SPDX-License-Identifier: MIT
#include "facade/own_rules.hpp"

#include <algorithm>
#include <utility>

#include "catalog/find.hpp"
#include "run/option_rows.hpp"

namespace fall_line {
namespace {

/// What a rule from outside sees of an objective.
class SeenObjective final : public v1::Objective {
 public:
  SeenObjective(fall_line::Objective& objective, std::span<const v1::Block> blocks)
      : objective_(objective), blocks_(blocks) {}
  double gradient(std::span<const Real> w, std::span<Real> g) override {
    return objective_.gradient(w, g);
  }
  double loss(std::span<const Real> w) override { return objective_.loss(w); }
  void hessian_product(std::span<const Real> w, std::span<const Real> v,
                       std::span<Real> out) override {
    objective_.hessian_product(w, v, out);
  }
  std::span<const v1::Block> blocks() const override { return blocks_; }

 private:
  fall_line::Objective& objective_;
  std::span<const v1::Block> blocks_;
};

class SeenVisitor final : public v1::StateVisitor {
 public:
  explicit SeenVisitor(fall_line::StateVisitor& visitor) : visitor_(visitor) {}
  void operator()(std::string_view name, Vector& value) override { visitor_(name, value); }
  void operator()(std::string_view name, double& value) override { visitor_(name, value); }

 private:
  fall_line::StateVisitor& visitor_;
};

class AdaptedOptimizer final : public Optimizer {
 public:
  AdaptedOptimizer(std::unique_ptr<v1::Rule> rule, const Values& values) : rule_(std::move(rule)) {
    rule_->configure(values);
  }

  void reset(const Outline& outline) override {
    blocks_.clear();
    for (const ParameterBlock& block : outline.blocks)
      blocks_.push_back({block.offset, block.rows, block.columns});
    rule_->reset(outline.parameters);
  }
  void step(Objective& objective, const std::span<Real>& w, const StepContext& context) override {
    SeenObjective seen(objective, blocks_);
    rule_->step(seen, w, context.learning_rate);
  }
  void evaluation(std::span<const Real> w, std::span<Real> out) const override {
    std::copy(w.begin(), w.end(), out.begin());
  }
  bool sampling(std::span<double>) const override { return false; }
  bool rates(double, std::span<double>) const override { return false; }
  void configure(const Values& values) override { rule_->configure(values); }
  void visit(StateVisitor& visitor) override {
    SeenVisitor seen(visitor);
    rule_->visit(seen);
  }

 private:
  std::unique_ptr<v1::Rule> rule_;
  std::vector<v1::Block> blocks_;
};

class AdaptedRule final : public OwnRule {
 public:
  explicit AdaptedRule(v1::RuleEntry given) : given_(std::move(given)) {
    for (const v1::Hyperparameter& own : given_.hyperparameters)
      rows_.push_back({.id = own.id,
                       .domain = {own.min, own.max, own.min_open, own.max_open},
                       .role = own.id == "learningRate" ? Role::step_size : Role::none,
                       .default_value = own.value});
    needs_.push_back(Need::gradient);
    for (const v1::Need need : given_.needs)
      needs_.push_back(need == v1::Need::value             ? Need::value
                       : need == v1::Need::hessian_product ? Need::hessian_product
                                                           : Need::matrices);
    entry_.id = given_.id;
    entry_.needs = needs_;
    entry_.full_batch = given_.full_batch;
    entry_.hyperparameters = rows_;
  }

  const OptimizerEntry& entry() const override { return entry_; }
  std::unique_ptr<Optimizer> make(const Values& values) const override {
    return std::make_unique<AdaptedOptimizer>(given_.make(), values);
  }

 private:
  v1::RuleEntry given_;
  std::vector<Hyperparameter> rows_;
  std::vector<Need> needs_;
  OptimizerEntry entry_;
};

/// Whether every rule has a setting of this name, or needs it for something else.
bool is_taken(std::string_view id) {
  return id == "id" || id == "wrappers" ||
         std::any_of(racer_rows.begin(), racer_rows.end(),
                     [&](const auto& row) { return row.text.id == id; });
}

bool is_id(std::string_view id, bool (*is_part)(char)) {
  return !id.empty() && std::all_of(id.begin(), id.end(), is_part);
}

}  // namespace

std::shared_ptr<const OwnRule> adapted(v1::RuleEntry entry) {
  return std::make_shared<AdaptedRule>(std::move(entry));
}

std::string fault_of(const v1::RuleEntry& entry, const OwnRules& known) {
  const auto in_rule = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  const auto in_setting = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  if (!is_id(entry.id, in_rule)) return "The id must be of small letters, digits and hyphens.";
  const bool is_known = find(optimizers(), std::string_view(entry.id)) != nullptr ||
                        std::any_of(known.begin(), known.end(),
                                    [&](const auto& rule) { return rule->entry().id == entry.id; });
  if (is_known) return "There is a rule " + entry.id + " already.";
  if (!entry.make) return "It needs a function that makes the rule.";
  for (std::size_t i = 0; i < entry.hyperparameters.size(); ++i) {
    const v1::Hyperparameter& own = entry.hyperparameters[i];
    if (!is_id(own.id, in_setting) || is_taken(own.id))
      return "A setting can't be called '" + own.id + "'.";
    for (std::size_t j = 0; j < i; ++j)
      if (entry.hyperparameters[j].id == own.id) return "It has two settings " + own.id + ".";
    if (!Domain{own.min, own.max, own.min_open, own.max_open}.contains(own.value))
      return "The default of " + own.id + " is not allowed.";
  }
  return {};
}

}  // namespace fall_line
