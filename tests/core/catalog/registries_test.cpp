// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "catalog/find.hpp"
#include "data/dataset.hpp"
#include "network/activation.hpp"
#include "network/initializer.hpp"
#include "network/loss.hpp"
#include "optimizer/wrapper.hpp"
#include "run/instruments/instrument.hpp"
#include "schedule/schedule.hpp"
#include "support/registry.hpp"
#include "surface/surface.hpp"

/// Requirements on every entry of every registry.
namespace fall_line {
namespace {

bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

bool kebab_case(std::string_view id) {
  if (id.empty() || !lower(id.front()) || id.back() == '-') return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    if (!lower(id[i]) && !digit(id[i]) && id[i] != '-') return false;
    if (id[i] == '-' && id[i - 1] == '-') return false;
  }
  return true;
}

bool camel_case(std::string_view id) {
  if (id.empty() || !lower(id.front())) return false;
  for (const char c : id)
    if (!lower(c) && !digit(c) && !(c >= 'A' && c <= 'Z')) return false;
  return true;
}

void expect_sound(const Declaration& p) {
  EXPECT_TRUE(camel_case(p.id));
  EXPECT_FALSE(p.name.empty());
  EXPECT_TRUE(p.doc.ends_with('.')) << p.doc;
  EXPECT_TRUE(p.facts().allows(p.default_value)) << p.default_value;
  if (p.kind == Kind::choice) {
    EXPECT_FALSE(p.choices.empty());
  } else if (p.kind == Kind::text) {
    ASSERT_NE(p.text, nullptr);
    EXPECT_FALSE(p.text->default_text.empty());
    EXPECT_LE(p.text->default_text.size(), p.text->longest);
  } else if (p.kind != Kind::toggle) {
    EXPECT_LT(p.slider.min, p.slider.max);
    EXPECT_GE(p.slider.min, p.domain.min);
    EXPECT_LE(p.slider.max, p.domain.max);
    // A user who moves the slider must be able to come back to the default.
    const bool word = !p.domain.contains(p.default_value);
    EXPECT_TRUE(word || (p.slider.min <= p.default_value && p.default_value <= p.slider.max))
        << "The slider does not reach the default " << p.default_value << " of " << p.id << ".";
    if (p.slider.scale == Scale::log) {
      EXPECT_GT(p.slider.min, 0);
    }
  }
}

template <class Entry>
void expect_sound(std::span<const Entry* const> all) {
  std::set<std::string_view> ids, names;
  EXPECT_FALSE(all.empty());
  for (const Entry* entry : all) {
    SCOPED_TRACE(entry->id);
    EXPECT_TRUE(kebab_case(entry->id));
    EXPECT_TRUE(ids.insert(entry->id).second) << "an id twice";
    const auto& docs = docs_of(*entry);
    EXPECT_TRUE(names.insert(docs.name).second) << "a name twice";
    EXPECT_FALSE(docs.name.empty());
    EXPECT_TRUE(docs.summary.ends_with('.')) << docs.summary;
    EXPECT_EQ(find(all, entry->id), entry);
    std::set<std::string_view> rows;
    for (const Declaration& p : declarations_in(docs)) {
      SCOPED_TRACE(p.id);
      EXPECT_TRUE(rows.insert(p.id).second) << "a row twice";
      expect_sound(p);
    }
    if constexpr (requires { entry->hyperparameters; }) {
      ASSERT_EQ(docs.hyperparameters.size(), entry->hyperparameters.size());
      for (std::size_t i = 0; i < docs.hyperparameters.size(); ++i)
        EXPECT_EQ(docs.hyperparameters[i].id, entry->hyperparameters[i].id);
    }
  }
}

TEST(Registries, HoldValidEntries) {
  expect_sound(optimizers());
  expect_sound(wrappers());
  expect_sound(schedules());
  expect_sound(datasets());
  expect_sound(surfaces());
  expect_sound(activations());
  expect_sound(losses());
  expect_sound(initializers());
  expect_sound(instruments());
}

// Links and tutorials use these ids, so they stay forever. New ones may be added.
TEST(Registries, KeepTheirPublicIds) {
  for (const char* id : {"sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam"})
    EXPECT_NE(find(optimizers(), id), nullptr) << id;
  for (const char* id : {"circles", "xor", "blobs", "spiral", "moons", "checkerboard", "pinwheel",
                         "plane", "bumps", "sine", "polynomial"})
    EXPECT_NE(find(datasets(), id), nullptr) << id;
  for (const char* id : {"linear", "sigmoid", "tanh", "relu", "leaky-relu", "elu", "softplus",
                         "silu", "gelu", "gelu-tanh"})
    EXPECT_NE(find(activations(), id), nullptr) << id;
  for (const char* id :
       {"mean-squared-error", "mean-absolute-error", "huber", "hinge", "cross-entropy"})
    EXPECT_NE(find(losses(), id), nullptr) << id;
  for (const char* id : {"zeros", "uniform", "glorot-uniform", "glorot-normal", "he-uniform",
                         "he-normal", "lecun-normal"})
    EXPECT_NE(find(initializers(), id), nullptr) << id;
  for (const char* id : {"lookahead", "sam", "weight-averaging"})
    EXPECT_NE(find(wrappers(), id), nullptr) << id;
  for (const char* id :
       {"constant", "step-decay", "exponential", "inverse-time", "polynomial", "cosine",
        "cosine-restarts", "linear-warmup", "one-cycle", "triangular", "reduce-on-plateau"})
    EXPECT_NE(find(schedules(), id), nullptr) << id;
  for (const char* id : {"gradient-norm", "layer-gradients", "update-ratio", "update-angle",
                         "effective-rate", "sharpness", "idle-units", "accuracy", "r-squared",
                         "weight-histogram", "gradient-histogram", "activation-histogram"})
    EXPECT_NE(find(instruments(), id), nullptr) << id;
}

TEST(Optimizers, CiteTheirSource) {
  for (const OptimizerEntry* entry : optimizers()) {
    SCOPED_TRACE(entry->id);
    const OptimizerDocs& docs = docs_of(*entry);
    EXPECT_FALSE(docs.family.empty());
    EXPECT_NE(docs.formula.find(R"(\leftarrow)"), std::string_view::npos);
    EXPECT_FALSE(docs.paper.title.empty());
    EXPECT_FALSE(docs.paper.authors.empty());
    EXPECT_GT(docs.paper.year, 1800);
    EXPECT_TRUE(docs.paper.url.starts_with("https://"));
    EXPECT_FALSE(docs.notes.empty());
  }
}

TEST(Wrappers, CiteTheirSource) {
  for (const WrapperEntry* entry : wrappers()) {
    SCOPED_TRACE(entry->id);
    const WrapperDocs& docs = docs_of(*entry);
    EXPECT_NE(docs.formula.find(R"(\leftarrow)"), std::string_view::npos);
    EXPECT_TRUE(docs.paper.url.starts_with("https://"));
    EXPECT_TRUE(docs.notes.ends_with('.'));
    EXPECT_FALSE(docs.cost.empty());
    EXPECT_FALSE(docs.memory.empty());
  }
}

TEST(Datasets, HaveTheRowsThatThePageExpectsOfAll) {
  for (const DatasetEntry* entry : datasets()) {
    SCOPED_TRACE(entry->id);
    std::set<std::string_view> ids;
    for (const Hyperparameter& p : entry->hyperparameters) ids.insert(p.id);
    EXPECT_TRUE(ids.contains("samples") && ids.contains("noise") && ids.contains("seed"));
    // A formula says itself how large its classes are.
    if (ids.contains("f")) continue;
    EXPECT_EQ(ids.contains("imbalance"), entry->task == Task::classification);
  }
}

TEST(Instruments, NameTheirSeries) {
  for (const InstrumentEntry* entry : instruments()) {
    SCOPED_TRACE(entry->id);
    const InstrumentDocs& docs = docs_of(*entry);
    EXPECT_EQ(docs.series.size(), entry->series == 1 ? 0 : entry->series);
    EXPECT_NE(entry->measure == nullptr, entry->show == nullptr) << "one or the other";
    const std::set<std::string_view> names(docs.series.begin(), docs.series.end());
    EXPECT_EQ(names.size(), docs.series.size());
  }
}

TEST(Find, KnowsOnlyTheListedIds) {
  EXPECT_EQ(find(optimizers(), "no such rule"), nullptr);
  EXPECT_EQ(find(optimizers(), ""), nullptr);
  EXPECT_EQ(find(optimizers(), "SGD"), nullptr);
  EXPECT_EQ(known_ids(losses()),
            "cross-entropy, mean-squared-error, mean-absolute-error, huber, hinge");
}

}  // namespace
}  // namespace fall_line
