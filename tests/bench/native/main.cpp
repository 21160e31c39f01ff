// SPDX-License-Identifier: MIT
#include <iostream>
#include <string>

#include "session.hpp"

int main() {
  fall_line::bench::Session session;
  std::string command;
  while (std::cin >> command) {
    const std::string answer = session.answer(command, std::cin);
    if (!answer.empty()) std::cout << answer << std::endl;
  }
}
