// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "catalog/find.hpp"
#include "catalog/text.hpp"
#include "run/check.hpp"
#include "run/option_rows.hpp"
#include "support/runs.hpp"

/// Every declared row of every component refuses values outside its domain.
namespace fall_line {
namespace {

std::vector<Problem> problems_at(const Settings& base, const std::string& path,
                                 const SettingValue& value) {
  return check(with(base, {{path, value}})).problems;
}

void expect_refused(const Settings& base, const std::string& path, const SettingValue& value,
                    const std::string& quoted_value) {
  const std::vector<Problem> problems = problems_at(base, path, value);
  ASSERT_EQ(problems.size(), 1u) << path << " = " << quoted_value;
  EXPECT_EQ(problems[0].path, path);
  EXPECT_EQ(problems[0].value, quoted_value);
  EXPECT_TRUE(problems[0].rule.starts_with("must be ")) << problems[0].rule;
}

void expect_refused(const Settings& base, const std::string& path, double value) {
  expect_refused(base, path, SettingValue(value), text(value));
}

void expect_accepted(const Settings& base, const std::string& path, double value) {
  for (const Problem& problem : problems_at(base, path, SettingValue(value)))
    EXPECT_NE(problem.path, path) << problem.message();
}

void expect_choices_guarded(const Settings& base, const std::string& path, const Declaration& row) {
  std::string rule = "must be one of ";
  for (const Choice& choice : row.choices) {
    EXPECT_TRUE(problems_at(base, path, std::string(choice.id)).empty()) << choice.id;
    rule += (&choice == row.choices.data() ? "" : ", ") + std::string(choice.id);
  }
  const std::vector<Problem> problems = problems_at(base, path, std::string("no-such-thing"));
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].rule, rule);
  // The number that stands for a choice is internal, so it is not accepted.
  expect_refused(base, path, 0);
  expect_refused(base, path, true, "true");
}

void expect_toggle_guarded(const Settings& base, const std::string& path) {
  for (const bool value : {false, true}) EXPECT_TRUE(problems_at(base, path, value).empty());
  expect_refused(base, path, 1);
  expect_refused(base, path, std::string("true"), "\"true\"");
  expect_refused(base, path, Unsupported{"null"}, "null");
}

void expect_text_guarded(const Settings& base, const std::string& path, const TextForm& form) {
  EXPECT_TRUE(problems_at(base, path, std::string(form.default_text)).empty());
  const std::string longer(form.longest + 1, 'x');
  expect_refused(base, path, longer, quoted(std::string_view(longer)));
  if (!form.default_text.empty()) expect_refused(base, path, SettingValue(std::string()), "\"\"");
  expect_refused(base, path, 0);
  expect_refused(base, path, true, "true");
  expect_refused(base, path, std::vector<double>{1}, "[1]");
  expect_refused(base, path, Unsupported{"{}"}, "{}");
}

void expect_guarded(const Settings& base, const std::string& prefix, const Declaration& row) {
  const std::string path = prefix + std::string(row.id);
  SCOPED_TRACE(path);
  if (row.kind == Kind::choice) return expect_choices_guarded(base, path, row);
  if (row.kind == Kind::toggle) return expect_toggle_guarded(base, path);
  if (row.kind == Kind::text) return expect_text_guarded(base, path, *row.text);
  ASSERT_TRUE(row.kind == Kind::number || row.kind == Kind::integer);
  const bool integer = row.kind == Kind::integer;
  const Domain& d = row.domain;
  const double away = integer ? 1 : 0;
  if (d.min > -infinity) {
    expect_refused(base, path, d.min_open ? d.min : std::nextafter(d.min - away, -infinity));
    expect_refused(base, path, d.min - 1);
    expect_refused(base, path, -1e300);
    if (!d.min_open) expect_accepted(base, path, d.min);
  }
  if (d.max < infinity) {
    expect_refused(base, path, d.max_open ? d.max : std::nextafter(d.max + away, infinity));
    expect_refused(base, path, d.max + 1);
    expect_refused(base, path, 1e300);
    if (!d.max_open) expect_accepted(base, path, d.max);
  }
  if (integer) expect_refused(base, path, d.min + 0.5);
  expect_refused(base, path, std::nan(""));
  expect_refused(base, path, infinity);
  expect_refused(base, path, -infinity);
  expect_refused(base, path, std::string("1"), "\"1\"");
  expect_refused(base, path, std::string(""), "\"\"");
  expect_refused(base, path, true, "true");
  expect_refused(base, path, std::vector<double>{1}, "[1]");
  expect_refused(base, path, Unsupported{"{}"}, "{}");
  expect_accepted(base, path, row.slider.min);
  expect_accepted(base, path, row.slider.max);
  for (const Word& word : row.words) {
    EXPECT_TRUE(problems_at(base, path, std::string(word.id)).empty()) << word.id;
    // The number behind a word is internal, so it is not accepted.
    expect_refused(base, path, word.value);
  }
  if (row.words.empty()) expect_accepted(base, path, row.default_value);
}

