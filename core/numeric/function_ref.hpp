// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace fall_line {

template <class Signature>
class FunctionRef;

/// Refers to something that can be called, for the length of a call that takes it. Unlike
/// std::function it owns and copies nothing, so it needs a single function of code.
template <class Result, class... Args>
class FunctionRef<Result(Args...)> {
 public:
  /// Implicit, so that a lambda can be passed.
  template <class Callable>
  FunctionRef(const Callable& callable) requires(!std::is_same_v<Callable, FunctionRef>)
      : object_(std::addressof(callable)), call_([](const void* object, Args... args) -> Result {
          return (*static_cast<const Callable*>(object))(std::forward<Args>(args)...);
        }) {}

  Result operator()(Args... args) const { return call_(object_, std::forward<Args>(args)...); }

 private:
  const void* object_;
  Result (*call_)(const void* object, Args... args);
};

}  // namespace fall_line
