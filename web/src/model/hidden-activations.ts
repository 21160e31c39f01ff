// SPDX-License-Identifier: MIT
import type { Settings, Values } from './settings.ts';

type Network = Pick<Settings, 'network'>;

const namesIn = ({ layerActivations }: Values): string[] =>
  String(layerActivations ?? '')
    .split(/[, ]+/)
    .filter((name) => name !== '');

/** The activation of each hidden layer: the one that is named for it, or that of the network. */
export function hiddenActivations({ network }: Network, hiddenLayers: number): string[] {
  const named = namesIn(network);
  return Array.from(
    { length: hiddenLayers },
    (_, layer) => named[layer] ?? String(network['activation']),
  );
}

/** The setting that names these activations of the hidden layers. The last ones need no name if they are the network's. */
export function namedActivations({ network }: Network, activations: readonly string[]): string {
  let named = activations.length;
  while (named > 0 && activations[named - 1] === network['activation']) named--;
  return activations.slice(0, named).join();
}

/** The network without the names of activations of layers that are gone. */
export function withLayersAsNamed(network: Values): Values {
  const named = namesIn(network);
  const layers = Array.isArray(network['hidden']) ? network['hidden'].length : 0;
  if (named.length <= layers) return network;
  return { ...network, layerActivations: named.slice(0, layers).join() };
}