template <class Rows>
void expect_all_guarded(const std::string& prefix, const Rows& rows) {
  for (const auto& row : rows) expect_guarded({}, prefix, row.text);
}

TEST(Refusals, GuardEveryRowOfEveryComponent) {
  // A regression, because every rule accepts it.
  const Settings base{at("problem.dataset.id", "sine")};
  for (const OptimizerEntry* entry : rules_for(base))
    for (const Declaration& row : docs_of(*entry).hyperparameters)
      expect_guarded(with(base, {at("optimizer.id", entry->id)}), "optimizer.", row);
  for (const DatasetEntry* entry : datasets())
    for (const Declaration& row : docs_of(*entry).hyperparameters)
      expect_guarded({at("problem.dataset.id", entry->id)}, "problem.dataset.", row);
  for (const WrapperEntry* entry : wrappers())
    for (const Declaration& row : docs_of(*entry).hyperparameters)
      expect_guarded({at("optimizer.wrappers.0.id", entry->id)}, "optimizer.wrappers.0.", row);
  for (const ScheduleEntry* entry : schedules())
    for (const Declaration& row : docs_of(*entry).hyperparameters)
      expect_guarded({at("schedule.id", entry->id)}, "schedule.", row);
}

TEST(Refusals, GuardEveryOtherRow) {
  expect_all_guarded("problem.", problem_rows);
  expect_all_guarded("problem.network.", penalty_rows);
  expect_all_guarded("problem.network.", stage_rows);
  expect_all_guarded("problem.network.", class_rows);
  expect_all_guarded("optimizer.", racer_rows);
  expect_all_guarded("schedule.", schedule_rows);
  expect_all_guarded("", run_rows);
}

TEST(Refusals, KeepWhatIsForClassesFromOtherTasksAndLosses) {
  const Setting smooth = at("problem.network.labelSmoothing", 0.25);
  const Setting balanced = at("problem.network.balanceClasses", true);
  const Setting values = at("problem.dataset.id", "sine");
  EXPECT_EQ(messages(check({smooth, balanced}).problems), std::vector<std::string>{});
  EXPECT_EQ(messages(check({balanced, at("problem.network.loss", "hinge")}).problems),
            std::vector<std::string>{});
  EXPECT_EQ(messages(check({smooth, at("problem.network.loss", "hinge")}).problems),
            std::vector<std::string>{"problem.network.labelSmoothing must be 0 for a loss without "
                                     "probabilities, such as hinge (got 0.25)"});
  EXPECT_EQ(messages(check({smooth, values}).problems),
            std::vector<std::string>{
                "problem.network.labelSmoothing must be 0 for regression (got 0.25)"});
  EXPECT_EQ(messages(check({balanced, values}).problems),
            std::vector<std::string>{
                "problem.network.balanceClasses must be false for regression (got true)"});
}

