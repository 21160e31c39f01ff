# SPDX-License-Identifier: MIT
"""The random streams of core/numeric/random.hpp, written from the papers with Python integers."""

import math

WORD = (1 << 64) - 1


def fnv1a(text):
    state = 14695981039346656037
    for byte in text.encode():
        state = (state ^ byte) * 1099511628211 & WORD
    return state


def splitmix64(state):
    """Returns the next state and the number drawn."""
    state = (state + 0x9E3779B97F4A7C15) & WORD
    z = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & WORD
    z = (z ^ z >> 27) * 0x94D049BB133111EB & WORD
    return state, z ^ z >> 31


def rotate(x, count):
    return (x << count | x >> 64 - count) & WORD


def xoshiro256pp(s, count):
    """Returns the numbers drawn and the final state."""
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
    return drawn, s


def seeded(name, seed, index):
    mixer = splitmix64(fnv1a(name))[1] ^ seed
    mixer = splitmix64(mixer)[1] ^ index
    state = []
    for _ in range(4):
        mixer, word = splitmix64(mixer)
        state.append(word)
    return state


class Stream:
    """Draws the same numbers as the engine's stream with this name, seed and index."""

    def __init__(self, name, seed, index=0):
        self.state = seeded(name, seed, index)

    def bits(self):
        (drawn,), self.state = xoshiro256pp(self.state, 1)
        return drawn

    def uniform(self):
        return (self.bits() >> 11) * 2.0**-53

    def below(self, n):
        """Lemire 2019."""
        while True:
            product = (self.bits() >> 32) * n
            if product % 2**32 >= 2**32 % n:
                return product >> 32

    def normal(self):
        """Box & Muller 1958."""
        radius = math.sqrt(-2 * math.log(1 - self.uniform()))
        return radius * math.cos(2 * math.pi * self.uniform())
