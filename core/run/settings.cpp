// SPDX-License-Identifier: MIT
#include "run/settings.hpp"

namespace fall_line {

std::string_view code_of(Refusal kind) {
  switch (kind) {
    case Refusal::wrong_type:
      return "wrong-type";
    case Refusal::out_of_domain:
      return "out-of-domain";
    case Refusal::unknown_id:
      return "unknown-id";
    case Refusal::unknown_setting:
      return "unknown-setting";
    case Refusal::wrong_shape:
      return "wrong-shape";
    case Refusal::too_narrow:
      return "too-narrow";
    case Refusal::unmet_need:
      return "unmet-need";
    case Refusal::unfit:
      return "unfit";
    case Refusal::too_large:
      return "too-large";
  }
  return "";
}

}  // namespace fall_line