TEST(Refusals, KeepActivationsToTheLayersThatThereAre) {
  const std::string path = "problem.network.layerActivations";
  const Setting hidden = at("problem.network.hidden", std::vector<double>{4, 3});
  for (const char* fits : {"", "relu", "relu, tanh", " relu,,tanh ,", "gelu-tanh tanh"})
    EXPECT_EQ(messages(check({hidden, at(path, std::string(fits))}).problems),
              std::vector<std::string>{});
  EXPECT_EQ(messages(check({hidden, at(path, std::string("relu, relu, relu"))}).problems),
            std::vector<std::string>{path + " must name at most one activation for each hidden "
                                            "layer, and there are 2 (got \"relu, relu, relu\")"});
  const std::vector<Problem> unknown = problems_at({hidden}, path, std::string("relu, swish"));
  ASSERT_EQ(unknown.size(), 1U);
  EXPECT_EQ(unknown[0].rule, "must be names of activations (" + known_ids(activations()) +
                                 "), and \"swish\" is none of them");
  expect_refused({}, path, 8);
}

TEST(Refusals, KeepNormalizationAndDropoutFromRulesThatTheyMislead) {
  const Setting layer = at("problem.network.normalization", std::string("layer"));
  const Setting batch = at("problem.network.normalization", std::string("batch"));
  const Setting dropout = at("problem.network.dropout", 0.25);
  const Setting squares = at("problem.network.loss", std::string("mean-squared-error"));
  // In single precision some rules are refused before, for their numbers.
  const auto works = [](const char* rule) {
    return sizeof(Real) == 8 || !find(optimizers(), rule)->needs_float64;
  };
  const auto lack = [&](const char* rule, std::vector<Setting> settings) {
    settings.push_back(at("optimizer.id", std::string(rule)));
    settings.push_back(squares);
    const std::vector<Problem> problems = check(settings).problems;
    return problems.empty() ? "" : problems[0].reason;
  };
  const std::string factors =
      "needs layers without normalization, since its gains have no Kronecker factors";
  const std::string alone =
      "needs the gradient of each sample alone, which batch normalization mixes with the others";
  const std::string same = "needs the same network at every step, which dropout changes";
  for (const Setting& either : {layer, batch}) EXPECT_EQ(lack("k-fac", {either}), factors);
  for (const char* rule : {"levenberg-marquardt", "gauss-newton", "aw-sgd", "svrg"}) {
    if (!works(rule)) continue;
    EXPECT_EQ(lack(rule, {batch}), alone) << rule;
    EXPECT_EQ(lack(rule, {layer}), "") << rule;
    EXPECT_EQ(lack(rule, {dropout}), same) << rule;
  }
  for (const char* rule : {"bfgs", "l-bfgs", "line-search", "newton", "rprop", "particle-swarm"}) {
    if (!works(rule)) continue;
    EXPECT_EQ(lack(rule, {batch}), "") << rule;
    EXPECT_EQ(lack(rule, {dropout}), same) << rule;
  }
  for (const char* rule : {"sgd", "adam", "muon", "soap", "adahessian", "k-fac"})
    EXPECT_EQ(lack(rule, {dropout}), "") << rule;
}

TEST(Refusals, KeepBatchNormalizationFromSingleSamples) {
  const Setting batch = at("problem.network.normalization", std::string("batch"));
  const Setting one = at("problem.batchSize", 1), own = at("optimizer.batchSize", 1);
  EXPECT_EQ(messages(check({batch, one}).problems),
            std::vector<std::string>{
                "problem.batchSize must be at least 2 for batch normalization (got 1)"});
  EXPECT_EQ(messages(check({batch, own}).problems),
            std::vector<std::string>{
                "optimizer.batchSize must be at least 2 for batch normalization (got 1)"});
  for (const std::vector<Setting>& fits : {std::vector<Setting>{one},
                                           {batch},
                                           {batch, at("problem.batchSize", 2)},
                                           {batch, one, at("optimizer.batchSize", 8)},
                                           {batch, one, at("optimizer.id", std::string("rprop"))}})
    EXPECT_EQ(messages(check(fits).problems), std::vector<std::string>{});
}

TEST(Refusals, GuardEveryMemberOfAList) {
  const std::string path = "problem.network.hidden";
  for (const double bad : {0.0, -1.0, 0.5, 1e6 + 1, 1e300, std::nan(""), infinity, -infinity}) {
    const std::vector<Problem> problems = problems_at({}, path, std::vector<double>{3, 4, bad});
    ASSERT_EQ(problems.size(), 1u) << bad;
    EXPECT_EQ(problems[0].path, path + "[2]");
    EXPECT_EQ(problems[0].value, text(bad));
  }
  expect_refused({}, path, 8);
  expect_refused({}, path, std::string("8,8"), "\"8,8\"");
  expect_refused({}, path, Unsupported{"null"}, "null");
  EXPECT_TRUE(problems_at({}, path, std::vector<double>{}).empty());
}

