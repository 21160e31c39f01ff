// SPDX-License-Identifier: MIT
import type { Need } from '../../../wasm/types.ts';
import { marked } from '../language/message.ts';

/** The text of each need, to follow "Uses". */
export const needWords: Readonly<Record<Need, string>> = {
  gradient: marked('the gradient of the batch'),
  value: marked('the loss at trial points'),
  'hessian-product': marked('products of the Hessian with a vector'),
  hessian: marked('the whole Hessian matrix H'),
  residuals: marked('the error of every sample (residuals r) and its derivatives (Jacobian J)'),
  matrices: marked('which weights form a matrix'),
  'kronecker-factors': marked(
    'two small matrices per layer that approximate its curvature (Kronecker factors)',
  ),
  samples: marked('the gradients of single samples, and the choice of samples'),
};
