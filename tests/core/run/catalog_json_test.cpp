// SPDX-License-Identifier: MIT
#include "run/catalog_json.hpp"

#include <gtest/gtest.h>

#include <string>

#include "catalog/text.hpp"
#include "data/dataset.hpp"
#include "network/activation.hpp"
#include "network/initializer.hpp"
#include "network/loss.hpp"
#include "optimizer/wrapper.hpp"
#include "run/instruments/instrument.hpp"
#include "schedule/schedule.hpp"
#include "support/json.hpp"
#include "support/registry.hpp"

namespace fall_line {
namespace {

const std::string& catalog() {
  static const std::string json = catalog_json();
  return json;
}

/// How often the catalog contains a text.
std::size_t count(std::string_view text) {
  std::size_t found = 0;
  for (std::size_t i = catalog().find(text); i != std::string::npos;
       i = catalog().find(text, i + 1))
    ++found;
  return found;
}

TEST(IsJson, AcceptsOnlyJson) {
  for (const char* good : {"{}", "[]", R"({"a":[1,-2.5e-8,true,null],"b":{"c":"\"\\\u0009"}})"})
    EXPECT_TRUE(is_json(good)) << good;
  for (const char* bad :
       {"", "{", "{}}", "[1,]", "[,1]", R"({"a"})", R"({"a":})", R"({"a":1,})", "[01]", "[1 2]",
        "[NaN]", "[Infinity]", "[.5]", "[1.]", "[tru]", R"(["a)", R"(["\q"])", "[\"\n\"]", "{a:1}"})
    EXPECT_FALSE(is_json(bad)) << bad;
}

TEST(CatalogJson, IsJson) { EXPECT_TRUE(is_json(catalog())); }

TEST(CatalogJson, HasItsSections) {
  for (const char* section : {"optimizers", "wrappers", "schedules", "datasets", "surfaces",
                              "activations", "losses", "initializers", "instruments", "settings"})
    EXPECT_EQ(count(quoted(section) + ":"), 1u) << section;
}

template <class Entry>
void expect_entries(std::span<const Entry* const> all) {
  for (const Entry* entry : all) {
    const auto& docs = docs_of(*entry);
    const std::string head = R"({"id":)" + quoted(entry->id) + R"(,"name":)" + quoted(docs.name) +
                             R"(,"summary":)" + quoted(docs.summary) + R"(,"hyperparameters":[)";
    EXPECT_EQ(count(head), 1u) << head;
    for (const Declaration& p : declarations_in(docs))
      EXPECT_GE(count(R"({"id":)" + quoted(p.id) + R"(,"name":)" + quoted(p.name) +
                      R"(,"symbol":)" + quoted(p.symbol)),
                1u)
          << p.id;
  }
}

TEST(CatalogJson, HasEveryEntryOnce) {
  expect_entries(optimizers());
  expect_entries(wrappers());
  expect_entries(schedules());
  expect_entries(datasets());
  expect_entries(activations());
  expect_entries(losses());
  expect_entries(initializers());
  expect_entries(instruments());
}

TEST(CatalogJson, ListsTheRulesThatEachWrapperRefuses) {
  EXPECT_EQ(count(R"("unfit":{)"), wrappers().size());
  EXPECT_EQ(count(R"("asgd":"already averages its weights")"), 2u);
  EXPECT_EQ(count(R"("bfgs":"needs more than the gradient")"), 1u);
  EXPECT_EQ(count(R"("adam":")"), 0u) << "which fits into all of them";
}

TEST(CatalogJson, MarksSchedulesThatFollowTheLoss) {
  EXPECT_EQ(count(R"("listens":true)"), 1u);
  EXPECT_EQ(count(R"("listens":false)"), schedules().size() - 1);
}

TEST(CatalogJson, SaysWhichChangesWaitForARestartAndWhichRowIsTheStepSize) {
  std::size_t waiting = 0, step_sizes = 0;
  for (const OptimizerEntry* rule : optimizers())
    for (const Declaration& row : docs_of(*rule).hyperparameters) {
      waiting += row.live ? 0 : 1;
      step_sizes += row.role == Role::step_size ? 1 : 0;
    }
  EXPECT_GT(waiting, 0u);
  EXPECT_EQ(count(R"(,"live":false)"), waiting);
  EXPECT_EQ(count(R"(,"role":"step-size"})"), step_sizes);
}

TEST(CatalogJson, ContainsTheTextsOfHyperparameters) {
  EXPECT_GE(count(R"({"id":"learningRate","name":"Learning rate","symbol":"η","kind":"number",)"
                  R"("default":0.01,"domain":{"min":0,"max":null,"minOpen":true,"maxOpen":false},)"
                  R"("slider":{"min":1e-5,"max":10,"scale":"log"},"unit":"","doc":)"),
            1u);
  EXPECT_EQ(
      count(R"({"id":"batchSize","name":"Batch size","symbol":"B","kind":"integer","default":10,)"
            R"("domain":{"min":1,"max":1000000,"minOpen":false,"maxOpen":false},)"),
      1u);
  EXPECT_EQ(count(R"("choices":[{"id":"full","name":"Full batch"}])"), 1u);
  EXPECT_EQ(
      count(
          R"({"id":"hidden","name":"Hidden layers","symbol":"","kind":"integers","default":[8,8],)"),
      1u);
  EXPECT_EQ(count(R"("kind":"choice","default":"tanh")"), 1u);
  EXPECT_EQ(count(R"("defaultFor":["classification"])"), 1u);
  EXPECT_EQ(count(R"("defaultFor":["regression"])"), 1u);
  EXPECT_EQ(count(R"("tasks":["classification"])"), 2u);
  EXPECT_EQ(count(R"("tasks":["classification","regression"])"), 3u);
}

}  // namespace
}  // namespace fall_line
