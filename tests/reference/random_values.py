# SPDX-License-Identifier: MIT
"""Writes random_values.inc: first numbers of the generators, from their papers in plain integers.

Run with Python 3: python3 random_values.py > random_values.inc
"""

WORD = (1 << 64) - 1


def fnv1a(text):
    state = 14695981039346656037
    for byte in text.encode():
        state = (state ^ byte) * 1099511628211 & WORD
    return state


def splitmix64(state):
    """The next state and the number drawn."""
    state = (state + 0x9E3779B97F4A7C15) & WORD
    z = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & WORD
    z = (z ^ z >> 27) * 0x94D049BB133111EB & WORD
    return state, z ^ z >> 31


def rotate(x, count):
    return (x << count | x >> 64 - count) & WORD


def xoshiro256pp(s, count):
    s, drawn = list(s), []
    for _ in range(count):
        drawn.append((rotate((s[0] + s[3]) & WORD, 23) + s[0]) & WORD)
        t = s[1] << 17 & WORD
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate(s[3], 45)
    return drawn


def seeded(name, seed, index):
    mixer = splitmix64(fnv1a(name))[1] ^ seed
    mixer = splitmix64(mixer)[1] ^ index
    state = []
    for _ in range(4):
        mixer, word = splitmix64(mixer)
        state.append(word)
    return state


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
print(f"constexpr std::uint64_t xoshiro_from_1234[] = {words(xoshiro256pp([1, 2, 3, 4], 8))};\n")
print("constexpr Seeded seeded_streams[] = {")
for key in (("data", 1, 0), ("init", 1, 0), ("init", 2, 0), ("shuffle", 1, 7), ("", WORD, WORD)):
    name, seed, index = key
    first = words(xoshiro256pp(seeded(*key), 4))
    print(f'    {{"{name}", 0x{seed:x}, 0x{index:x}, {first}}},')
print("};")
