// SPDX-License-Identifier: MIT
#include <algorithm>

#include "catalog/find.hpp"
#include "catalog/text.hpp"
#include "run/run.hpp"

namespace fall_line {

InstrumentCheck Run::check_instruments(const std::vector<std::string>& ids, Reading reading) const {
  InstrumentCheck check;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto refuse = [&](Refusal kind, std::string rule) {
      check.problems.push_back({kind, "instruments." + text(i), std::move(rule), quoted(ids[i])});
    };
    const InstrumentEntry* entry = find(instruments(), ids[i]);
    if (entry == nullptr) {
      refuse(Refusal::unknown_id, "must be one of " + known_ids(instruments()));
    } else if ((entry->show != nullptr) != (reading == Reading::histogram)) {
      refuse(Refusal::unfit, reading == Reading::histogram
                                 ? "must be an instrument with histograms"
                                 : "must be an instrument that is read at each record");
    } else if (const auto lack = entry->lacks({plan_, *problem_}); !lack.empty()) {
      refuse(Refusal::unmet_need,
             "must be an instrument for this run: " + ids[i] + " needs " + std::string(lack));
    } else if (auto& all = check.instruments;
               std::find(all.begin(), all.end(), entry) == all.end()) {
      all.push_back(entry);
    }
  }
  return check;
}

std::size_t Run::watch(std::span<const InstrumentEntry* const> instruments) {
  if (instruments.empty()) {
    probe_.reset();
    return curve_.size();
  }
  auto probe = std::make_unique<Probe>(instruments, problem_->layers().size());
  if (probe_) probe->inherit(*probe_);
  probe_ = std::move(probe);
  return read_instruments();
}

std::size_t Run::read_instruments() {
  const bool here = curve_.back().step == report_.step;
  const std::size_t missed = curve_.size() - (here ? 1 : 0);
  probe_->fill(missed);
  const Vector evaluated = evaluation_parameters();
  if (here) probe_->record(observation(evaluated), curve_.size());
  return missed;
}

Observation Run::observation(std::span<const Real> evaluated) {
  return {.plan = plan_,
          .problem = *problem_,
          .optimizer = *optimizer_,
          .report = report_,
          .record = curve_.back(),
          .next_rate = scheduled_rate(),
          .parameters = parameters_,
          .evaluated = evaluated};
}

std::vector<Histogram> Run::histograms(const InstrumentEntry& instrument) {
  const Vector evaluated = evaluation_parameters();
  return layer_histograms(instrument, observation(evaluated));
}

std::optional<std::vector<double>> Run::rates() const {
  std::vector<double> rates(parameters_.size());
  if (report_.step == 0 || !optimizer_->rates(report_.learning_rate, rates)) return std::nullopt;
  return rates;
}

std::map<std::string, std::string> Run::unsuited() const {
  std::map<std::string, std::string> lacks;
  for (const InstrumentEntry* entry : instruments())
    if (const auto lack = entry->lacks({plan_, *problem_}); !lack.empty())
      lacks.emplace(entry->id, lack);
  return lacks;
}

std::span<const Readings> Run::readings() const {
  if (probe_) return probe_->readings();
  return {};
}

}  // namespace fall_line
