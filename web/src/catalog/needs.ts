// SPDX-License-Identifier: MIT
import type { Need } from '../../../wasm/types.ts';

/** The text of each need, to follow "Uses". */
export const needWords: Readonly<Record<Need, string>> = {
  gradient: 'the gradient of the batch',
  value: 'the loss at trial points',
  'hessian-product': 'products of the Hessian with a vector',
  hessian: 'the whole Hessian matrix H',
  residuals: 'the error of every sample (residuals r) and its derivatives (Jacobian J)',
  matrices: 'which weights form a matrix',
  'kronecker-factors':
    'two small matrices per layer that approximate its curvature (Kronecker factors)',
  samples: 'the gradients of single samples, and the choice of samples',
};
