// SPDX-License-Identifier: MIT
#include "session.hpp"

#include <chrono>
#include <istream>
#include <sstream>
#include <vector>

#include "peak.hpp"
#include "run/check.hpp"

namespace fall_line::bench {
namespace {

template <class T>
T read(std::istream& in) {
  T value{};
  in >> value;
  return value;
}

std::vector<double> read_numbers(std::istream& in, std::size_t count) {
  std::vector<double> values(count);
  for (double& value : values) in >> value;
  return values;
}

std::string text(double value) {
  std::ostringstream out;
  out.precision(17);
  out << value;
  return out.str();
}

class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace

std::string Session::answer(std::string_view command, std::istream& in) {
  if (command == "data") return read_data(in);
  if (command == "run") return make_run();
  if (command == "steps") return step(read<std::uint64_t>(in));
  if (command == "loss") return text(run_->evaluate().train_loss);
  if (command == "peak") return peak(read<int>(in));
  return set(command, in);
}

/// number PATH VALUE, numbers PATH COUNT VALUES, string PATH TEXT, boolean PATH 0|1
std::string Session::set(std::string_view kind, std::istream& in) {
  Setting setting{read<std::string>(in), {}};
  if (kind == "number") {
    setting.value = read<double>(in);
  } else if (kind == "numbers") {
    setting.value = read_numbers(in, read<std::size_t>(in));
  } else if (kind == "string") {
    setting.value = read<std::string>(in);
  } else if (kind == "boolean") {
    setting.value = read<bool>(in);
  } else {
    return "refused, no such command";
  }
  settings_.push_back(std::move(setting));
  return "";
}

/// data SAMPLES INPUTS CLASSES INPUT... TARGET..., where 0 classes mean regression.
std::string Session::read_data(std::istream& in) {
  const auto samples = read<std::size_t>(in);
  data_ = std::make_shared<Samples>();
  data_->inputs = read<int>(in);
  data_->classes = read<int>(in);
  if (data_->classes == 0) data_->task = Task::regression;
  data_->x = read_numbers(in, samples * static_cast<std::size_t>(data_->inputs));
  data_->y = read_numbers(in, samples);
  return "";
}

/// Makes a run with the settings so far, then clears them. The data are kept.
std::string Session::make_run() {
  const Stopwatch watch;
  Check checked = check(settings_, data_);
  settings_.clear();
  if (!checked.problems.empty()) return "refused, " + checked.problems.front().message();
  run_ = std::make_unique<Run>(std::move(checked.plan));
  return text(watch.seconds());
}

/// Like the module, it does not time the recording of the curve.
std::string Session::step(std::uint64_t n) {
  double seconds = 0;
  while (n > 0) {
    const Stopwatch watch;
    const std::uint64_t done = run_->advance(n);
    seconds += watch.seconds();
    run_->record();
    if (done == 0) break;
    n -= done;
  }
  return text(seconds);
}

std::string Session::peak(int rounds) const {
  const Stopwatch watch;
  const double result = multiply_adds(rounds);
  const double seconds = watch.seconds();
  return result == 0 ? "refused, the peak was not computed" : text(seconds);
}

}  // namespace fall_line::bench
