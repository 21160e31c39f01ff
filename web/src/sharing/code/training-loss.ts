// SPDX-License-Identifier: MIT
import type { Settings } from '../../model/settings.ts';
import type { Library } from './library.ts';
import { literal } from './python.ts';

/**
 * What training minimizes where that is not the plain loss, as core/network/criterion.hpp has it, or an empty
 * string. Each sample counts by itself, so any loss can be weighted.
 */
export function trainingLoss(
  { network }: Settings,
  classes: number,
  library: Library['id'],
): string {
  const smoothing = Number(network.labelSmoothing ?? 0);
  const isBalanced = network.balanceClasses === true;
  if (smoothing === 0 && !isBalanced) return '';
  return library === 'keras'
    ? ofKeras(smoothing, isBalanced, classes)
    : ofPyTorch(smoothing, isBalanced, classes);
}

function ofPyTorch(smoothing: number, isBalanced: boolean, classes: number): string {
  const weights = isBalanced
    ? `counts = torch.bincount(y_train, minlength=${classes})
    weights = (len(y_train) / (${classes} * counts)).nan_to_num(posinf=0)`
    : `weights = torch.ones(${classes})`;
  return `def training_loss_of(outputs, y):
    """The loss that training minimizes. The curves are of the plain loss."""
    ${weights}

    def each(targets):
        pairs = zip(outputs.split(1), targets.split(1))
        return weights[targets] * torch.stack([loss_of(*pair) for pair in pairs])

    losses = each(y)${mixed(smoothing, classes, 'torch.full_like(y, k)')}
    return losses.sum() / weights[y].sum()`;
}

/** Targets are a column of 0 and 1, or have a column for each class. */
function ofKeras(smoothing: number, isBalanced: boolean, classes: number): string {
  const isTwo = classes === 2;
  const counts = isTwo ? '[len(y_train) - y_train.sum(), y_train.sum()]' : 'y_train.sum(0)';
  const weights = isBalanced
    ? `counts = ${counts}
    weights = [float(len(y_train) / (${classes} * n)) if n else 0.0 for n in counts]`
    : `weights = [1.0] * ${classes}`;
  const weighed = isTwo
    ? 'weights[0] * (1 - targets[:, 0]) + weights[1] * targets[:, 0]'
    : 'sum(w * targets[:, k] for k, w in enumerate(weights))';
  const all = isTwo ? 'np.full((samples, 1), float(k))' : `np.eye(${classes})[[k] * samples]`;
  return `def training_loss_of(y, outputs):
    """The loss that training minimizes. The curves are of the plain loss."""
    samples = outputs.shape[0]
    ${weights}

    def weights_of(targets):
        return ${weighed}

    def each(targets):
        pairs = [(targets[i : i + 1], outputs[i : i + 1]) for i in range(samples)]
        return weights_of(targets) * ops.stack([loss_of(*pair) for pair in pairs])

    losses = each(y)${mixed(smoothing, classes, `ops.convert_to_tensor(${all})`)}
    return ops.sum(losses) / ops.sum(weights_of(y))`;
}

/** A part of the loss is that of targets which are all of one class, for each class. */
const mixed = (smoothing: number, classes: number, all: string): string =>
  smoothing > 0
    ? `
    losses = (1 - ${literal(smoothing)}) * losses
    for k in range(${classes}):
        losses = losses + ${literal(smoothing)} / ${classes} * each(${all})`
    : '';
