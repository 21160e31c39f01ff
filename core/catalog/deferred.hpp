// SPDX-License-Identifier: MIT
#pragma once

namespace fall_line {

/// Marks around constants that only rarely used functions read: the first and the last member of a
/// struct of them. The engine for pages finds the marks in its data, and moves what is between them
/// to the part that a first visit does not load (wasm/split/README.md).
struct DeferredBegin {
  char mark[28] = "<deferred data of fall-line";
};
struct DeferredEnd {
  char mark[28] = "deferred data of fall-line>";
};

}  // namespace fall_line
