// SPDX-License-Identifier: MIT
// Trains the runs that it reads, and prints their bits as the other projects do.
// A run is a line for each setting, path, kind and value between tabs, and an empty line.
#include <bit>
#include <cstdio>
#include <fall_line/fall_line.hpp>
#include <iostream>
#include <sstream>
#include <string>

namespace fl = fall_line::v1;

static fl::Value value_of(const std::string& kind, const std::string& text) {
  if (kind == "number") return std::stod(text);
  if (kind == "boolean") return text == "true";
  if (kind == "string") return text;
  std::vector<double> list;
  std::istringstream members(text);
  for (std::string member; std::getline(members, member, ',');) list.push_back(std::stod(member));
  return list;
}

template <class Values>
static void print(const char* name, const Values& values, const char* end) {
  std::printf("\"%s\":[", name);
  const char* comma = "";
  for (const double value : values) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    std::printf("%s%llu,%llu", comma, static_cast<unsigned long long>(bits & 0xffffffff),
                static_cast<unsigned long long>(bits >> 32));
    comma = ",";
  }
  std::printf("]%s", end);
}

int main(int, char** arguments) {
  const auto steps = static_cast<std::uint64_t>(std::stoull(arguments[1]));
  const fl::Trainer trainer;
  const char* comma = "";
  fl::Settings settings;
  std::printf("[");
  for (std::string line; std::getline(std::cin, line);) {
    if (!line.empty()) {
      std::istringstream fields(line);
      std::string path, kind, value;
      std::getline(fields, path, '\t');
      std::getline(fields, kind, '\t');
      std::getline(fields, value);
      settings.push_back({path, value_of(kind, value)});
      continue;
    }
    const auto [run, problems] = trainer.make(settings);
    for (const fl::Problem& problem : problems) std::cerr << problem.message << '\n';
    if (!run) return 1;
    run->step(steps);
    std::vector<double> train, test;
    for (const fl::Record& record : run->curve()) {
      train.push_back(record.train_loss);
      test.push_back(record.test_loss);
    }
    std::printf("%s{", comma);
    print("trainLoss", train, ",");
    print("testLoss", test, ",");
    print("parameters", run->parameters(), "}");
    comma = ",";
    settings.clear();
  }
  std::printf("]\n");
}
