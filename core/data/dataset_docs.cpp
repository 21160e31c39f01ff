// SPDX-License-Identifier: MIT
#include <array>

#include "data/dataset.hpp"

namespace fall_line {
namespace dataset_entries {
#define ENTRY(name) extern const DatasetDocs name##_docs;
#include "data/datasets.def"
#undef ENTRY
}  // namespace dataset_entries

const DatasetDocs& docs_of(const DatasetEntry& entry) {
#define ENTRY(name) &dataset_entries::name##_docs,
  static constexpr std::array all{
#include "data/datasets.def"
  };
#undef ENTRY
  return docs_at<DatasetEntry, DatasetDocs>(entry, datasets(), all);
}

}  // namespace fall_line
