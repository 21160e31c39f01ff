// SPDX-License-Identifier: MIT
#include "data/generators/digit_strokes.hpp"

namespace fall_line {
namespace {

using P = Point;

constexpr P zero[] = {{.5, .08}, {.3, .17}, {.21, .5}, {.3, .83}, {.5, .92},
                      {.7, .83}, {.79, .5}, {.7, .17}, {.5, .08}};
constexpr P one_flag[] = {{.32, .28}, {.54, .08}}, one_stem[] = {{.54, .08}, {.54, .92}};
constexpr P two_bow[] = {{.25, .3},  {.33, .13}, {.53, .08}, {.72, .2},
                         {.69, .42}, {.47, .66}, {.24, .91}};
constexpr P two_foot[] = {{.24, .91}, {.79, .91}};
constexpr P three_top[] = {{.25, .19}, {.45, .08}, {.68, .15}, {.7, .35}, {.45, .47}};
constexpr P three_bottom[] = {{.45, .47}, {.72, .56}, {.76, .78}, {.5, .93}, {.22, .82}};
constexpr P four_angle[] = {{.6, .08}, {.18, .64}, {.84, .64}},
            four_stem[] = {{.63, .4}, {.63, .93}};
constexpr P five_hat[] = {{.74, .09}, {.34, .09}, {.29, .46}};
constexpr P five_bow[] = {{.29, .46}, {.5, .39}, {.75, .52}, {.74, .78}, {.5, .92}, {.23, .84}};
constexpr P six[] = {{.68, .1},  {.42, .28}, {.27, .56}, {.32, .85}, {.53, .92},
                     {.73, .76}, {.67, .54}, {.46, .5},  {.29, .66}};
constexpr P seven[] = {{.22, .1}, {.79, .1}, {.42, .92}};
constexpr P eight[] = {{.5, .47},  {.29, .32}, {.34, .13}, {.5, .08}, {.66, .13},
                       {.71, .32}, {.5, .47},  {.25, .67}, {.3, .87}, {.5, .92},
                       {.7, .87},  {.75, .67}, {.5, .47}};
constexpr P nine[] = {{.32, .9},  {.58, .72}, {.73, .44}, {.68, .15}, {.47, .08},
                      {.27, .24}, {.33, .46}, {.54, .5},  {.71, .34}};

constexpr Stroke zeros[] = {{true, zero}};
constexpr Stroke ones[] = {{false, one_flag}, {false, one_stem}};
constexpr Stroke twos[] = {{true, two_bow}, {false, two_foot}};
constexpr Stroke threes[] = {{true, three_top}, {true, three_bottom}};
constexpr Stroke fours[] = {{false, four_angle}, {false, four_stem}};
constexpr Stroke fives[] = {{false, five_hat}, {true, five_bow}};
constexpr Stroke sixes[] = {{true, six}};
constexpr Stroke sevens[] = {{false, seven}};
constexpr Stroke eights[] = {{true, eight}};
constexpr Stroke nines[] = {{true, nine}};

constexpr std::span<const Stroke> digits[] = {zeros, ones,  twos,   threes, fours,
                                              fives, sixes, sevens, eights, nines};

}  // namespace

std::span<const Stroke> strokes_of(int digit) { return digits[digit]; }

}  // namespace fall_line
