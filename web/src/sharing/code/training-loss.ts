// SPDX-License-Identifier: MIT
import type { Settings } from '../../model/settings.ts';
import { literal } from './python.ts';

/**
 * What training minimizes where that is not the plain loss, as core/network/criterion.hpp has it, or an empty
 * string. Each sample counts by itself, so any loss can be weighted.
 */
export function trainingLoss({ network }: Settings, classes: number): string {
  const smoothing = Number(network.labelSmoothing);
  const isBalanced = network.balanceClasses === true;
  if (smoothing === 0 && !isBalanced) return '';
  const weights = isBalanced
    ? `counts = torch.bincount(y_train, minlength=${classes})
    weights = (len(y_train) / (${classes} * counts)).nan_to_num(posinf=0)`
    : `weights = torch.ones(${classes})`;
  const mixed = `
    losses = (1 - ${literal(smoothing)}) * losses
    for k in range(${classes}):
        losses = losses + ${literal(smoothing)} / ${classes} * each(torch.full_like(y, k))`;
  return `def training_loss_of(outputs, y):
    """The loss that training minimizes. The curves are of the plain loss."""
    ${weights}

    def each(targets):
        pairs = zip(outputs.split(1), targets.split(1))
        return weights[targets] * torch.stack([loss_of(*pair) for pair in pairs])

    losses = each(y)${smoothing > 0 ? mixed : ''}
    return losses.sum() / weights[y].sum()`;
}
