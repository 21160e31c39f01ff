// SPDX-License-Identifier: MIT
/* global mergeInto, LibraryManager */
/**
 * embind registers types that no binding uses, and has a converter for each. These stand in for those of
 * wide strings and 64-bit integers, which were a tenth of the glue.
 */
mergeInto(LibraryManager.library, {
  _embind_register_std_wstring: function () {},
  _embind_register_bigint: function () {},
});
