// SPDX-License-Identifier: MIT
declare module 'virtual:real-data/*' {
  const samples: import('../src/real-data/sets.ts').RealSamples;
  export default samples;
}
