// Why a file could not be read: a stable code, the place, and, from the catalogue, what to do about it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace nianbao {

struct Problem {
  std::string code;    // of problem_kinds(); stable, never reused
  std::string detail;  // what exactly, such as a part, a line or a size; may be empty
};

// One kind of problem. `status` is the inputs.csv status of a file that has it.
struct ProblemKind {
  const char* code;
  const char* status;
  const char* zh;  // what it is and what to do, one sentence each
  const char* en;
};

const std::vector<ProblemKind>& problem_kinds();

// The kind with this code; codes come from the catalogue, so an unknown one is a bug and throws std::logic_error.
const ProblemKind& problem_kind(std::string_view code);

// A T, or the problem that prevented it.
template <typename T>
class Result {
 public:
  Result(T value) : content_(std::move(value)) {}
  Result(Problem problem) : content_(std::move(problem)) {}

  bool ok() const { return std::holds_alternative<T>(content_); }
  explicit operator bool() const { return ok(); }

  // Only where ok().
  T& operator*() { return std::get<T>(content_); }
  const T& operator*() const { return std::get<T>(content_); }
  T* operator->() { return &std::get<T>(content_); }
  const T* operator->() const { return &std::get<T>(content_); }
  // Only where not ok().
  const Problem& problem() const { return std::get<Problem>(content_); }

 private:
  std::variant<T, Problem> content_;
};

}  // namespace nianbao
