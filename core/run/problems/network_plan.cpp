// SPDX-License-Identifier: MIT
#include "run/problems/network_plan.hpp"

#include <algorithm>

#include "catalog/text.hpp"
#include "objective/network_problem.hpp"
#include "run/option_rows.hpp"
#include "run/problems/check_own_data.hpp"

namespace fall_line {

bool any(const Values& values) {
  return std::any_of(values.begin(), values.end(), [](double value) { return value != 0; });
}

Chosen<DatasetEntry> read_dataset(Reader& reader, const std::string& prefix) {
  const DatasetEntry* entry = reader.choose(prefix + "id", datasets(), find(datasets(), "spiral"));
  if (entry == nullptr) return {};
  return {entry, reader.component(prefix, entry->hyperparameters)};
}

Samples draw(const Chosen<DatasetEntry>& dataset, int seed) {
  Stream stream("data", static_cast<std::uint64_t>(seed));
  return dataset.entry->generate(dataset.values, stream);
}

NetworkPlan::NetworkPlan(Reader& reader, std::shared_ptr<const Samples> own) {
  const Task task = read_data(reader, std::move(own));
  standardize = reader.boolean("problem.standardize").value_or(own_data != nullptr);
  reader.options<problem_rows>("problem.", options);
  read_network(reader, task);
}

Task NetworkPlan::read_data(Reader& reader, std::shared_ptr<const Samples> own) {
  const std::string prefix = "problem.dataset.";
  if (own) {
    check_own_data(reader, *own);
    own_data = std::move(own);
    const Hyperparameter& seed = hyperparameters_of<run_rows>[0];
    if (const auto value = reader.number(prefix + "seed", seed))
      dataset_seed = static_cast<int>(*value);
    return own_data->task;
  }
  dataset = read_dataset(reader, prefix);
  if (dataset.entry == nullptr) return Task::classification;
  dataset_seed = dataset.entry->outline(dataset.values).seed;
  return dataset.entry->task;
}

void NetworkPlan::read_network(Reader& reader, Task task) {
  const std::string prefix = "problem.network.";
  constexpr Hyperparameter layer = hidden_row.facts();
  if (const auto units = reader.list(prefix + "hidden", layer)) {
    hidden.clear();
    for (const double each : *units) hidden.push_back(static_cast<std::size_t>(each));
  }
  activation = reader.choose(prefix + "activation", activations(), activations()[0]);
  loss = reader.choose(prefix + "loss", losses(), &default_loss(task));
  initializer = reader.choose(prefix + "initializer", initializers(), initializers()[0]);
  stages = reader.component(prefix, hyperparameters_of<stage_rows>);
  reader.options<penalty_rows>(prefix, penalty);
  classes = reader.component(prefix, hyperparameters_of<class_rows>);
  if (loss != nullptr && !loss->supports(task))
    reader.refuse_text(
        prefix + "loss",
        {Refusal::unfit, task == Task::regression ? "must be a loss for regression"
                                                  : "must be a loss for classification"},
        quoted(loss->id));
  if (any(stages)) network_extras.check_stages(*this, reader);
  if (any(classes)) network_extras.check_classes(*this, reader, task);
}

NetworkPlan::Data NetworkPlan::data() const {
  if (own_data)
    return {own_data->task, static_cast<double>(own_data->count()), own_data->inputs(),
            own_data->outputs, own_data->classes};
  const DatasetOutline outline = dataset.entry->outline(dataset.values);
  return {dataset.entry->task, outline.samples, dataset.entry->inputs(), dataset.entry->outputs,
          outline.classes};
}

NetworkShape NetworkPlan::shape() const {
  const Data known = data();
  std::vector<std::size_t> units{static_cast<std::size_t>(known.inputs)};
  units.insert(units.end(), hidden.begin(), hidden.end());
  units.push_back(static_cast<std::size_t>(output_units(known.task, known.classes, known.outputs)));
  return dense_network(units, normalization() != Normalization::none);
}

Normalization NetworkPlan::normalization() const { return static_cast<Normalization>(stages[0]); }

std::unique_ptr<TrainingProblem> NetworkPlan::make(const RacerDraws& draws) const {
  const std::shared_ptr<const Samples> drawn =
      own_data ? own_data : std::make_shared<const Samples>(draw(dataset, dataset_seed));
  const Samples& samples = *drawn;
  Stream stream("split", static_cast<std::uint64_t>(dataset_seed));
  const bool by_class = options.stratify && samples.task == Task::classification;
  Split parts =
      split(samples.count(), options.test_fraction, stream, by_class ? &samples : nullptr);
  Standardization scale =
      standardize ? standardization(samples, parts.train) : no_standardization(samples.inputs());
  const int chosen = draws.batch_size == race_batch ? options.batch_size : draws.batch_size;
  const NetworkWalk walk{
      .seed = draws.seed,
      .batch_size = chosen == full_batch ? NetworkWalk::all : static_cast<std::size_t>(chosen),
      .initializer = initializer};
  Network network =
      any(stages) ? network_extras.make_network(*this, shape(), parts.train.size(), draws.seed)
                  : Network(shape(), *activation);
  auto problem = std::make_unique<NetworkProblem>(drawn, std::move(parts), std::move(scale),
                                                  std::move(network), *loss,
                                                  Penalty{penalty.l1, penalty.l2}, walk);
  if (any(classes)) network_extras.add_criterion(*this, *problem);
  return problem;
}

void NetworkPlan::hash(Hash& hash) const {
  hash.component(dataset.entry);
  hash(dataset.values);
  if (own_data) {
    hash(own_data->task);
    hash(own_data->shape);
    hash(own_data->outputs);
    hash(own_data->classes);
    hash(own_data->x);
    if (!own_data->bytes.empty()) hash(own_data->bytes);
    hash(own_data->y);
  }
  hash(dataset_seed);
  hash(standardize);
  hash(options.test_fraction);
  hash(options.stratify);
  hash(options.batch_size);
  hash(hidden);
  hash.component(activation);
  hash.component(loss);
  hash.component(initializer);
  hash(stages);
  hash(penalty.l1);
  hash(penalty.l2);
  hash(classes);
}

}  // namespace fall_line
