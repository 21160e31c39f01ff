// SPDX-License-Identifier: MIT
#include "run/catalog_json.hpp"

#include <span>
#include <string_view>
#include <vector>

#include "catalog/json.hpp"
#include "catalog/text.hpp"
#include "data/dataset.hpp"
#include "network/activation.hpp"
#include "network/initializer.hpp"
#include "network/loss.hpp"
#include "optimizer/rule.hpp"
#include "run/diagnosis/fault.hpp"
#include "run/instruments/instrument.hpp"
#include "run/option_rows.hpp"
#include "run/plan.hpp"
#include "run/sample_fields.hpp"
#include "surface/surface.hpp"

namespace fall_line {
namespace {

std::string choice(std::string_view id, std::string_view name) {
  return Object().add("id", id).add("name", name).json();
}

std::string_view kind_name(const Declaration& p) {
  switch (p.kind) {
    case Kind::integer:
      return "integer";
    case Kind::choice:
      return "choice";
    case Kind::toggle:
      return "switch";
    case Kind::text:
      return "text";
    default:
      return "number";
  }
}

std::string default_json(const Declaration& p) {
  for (const Word& word : p.words)
    if (word.value == p.default_value) return quoted(word.id);
  if (p.kind == Kind::text) return quoted(p.text->default_text);
  if (p.kind == Kind::toggle) return p.default_value == 0 ? "false" : "true";
  if (p.kind == Kind::choice)
    return quoted(p.choices[static_cast<std::size_t>(p.default_value)].id);
  return text(p.default_value);
}

/// What the JSON of every row holds, whatever the type of its default value.
Object row_object(const Declaration& p, std::string_view kind, std::string_view default_value) {
  Object row;
  row.add("id", p.id).add("name", p.name).add("symbol", p.symbol).add("kind", kind);
  row.raw("default", default_value);
  if (p.slider.min < p.slider.max) {
    row.raw("domain", Object()
                          .add("min", p.domain.min)
                          .add("max", p.domain.max)
                          .add("minOpen", p.domain.min_open)
                          .add("maxOpen", p.domain.max_open)
                          .json());
    row.raw("slider", Object()
                          .add("min", p.slider.min)
                          .add("max", p.slider.max)
                          .add("scale", p.slider.scale == Scale::log ? "log" : "linear")
                          .json());
  }
  row.add("unit", p.unit).add("doc", p.doc);
  if (p.text != nullptr) row.add("longest", static_cast<double>(p.text->longest));
  if (!p.live) row.add("live", false);
  if (p.role == Role::step_size) row.add("role", "step-size");
  return row;
}

Object row_object_of(const Declaration& p) {
  Object row = row_object(p, kind_name(p), default_json(p));
  if (!p.choices.empty())
    row.raw("choices", array(p.choices, [](const Choice& c) { return choice(c.id, c.name); }));
  if (!p.words.empty())
    row.raw("choices", array(p.words, [](const Word& w) { return choice(w.id, w.name); }));
  return row;
}

std::string row_json(const Declaration& p) { return row_object_of(p).json(); }

template <class Entries>
std::string choices_among(const Entries& entries) {
  return array(entries, [](const auto* e) { return choice(e->id, docs_of(*e).name); });
}

/// A choice among the entries of a registry.
template <class Entries>
std::string registry_row(std::string_view id, std::string_view name, std::string_view default_id,
                         std::string_view doc, const Entries& entries) {
  return row_object({.id = id, .name = name, .doc = doc}, "choice", quoted(default_id))
      .raw("choices", choices_among(entries))
      .json();
}

template <class EntryDocs>
Object component(std::string_view id, const EntryDocs& docs) {
  std::span<const Declaration> rows;
  if constexpr (requires { docs.hyperparameters; }) rows = docs.hyperparameters;
  Object object;
  object.add("id", id).add("name", docs.name).add("summary", docs.summary);
  object.raw("hyperparameters", array(rows, row_json));
  return object;
}

/// A component with the texts of its guide.
template <class EntryDocs>
Object guided_component(std::string_view id, const EntryDocs& docs) {
  const Guide& guide = docs.guide;
  Object texts;
  texts.add("idea", guide.idea).add("use", guide.use).add("pitfalls", guide.pitfalls);
  return component(id, docs).raw("guide", texts.json());
}

std::string_view need_name(Need need) {
  switch (need) {
    case Need::gradient:
      return "gradient";
    case Need::value:
      return "value";
    case Need::hessian_product:
      return "hessian-product";
    case Need::hessian:
      return "hessian";
    case Need::residuals:
      return "residuals";
    case Need::matrices:
      return "matrices";
    case Need::samples:
      return "samples";
    case Need::factors:
      return "kronecker-factors";
  }
  return "";
}

std::string paper_json(const Paper& paper) {
  return Object()
      .add("title", paper.title)
      .add("authors", paper.authors)
      .add("year", paper.year)
      .add("url", paper.url)
      .json();
}

std::string schedule_json(const ScheduleEntry* entry) {
  const ScheduleDocs& docs = docs_of(*entry);
  return guided_component(entry->id, docs)
      .add("formula", docs.formula)
      .raw("paper", paper_json(docs.paper))
      .add("listens", entry->listens)
      .add("notes", docs.notes)
      .add("checkedAgainst", docs.checked_against)
      .json();
}

std::string wrapper_json(const WrapperEntry* entry) {
  const WrapperDocs& docs = docs_of(*entry);
  Object unfit;
  for (const OptimizerEntry* rule : optimizers())
    if (const std::string_view why = entry->unfit({*rule, rule->averages}); !why.empty())
      unfit.add(rule->id, why);
  return guided_component(entry->id, docs)
      .add("formula", docs.formula)
      .raw("paper", paper_json(docs.paper))
      .raw("unfit", unfit.json())
      .add("notes", docs.notes)
      .add("cost", docs.cost)
      .add("memory", docs.memory)
      .add("checkedAgainst", docs.checked_against)
      .json();
}

std::string_view kind_name(MarkKind kind) {
  switch (kind) {
    case MarkKind::arrow:
      return "arrow";
    case MarkKind::point:
      return "point";
    case MarkKind::trials:
      return "trials";
    case MarkKind::circle:
      return "circle";
    case MarkKind::curvature:
      return "curvature";
    case MarkKind::spread:
      return "spread";
    case MarkKind::box:
      return "box";
    case MarkKind::members:
      return "members";
    case MarkKind::number:
      return "number";
  }
  return "";
}

std::string mark_json(const MarkDocs& mark) {
  return Object()
      .add("name", mark.name)
      .add("kind", kind_name(mark.kind))
      .add("label", mark.label)
      .add("doc", mark.doc)
      .add("steps", mark.steps)
      .json();
}

std::string optimizer_json(const OptimizerEntry* entry) {
  const OptimizerDocs& docs = docs_of(*entry);
  Object object = guided_component(entry->id, docs);
  object.add("family", docs.family).add("formula", docs.formula);
  object.raw("paper", paper_json(docs.paper));
  object.raw("needs", array(entry->needs, [](Need need) { return quoted(need_name(need)); }));
  if (entry->full_batch) object.add("batch", "full");
  if (entry->needs_float64) object.add("precision", "float64");
  if (entry->sampler) object.add("sampler", true);
  if (entry->dense) object.add("dense", true);
  object.raw("suits", array(docs.suits, [](const Suit& suit) {
               return Object().add("situation", id_of(suit.situation)).add("why", suit.why).json();
             }));
  object.raw("state", array(docs.state, [](const StateDocs& vector) {
               return Object()
                   .add("name", vector.name)
                   .add("symbol", vector.symbol)
                   .add("doc", vector.doc)
                   .json();
             }));
  std::vector<MarkDocs> marks(docs.marks.begin(), docs.marks.end());
  if (entry->looks_elsewhere) marks.push_back(gradient_point_mark);
  if (entry->own_rates) marks.push_back(rates_mark);
  object.raw("marks", array(marks, mark_json));
  if (docs.elementwise) object.add("elementwise", true);
  return object.add("notes", docs.notes)
      .add("cost", docs.cost)
      .add("memory", docs.memory)
      .add("checkedAgainst", docs.checked_against)
      .json();
}

std::string_view task_name(Task task) {
  return task == Task::classification ? "classification" : "regression";
}

std::string shape_json(const SampleShape& shape) {
  Object object;
  each_field<SampleShape>([&](const auto& field) { object.add(field.name, shape.*field.member); });
  return object.json();
}

std::string dataset_json(const DatasetEntry* entry) {
  const DatasetDocs& docs = docs_of(*entry);
  return guided_component(entry->id, docs)
      .add("task", task_name(entry->task))
      .add("inputs", entry->inputs())
      .raw("shape", shape_json(entry->shape))
      .add("outputs", entry->outputs)
      .json();
}

std::string loss_json(const LossEntry* entry) {
  std::vector<Task> tasks, default_for;
  for (const Task task : {Task::classification, Task::regression}) {
    if (entry->supports(task)) tasks.push_back(task);
    if (&default_loss(task) == entry) default_for.push_back(task);
  }
  const auto name = [](Task task) { return quoted(task_name(task)); };
  return component(entry->id, docs_of(*entry))
      .raw("tasks", array(tasks, name))
      .raw("defaultFor", array(default_for, name))
      .json();
}

std::string fault_json(const FaultEntry* entry) {
  const FaultDocs& docs = docs_of(*entry);
  const auto text = [](std::string_view sentence) { return quoted(sentence); };
  return Object()
      .add("id", entry->id)
      .add("name", docs.name)
      .raw("sentences", array(docs.sentences, text))
      .raw("details", array(docs.details, text))
      .json();
}

std::string pair(double a, double b) { return "[" + text(a) + "," + text(b) + "]"; }

std::string surface_json(const SurfaceEntry* entry) {
  const SurfaceDocs& docs = docs_of(*entry);
  const auto minimum = [](const Minimum& m) {
    return Object().raw("at", pair(m.x, m.y)).add("value", m.value).json();
  };
  const auto entrant = [](const Entrant& e) {
    return Object().add("optimizer", e.optimizer).add("learningRate", e.learning_rate).json();
  };
  const std::string x = pair(entry->x.min, entry->x.max), y = pair(entry->y.min, entry->y.max);
  Object object = guided_component(entry->id, docs);
  object.add("formula", docs.formula)
      .raw("domain", "[" + x + "," + y + "]")
      .raw("start", pair(entry->start_x, entry->start_y))
      .raw("minima", array(docs.minima, minimum))
      .raw("race", array(docs.race, entrant));
  if (!docs.frame.empty())
    object.raw("frame", array(docs.frame, [](std::string_view id) { return quoted(id); }));
  return object.json();
}

std::string_view per_name(Per per) {
  switch (per) {
    case Per::run:
      return "run";
    case Per::layer:
      return "layer";
    case Per::hidden_layer:
      return "hidden-layer";
  }
  return "";
}

std::string instrument_json(const InstrumentEntry* entry) {
  const InstrumentDocs& docs = docs_of(*entry);
  Object object = component(entry->id, docs);
  if (docs.most > 0) object.add("most", docs.most);
  if (docs.limit > 0) object.add("limit", static_cast<double>(docs.limit));
  return object.add("lookFor", docs.look_for)
      .add("unit", docs.unit)
      .add("scale", docs.scale == Scale::log ? "log" : "linear")
      .add("shows", entry->show == nullptr ? "curve" : "histogram")
      .add("per", per_name(entry->per))
      .raw("series", array(docs.series, [](std::string_view name) { return quoted(name); }))
      .json();
}

template <class Rows>
std::vector<std::string> rows_json(const Rows& rows) {
  std::vector<std::string> all;
  for (const auto& row : rows) all.push_back(row_json(row.text));
  return all;
}

/// Rows that say something about one kind of task alone.
template <class Rows>
std::vector<std::string> rows_json(const Rows& rows, Task task) {
  std::vector<std::string> all;
  for (const auto& row : rows)
    all.push_back(row_object_of(row.text).add("task", task_name(task)).json());
  return all;
}

std::string list(const std::vector<std::string>& items) {
  return array(items, [](const std::string& item) { return item; });
}

std::string network_rows_json() {
  std::vector<std::string> all{
      row_object(hidden_row, "integers",
                 array(default_hidden, [](int units) { return std::to_string(units); }))
          .json(),
      registry_row("activation", "Activation", activations()[0]->id,
                   "The nonlinearity of every hidden unit. Without one, the network is linear.",
                   activations()),
      registry_row("loss", "Loss", "", "What the racers minimize. The default suits the task.",
                   losses()),
      registry_row("initializer", "Initial weights", initializers()[0]->id,
                   "How the initial weights are drawn, the same for every racer.", initializers())};
  for (const auto& row : stage_rows) {
    Object object = row_object_of(row.text);
    if (row.text.kind == Kind::text) object.raw("choices", choices_among(activations()));
    all.push_back(object.json());
  }
  for (std::string& row : rows_json(penalty_rows)) all.push_back(std::move(row));
  for (std::string& row : rows_json(class_rows, Task::classification))
    all.push_back(std::move(row));
  return list(all);
}

}  // namespace

std::string catalog_json() {
  const auto plain = [](const auto* entry) { return component(entry->id, docs_of(*entry)).json(); };
  return Object()
      .raw("optimizers", array(optimizers(), optimizer_json))
      .raw("wrappers", array(wrappers(), wrapper_json))
      .raw("schedules", array(schedules(), schedule_json))
      .raw("datasets", array(datasets(), dataset_json))
      .raw("surfaces", array(surfaces(), surface_json))
      .raw("activations", array(activations(), plain))
      .raw("losses", array(losses(), loss_json))
      .raw("initializers", array(initializers(), plain))
      .raw("faults", array(faults(), fault_json))
      .raw("instruments", array(instruments(), instrument_json))
      .raw("settings", Object()
                           .raw("problem", list(rows_json(problem_rows)))
                           .raw("network", network_rows_json())
                           .raw("surface", list(rows_json(surface_rows)))
                           .raw("start", "[" + row_json(start_row) + "]")
                           .raw("optimizer", list(rows_json(racer_rows)))
                           .raw("schedule", list(rows_json(schedule_rows)))
                           .raw("run", list(rows_json(run_rows)))
                           .json())
      .json();
}

}  // namespace fall_line
