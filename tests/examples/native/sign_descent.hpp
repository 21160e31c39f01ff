// SPDX-License-Identifier: MIT
#pragma once

#include <fall_line/fall_line.hpp>

/// A rule of one's own: every parameter moves by the learning rate, against the sign of a running
/// average of its gradients.
fall_line::v1::RuleEntry sign_descent();
