# SPDX-License-Identifier: MIT
"""Writes random_values.inc: the first numbers of the generators in streams.py.

Run with Python 3: python3 random_values.py > random_values.inc
"""

from streams import WORD, seeded, splitmix64, xoshiro256pp


def words(values):
    return "{" + ", ".join(f"0x{v:016x}" for v in values) + "}"


def splitmix_run(state, count):
    drawn = []
    for _ in range(count):
        state, z = splitmix64(state)
        drawn.append(z)
    return drawn


print("// Written by random_values.py.\n")
print(f"constexpr std::uint64_t splitmix64_from_zero[] = {words(splitmix_run(0, 5))};")
print(f"constexpr std::uint64_t xoshiro_from_1234[] = {words(xoshiro256pp([1, 2, 3, 4], 8)[0])};\n")
print("constexpr Seeded seeded_streams[] = {")
for key in (("data", 1, 0), ("init", 1, 0), ("init", 2, 0), ("shuffle", 1, 7), ("", WORD, WORD)):
    name, seed, index = key
    first = words(xoshiro256pp(seeded(*key), 4)[0])
    print(f'    {{"{name}", 0x{seed:x}, 0x{index:x}, {first}}},')
print("};")