template <class Entry>
void expect_choice_guarded(const std::string& path, std::span<const Entry* const> all) {
  for (const char* unknown : {"", "no-such-thing", "SGD", "spiral ", "constructor", "__proto__"}) {
    const std::vector<Problem> problems = problems_at({}, path, std::string(unknown));
    ASSERT_EQ(problems.size(), 1u) << path << " = " << unknown;
    EXPECT_EQ(problems[0].path, path);
    EXPECT_EQ(problems[0].rule, "must be one of " + known_ids(all));
    EXPECT_EQ(problems[0].value, quoted(unknown));
  }
  for (const Entry* entry : all)
    for (const Problem& problem : problems_at({}, path, std::string(entry->id)))
      EXPECT_FALSE(problem.rule.starts_with("must be one of")) << problem.message();
  expect_refused({}, path, 0);
  expect_refused({}, path, true, "true");
  expect_refused({}, path, Unsupported{"undefined"}, "undefined");
}

TEST(Refusals, ListTheKnownIds) {
  expect_choice_guarded("problem.dataset.id", datasets());
  expect_choice_guarded("problem.network.activation", activations());
  expect_choice_guarded("problem.network.initializer", initializers());
  expect_choice_guarded("problem.network.loss", losses());
  expect_choice_guarded("optimizer.id", optimizers());
  expect_choice_guarded("optimizer.wrappers.0.id", wrappers());
  expect_choice_guarded("schedule.id", schedules());
}

TEST(Refusals, NameEveryUnknownKey) {
  for (const char* path : {"", ".", "optimizer.", "optimizer.Id", "optimizer.learning_rate",
                           "optimizer.id.x", "problem.dataset.arm", "problem.network.hidden.0",
                           "problem.network.dropOut", "seed.", "Seed", "__proto__"}) {
    const std::vector<Problem> problems = problems_at({}, path, 1.0);
    ASSERT_EQ(problems.size(), 1u) << path;
    EXPECT_EQ(problems[0].path, path);
    EXPECT_TRUE(problems[0].rule.starts_with("is not a setting")) << problems[0].rule;
    EXPECT_EQ(problems[0].value, "1");
  }
}

TEST(Refusals, NameAValueGivenInsteadOfAnObject) {
  for (const char* path : {"optimizer", "problem", "problem.dataset", "problem.network",
                           "problem.surface", "schedule"}) {
    const std::vector<Problem> problems = problems_at({}, path, 1.0);
    ASSERT_EQ(problems.size(), 1u) << path;
    EXPECT_EQ(problems[0].message(), std::string(path) + " must be an object of settings (got 1)");
  }
}

TEST(Refusals, NameAnEmptyObjectOnlyIfGivenInsteadOfAValue) {
  for (const char* path : {"optimizer", "problem", "problem.dataset", "problem.network",
                           "problem.surface", "schedule"})
    EXPECT_TRUE(check({{path, NoSettings{}}}).problems.empty()) << path;
  EXPECT_TRUE(check({{"problem.surface", NoSettings{}}}).plan.problem->size().on_plane);
  for (const char* path : {"optimizer.learningRate", "problem.network.hidden", "problem.batchSize",
                           "problem.network.loss", "schedule.id", "seed"}) {
    const std::vector<Problem> problems = check({{path, NoSettings{}}}).problems;
    ASSERT_EQ(problems.size(), 1u) << path;
    EXPECT_EQ(problems[0].path, path);
    EXPECT_EQ(problems[0].value, "an object");
  }
  EXPECT_EQ(check({{"optimizer.wrappers.0", NoSettings{}}}).problems[0].message(),
            "optimizer.wrappers.0.id must be one of " + known_ids(wrappers()) + " (got nothing)");
}

}  // namespace
}  // namespace fall_line
